import { holdHome } from '../members/check-values.ts';
import type { RecordRow } from '../members/member-table.ts';
import { daysAfter, letterNumber } from './letter-rules.ts';
import { letterOfRecord } from './letter-person.ts';
import { branchEnded, checkMovable, personElsewhere } from './refusals.ts';
import type { TransferState } from './transfer.ts';
import { nextSerial, type TransferInsert, type TransferRow } from './transfer-table.ts';
import type { Work } from './take-act.ts';

/** The person is still where the transfer begins, and in good standing. Returns the locked record. */
export function personAtStart(
  row: TransferRow,
  person: RecordRow | undefined,
  state: TransferState,
): RecordRow {
  if (person === undefined) throw new Error(`Transfer ${row.id} has no person.`);
  if (person.organizationId !== row.fromOrganizationId) throw personElsewhere(person, state);
  checkMovable(person, state);
  return person;
}

/** The branch goes on until the commit, so that nobody is sent, or taken, to one that is just ending. */
export async function holdDestination({ tx }: Work, row: TransferRow, state: TransferState): Promise<void> {
  if (row.toOrganizationId === null) return;
  await holdHome(tx, row.toOrganizationId).catch(() => {
    throw branchEnded(state);
  });
}

/** Approving, and resuming with a new letter: its number, its last day, and what it says of the person today. */
export async function issueLetter(
  work: Work,
  row: TransferRow,
  person: RecordRow | undefined,
  state: TransferState,
  days: number | undefined,
): Promise<Partial<TransferInsert>> {
  const record = personAtStart(row, person, state);
  await holdDestination(work, row, state);
  const { today } = work;
  const validDays = days ?? row.validDays;
  const year = today.slice(0, 4);
  return {
    ...letterOfRecord(record),
    validDays,
    letterNumber: letterNumber(year, await nextSerial(work.tx, year)),
    issuedOn: today,
    expiresOn: daysAfter(today, validDays),
    remindedOn: null,
  };
}
