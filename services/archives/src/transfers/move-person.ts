import { memberStatusChanged, memberTransferred } from '@banyan/contracts/archives/events';
import { auditChange, type Entry, storeChange } from '../members/change-record.ts';
import type { MemberInsert, RecordRow, StoredChange } from '../members/member-table.ts';
import { personOf } from '../members/show-views.ts';
import { isWithBranch } from '../registers/floating-table.ts';
import { holdDestination, personAtStart } from './issue-letter.ts';
import { putOnRecord } from './put-on-record.ts';
import type { TransferState } from './transfer.ts';
import type { TransferInsert, TransferRow } from './transfer-table.ts';
import type { Work } from './take-act.ts';

const nothing = { columns: {}, changes: [] };

/** Stores a change of the locked record, and fields that were written anew along with it, with history, audit row and the fact of the transfer. */
export async function storeMove(
  { tx }: Pick<Work, 'tx'>,
  row: TransferRow,
  person: RecordRow,
  columns: Partial<MemberInsert>,
  on: string,
  written: { readonly columns: Partial<MemberInsert>; readonly changes: readonly StoredChange[] } = nothing,
): Promise<RecordRow> {
  const entry: Entry = {
    action: 'archives.member.transfer',
    changes: [
      ...Object.entries(columns)
        .filter(([field, to]) => person[field as keyof RecordRow] !== to)
        .map(([field, to]) => ({ field, from: person[field as keyof RecordRow], to })),
      ...written.changes,
    ],
    reason: row.reason,
  };
  const next = await storeChange(tx, person, { ...written.columns, ...columns }, entry);
  auditChange(tx, next, entry);
  tx.emit(memberTransferred, person.id, {
    version: next.version,
    person: personOf(next),
    from: row.fromOrganizationId,
    to: row.toOrganizationId,
    on,
    transferId: row.id,
    duesPaidThrough: row.duesPaidThrough,
  });
  return next;
}

/** The one place where a person goes from one branch to another: in the transaction that receives. */
export async function receivePerson(
  work: Work,
  row: TransferRow,
  person: RecordRow | undefined,
  state: TransferState,
): Promise<Partial<TransferInsert>> {
  await holdDestination(work, row, state);
  const receivedOn = work.today;
  if (row.kind === 'in') {
    await putOnRecord(work, row, person);
    return { receivedOn, arriving: null };
  }
  const record = personAtStart(row, person, state);
  const organizationId = row.toOrganizationId as string;
  const arrives = record.outflow !== null && (await isWithBranch(work.tx, record.id, organizationId));
  // A section is a part of the branch that is left.
  const columns = { organizationId, sectionId: null, ...(arrives ? { outflow: null } : {}) };
  await storeMove(work, row, record, columns, receivedOn);
  return { receivedOn };
}

/** The receipt of an organization outside is back: the person has left the enterprise. */
export async function letPersonGo(
  work: Work,
  row: TransferRow,
  person: RecordRow | undefined,
  state: TransferState,
  receivedOn: string,
): Promise<Partial<TransferInsert>> {
  const record = personAtStart(row, person, state);
  const columns = { state: 'transferred-out', stateOn: receivedOn } as const;
  const next = await storeMove(work, row, record, columns, receivedOn);
  work.tx.emit(memberStatusChanged, record.id, {
    version: next.version,
    person: personOf(next),
    from: { stage: record.stage, state: record.state },
    to: { stage: next.stage, state: next.state },
    on: receivedOn,
  });
  return { receivedOn, closedOn: work.today };
}
