import { memberAdmitted, memberTransferred } from '@banyan/contracts/archives/events';
import { auditChange, type Entry, storeEntry } from '../members/change-record.ts';
import { selectRecord } from '../members/load-member.ts';
import { isSensitive } from '../members/masks.ts';
import type { MemberField, MemberValues } from '../members/member-fields.ts';
import { livingStates } from '../members/member.ts';
import { blankValues, changedFields, columnsOf, storedChanges, valuesOf } from '../members/member-record.ts';
import { type MemberInsert, members, type RecordRow } from '../members/member-table.ts';
import { personOf } from '../members/show-views.ts';
import type { Sealer } from '../members/sealed-fields.ts';
import { storeMove } from './move-person.ts';
import { onRecordAlready } from './refusals.ts';
import type { ArrivingValues, TransferRow } from './transfer-table.ts';
import type { Work } from './take-act.ts';

/** What was typed in of somebody from outside, for the time until there is a record. */
export function sealArriving(sealer: Sealer, memberId: string, values: MemberValues): ArrivingValues {
  const seal = (field: string, value: unknown): unknown =>
    isSensitive(field) && value !== null
      ? sealer.seal(memberId, field, String(value)).toString('base64')
      : value;
  return Object.fromEntries(Object.entries(values).map(([field, value]) => [field, seal(field, value)]));
}

function openArriving(sealer: Sealer, { memberId, arriving }: TransferRow): MemberValues {
  const open = (field: string, value: unknown): unknown =>
    isSensitive(field) && value !== null
      ? sealer.open(memberId, field, Buffer.from(String(value), 'base64'))
      : value;
  const values = Object.entries(arriving ?? {}).map(([field, value]) => [field, open(field, value)]);
  return { ...blankValues, ...Object.fromEntries(values) } as MemberValues;
}

/** Somebody from outside is on the roll from now on: with a new record, or with the one that was left behind. */
export async function putOnRecord(
  work: Work,
  row: TransferRow,
  person: RecordRow | undefined,
): Promise<void> {
  const values = openArriving(work.deps.sealer, row);
  if (person === undefined) return admit(work, row, values);
  if (livingStates.includes(person.state) || person.state === 'deceased') throw onRecordAlready();
  await takeUp(work, row, person, values);
}

async function admit({ deps, tx, today }: Work, row: TransferRow, values: MemberValues): Promise<void> {
  const { sealer } = deps;
  const { memberId: id } = row;
  const now = new Date().toISOString();
  await tx.db.insert(members).values({
    ...columnsOf(sealer, id, values),
    id,
    organizationId: row.toOrganizationId as string,
    stage: row.person.stage,
    state: 'active',
    version: 1,
    createdAt: now,
    updatedAt: now,
  } as MemberInsert);
  const fields = changedFields({ ...blankValues, name: '' }, values);
  const entry: Entry = {
    action: 'archives.member.admit',
    changes: storedChanges(sealer, id, fields, null, values),
    reason: row.reason,
  };
  await storeEntry(tx, id, 1, entry);
  const admitted = (await selectRecord(tx, id)) as RecordRow;
  auditChange(tx, admitted, entry);
  const change = { version: 1, person: personOf(admitted) };
  tx.emit(memberAdmitted, id, change);
  const { duesPaidThrough } = row;
  const arrival = { from: null, to: row.toOrganizationId, on: today, transferId: row.id, duesPaidThrough };
  tx.emit(memberTransferred, id, { ...change, ...arrival });
}

/** What is newly known replaces what the record had; what is not known again stays. */
async function takeUp(work: Work, row: TransferRow, person: RecordRow, values: MemberValues): Promise<void> {
  const { sealer } = work.deps;
  const before = valuesOf(sealer, person);
  const known = Object.fromEntries(
    Object.entries(values).filter(
      ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
    ),
  );
  const after = { ...before, ...known } as MemberValues;
  const fields: MemberField[] = changedFields(before, after);
  const changed = Object.fromEntries(fields.map((field) => [field, after[field]]));
  await storeMove(
    work,
    row,
    person,
    {
      organizationId: row.toOrganizationId as string,
      sectionId: null,
      stage: row.person.stage,
      state: 'active',
      stateOn: work.today,
      leftKind: null,
      lostContactOn: null,
    },
    work.today,
    {
      columns: columnsOf(sealer, person.id, changed),
      changes: storedChanges(sealer, person.id, fields, before, after),
    },
  );
}
