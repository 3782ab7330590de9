import { type Envelope, type FactDefinition, sourceOf, streamOf, subjectOf } from '@banyan/contracts/fact';
import type { Sql } from 'postgres';
import { v7 as uuidv7 } from 'uuid';
import { currentTraceparent } from './telemetry.ts';

export interface FactInput {
  readonly definition: FactDefinition;
  readonly subject: string;
  readonly data: unknown;
}

export interface OutboxRow {
  readonly id: string;
  readonly stream: string;
  readonly subject: string;
  readonly message: string;
  readonly traceparent: string | null;
}

/** Checks the data against its schema, so that nothing leaves a service that its readers cannot parse. */
export function factRow(domain: string, { definition, subject, data }: FactInput): OutboxRow {
  const envelope: Envelope = {
    specversion: '1.0',
    id: uuidv7(),
    source: sourceOf(domain),
    type: definition.type,
    subject,
    time: new Date().toISOString(),
    datacontenttype: 'application/json',
    data: definition.data.parse(data),
  };
  return {
    id: envelope.id,
    stream: streamOf(definition.domain),
    subject: subjectOf(definition.type),
    message: JSON.stringify(envelope),
    traceparent: currentTraceparent(),
  };
}

export async function insertOutbox(sql: Sql, rows: readonly OutboxRow[]): Promise<void> {
  if (rows.length === 0) return;
  const column = <Name extends keyof OutboxRow>(name: Name): OutboxRow[Name][] =>
    rows.map((row) => row[name]);
  // One statement for any number of facts, so that it is prepared once.
  await sql`
    insert into outbox (id, stream, subject, message, traceparent)
    select * from unnest(${column('id')}::uuid[], ${column('stream')}::text[], ${column('subject')}::text[],
      ${column('message')}::text[], ${column('traceparent')}::text[])`;
}
