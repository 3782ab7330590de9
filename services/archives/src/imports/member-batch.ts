import type { WriteTransaction } from '@banyan/service-kit/database';
import { getTableColumns } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { type MemberInsert, members, type StoredChange } from '../members/member-table.ts';

/** Columns of members as JSON that PostgreSQL reads as a row: named as in the table, bytes as hex. */
export type RowJson = Record<string, unknown>;

const columnNames = Object.fromEntries(
  Object.entries(getTableColumns(members)).map(([key, column]) => [key, column.name]),
);

export function rowJson(columns: Partial<MemberInsert>): RowJson {
  const row: RowJson = {};
  for (const [key, value] of Object.entries(columns))
    row[columnNames[key] as string] = Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value;
  return row;
}

function names(rows: readonly RowJson[]): string[] {
  return [...new Set(rows.flatMap((row) => Object.keys(row)))];
}

/** All rows have the same columns; what the table has besides them takes its default. */
export async function insertMembers(tx: WriteTransaction, rows: readonly RowJson[]): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const list = names([first]).join(', ');
  await tx.sql.unsafe(
    `insert into members (${list}) select ${list} from json_populate_recordset(null::members, $1::text::json)`,
    [JSON.stringify(rows)],
    { prepare: true },
  );
}

export interface MemberUpdate {
  readonly id: string;
  /** The version that is to be there before. */
  readonly version: number;
  readonly columns: RowJson;
}

/** Sets the columns of each record, counts its version up, and returns the ids of those that were at their version. */
export async function updateMembers(
  tx: WriteTransaction,
  updates: readonly MemberUpdate[],
): Promise<Set<string>> {
  if (updates.length === 0) return new Set();
  const sets = names(updates.map(({ columns }) => columns)).map((name) => `${name} = p.${name}, `);
  const updated = await tx.sql.unsafe<{ id: string }[]>(
    `update members m set ${sets.join('')} version = m.version + 1, updated_at = now()
      from json_to_recordset($1::text::json) as n(id uuid, version bigint, columns jsonb)
        join members o on o.id = n.id, lateral jsonb_populate_record(o, n.columns) p
      where m.id = n.id and m.version = n.version returning m.id`,
    [JSON.stringify(updates)],
  );
  return new Set(updated.map(({ id }) => id));
}

export interface HistoryEntry {
  readonly memberId: string;
  readonly version: number;
  readonly action: string;
  readonly changes: readonly StoredChange[];
}

/** Entries of histories that an import is the reason of. */
export async function insertHistory(
  tx: WriteTransaction,
  importId: string,
  actorName: string | null,
  entries: readonly HistoryEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  await tx.sql.unsafe(
    `insert into member_history (id, member_id, version, at, account_id, actor_name, action, changes, import_id)
      select h.id, h."memberId", h.version, now(), $2::uuid, $3::text, h.action, h.changes, $4::uuid
      from json_to_recordset($1::text::json) as h(id uuid, "memberId" uuid, version bigint, action text, changes jsonb)`,
    [
      JSON.stringify(entries.map((entry) => ({ id: uuidv7(), ...entry }))),
      tx.scope.actor.accountId,
      actorName,
      importId,
    ],
    { prepare: true },
  );
}
