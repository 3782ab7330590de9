import { type AuditInput, auditRowsOf, insertAuditRows } from '@banyan/service-kit/audit';
import { connect } from '@banyan/service-kit/connect';
import { factRow, insertOutbox } from '@banyan/service-kit/outbox';
import { systemScope } from '@banyan/service-kit/scope';
import type { Sql } from 'postgres';

/**
 * The gateway's own small database. It keeps no rows of an organization, so there is no second wall and no drizzle here:
 * loading that alone would double the time to start and the memory of this process.
 */
export interface RegistryDatabase {
  readonly sql: Sql;
  /** A write; its audit rows and their facts are stored with it. */
  write<Result>(change: (sql: Sql, audit: (entry: AuditInput) => void) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

/** Connects when there is something to ask. `onFacts` is called after a write that stored facts. */
export function openRegistryDatabase(url: string, pool: number, onFacts: () => void): RegistryDatabase {
  const sql = connect(url, pool, 'gateway');

  async function write<Result>(
    change: (tx: Sql, audit: (entry: AuditInput) => void) => Promise<Result>,
  ): Promise<Result> {
    const audits: AuditInput[] = [];
    const result = await sql.begin(async (transaction) => {
      const tx = transaction as unknown as Sql;
      const made = await change(tx, (entry) => void audits.push(entry));
      const rows = auditRowsOf('gateway', systemScope('gateway.remote.change'), audits);
      await insertAuditRows(tx, rows);
      await insertOutbox(
        tx,
        rows.map((row) => factRow('gateway', row.fact)),
      );
      return made;
    });
    if (audits.length > 0) onFacts();
    return result as Result;
  }

  return { sql, write, close: () => sql.end({ timeout: 2 }) };
}
