import { AppError } from '@banyan/service-kit/error';
import type { WriteTransaction } from '@banyan/service-kit/database';
import { v7 as uuidv7 } from 'uuid';
import { and, eq } from 'drizzle-orm';
import type { Deps } from '../deps.ts';
import { actorName } from './actor-name.ts';
import { lockRecord, selectRecord } from './load-member.ts';
import type { MemberReach } from './member-policy.ts';
import {
  type MemberInsert,
  memberHistory,
  members,
  type RecordRow,
  type StoredChange,
} from './member-table.ts';
import type { MemberView } from './member-views.ts';
import { memberView } from './show-views.ts';

/** One entry of a record's history. */
export interface Entry {
  readonly action: `archives.member.${string}`;
  readonly changes: readonly StoredChange[];
  readonly reason: string | null;
  /** The proposal that this carries out. */
  readonly changeRequestId?: string | undefined;
}

/** Locks the record at the version that the reader has seen; throws `stale` with what changed since. */
export async function lockVersion(
  { sealer }: Deps,
  tx: WriteTransaction,
  id: string,
  version: number,
  reach: MemberReach,
): Promise<RecordRow> {
  const row = await lockRecord(tx, id);
  if (row.version === version) return row;
  const changes = await tx.sql<{ field: string }[]>`
    select distinct jsonb_array_elements(changes) ->> 'field' as field from member_history
    where member_id = ${id} and version > ${version} order by 1`;
  throw stale(
    memberView(sealer, reach, row),
    changes.map(({ field }) => field),
  );
}

function stale(current: MemberView, changed: readonly string[]): AppError {
  return new AppError('stale', 'record.stale', 'Somebody else has changed this record meanwhile.', {
    detail: 'Look at what changed, and send your change again with the version of the current record.',
    extensions: { current, changed },
  });
}

/** Stores the next version of a locked record with its entry in the history, and returns it. */
export async function storeChange(
  tx: WriteTransaction,
  row: RecordRow,
  columns: Partial<MemberInsert>,
  entry: Entry,
): Promise<RecordRow> {
  const version = row.version + 1;
  await tx.db
    .update(members)
    .set({ ...columns, version, updatedAt: new Date().toISOString() })
    .where(and(eq(members.id, row.id), eq(members.version, row.version)));
  await storeEntry(tx, row.id, version, entry);
  return (await selectRecord(tx, row.id)) as RecordRow;
}

/** Who did what to a record, beside the record; the audit trail gets the same without the values. */
export async function storeEntry(
  tx: WriteTransaction,
  id: string,
  version: number,
  entry: Entry,
): Promise<void> {
  const { accountId } = tx.scope.actor;
  await tx.db.insert(memberHistory).values({
    id: uuidv7(),
    memberId: id,
    version,
    at: new Date().toISOString(),
    accountId,
    actorName: await actorName(tx),
    action: entry.action,
    changes: [...entry.changes],
    reason: entry.reason,
    changeRequestId: entry.changeRequestId ?? null,
  });
}

/** The audit row of a change. */
export function auditChange(tx: WriteTransaction, row: RecordRow, { action, changes, reason }: Entry): void {
  tx.audit({
    action,
    entity: 'member',
    subjectId: row.id,
    organizationId: row.organizationId,
    fields: changes.map(({ field }) => field),
    version: row.version,
    reason,
  });
}

/** One living record per ID number: the refusal is the same whether the other record is in the reader's scope or not. */
export async function refusingTwins<Result>(write: Promise<Result>): Promise<Result> {
  try {
    return await write;
  } catch (error) {
    if (!isTwin(error) && !isTwin((error as { cause?: unknown } | null)?.cause)) throw error;
    throw new AppError('conflict', 'archives.id-number-taken', 'This ID number is on another record.', {
      detail:
        'Check the number. If it is right, the person is on record in the enterprise already and is to be transferred.',
      errors: [{ field: 'idNumber', code: 'taken', message: 'Is on another record.' }],
    });
  }
}

function isTwin(error: unknown): boolean {
  const { code, constraint_name: constraint } = (error ?? {}) as Record<string, unknown>;
  return code === '23505' && constraint === 'members_id_number';
}
