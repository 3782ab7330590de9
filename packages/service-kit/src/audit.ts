import { type AuditEntry, auditRecorded } from '@banyan/contracts/audit';
import type { Sql } from 'postgres';
import { v7 as uuidv7 } from 'uuid';
import type { FactInput } from './outbox.ts';
import type { Scope } from './scope.ts';

/** What a write says of itself. Who, when and under which request is known from the scope. */
export interface AuditInput {
  /** `<domain>.<entity>.<verb>`, such as `archives.member.update`. */
  readonly action: string;
  readonly entity: string;
  readonly subjectId: string | null;
  readonly organizationId: string | null;
  /** Names of the fields that changed or were read; never their values. */
  readonly fields?: readonly string[];
  readonly version?: number | null;
  readonly reason?: string | null;
}

export interface AuditRow {
  readonly entry: AuditEntry;
  readonly fact: FactInput;
}

export function auditRowsOf(domain: string, scope: Scope, inputs: readonly AuditInput[]): AuditRow[] {
  const at = new Date().toISOString();
  return inputs.map((input) => {
    const entry: AuditEntry = {
      id: uuidv7(),
      at,
      accountId: scope.actor.accountId,
      action: input.action,
      entity: input.entity,
      subjectId: input.subjectId,
      organizationId: input.organizationId,
      fields: [...(input.fields ?? [])],
      version: input.version ?? null,
      reason: input.reason ?? null,
      requestId: scope.actor.requestId,
    };
    return { entry, fact: { definition: auditRecorded(domain), subject: entry.id, data: entry } };
  });
}

export async function insertAuditRows(sql: Sql, rows: readonly AuditRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`insert into audit_entries ${sql(
    rows.map(({ entry }) => ({
      id: entry.id,
      at: entry.at,
      account_id: entry.accountId,
      action: entry.action,
      entity: entry.entity,
      subject_id: entry.subjectId,
      organization_id: entry.organizationId,
      fields: entry.fields,
      version: entry.version,
      reason: entry.reason,
      request_id: entry.requestId,
    })),
  )}`;
}
