import { memberUpdated } from '@banyan/contracts/archives/events';
import type { FieldError } from '@banyan/service-kit/error';
import type { WriteTransaction } from '@banyan/service-kit/database';
import type { Kit } from '@banyan/service-kit/kit';
import type { z } from 'zod';
import type { Deps } from '../deps.ts';
import { auditChange, type Entry, storeChange } from './change-record.ts';
import { checkValues } from './check-values.ts';
import { customChange } from './custom-change.ts';
import { completed } from './member-checks.ts';
import type { MemberValues } from './member-fields.ts';
import { changedFields, columnsOf, storedChanges, valuesOf } from './member-record.ts';
import type { RecordRow } from './member-table.ts';
import type { correctMemberSchema } from './routes.ts';
import { personOf } from './show-views.ts';

export type Correction = z.output<typeof correctMemberSchema>;

/**
 * Sets fields of a locked record: checked as a correction is, with history, audit row and fact. Returns the record as it
 * is now, which is the same where nothing differs.
 */
export async function applyCorrection(
  { kit, sealer }: Deps,
  tx: WriteTransaction,
  row: RecordRow,
  correction: Correction,
  because: Pick<Entry, 'reason' | 'changeRequestId'> = { reason: null },
): Promise<RecordRow> {
  const before = valuesOf(sealer, row);
  const after = corrected(before, correction, kit.clock.today());
  const custom = await customChange(tx, row, correction.custom ?? {});
  checkCorrection(kit, row, after, correction, custom.errors);
  const plain = changedFields(before, after);
  const fields = [...plain, ...custom.changes.map(({ field }) => field)];
  if (fields.length === 0) return row;
  const changed = Object.fromEntries(plain.map((field) => [field, after[field]])) as Partial<MemberValues>;
  const entry: Entry = {
    action: 'archives.member.update',
    changes: [...storedChanges(sealer, row.id, plain, before, after), ...custom.changes],
    ...because,
  };
  const columns = { ...columnsOf(sealer, row.id, changed), ...custom.columns };
  const next = await storeChange(tx, row, columns, entry);
  auditChange(tx, next, entry);
  tx.emit(memberUpdated, row.id, { version: next.version, person: personOf(next), fields });
  return next;
}

/** A new number tells sex and birth date where they are not known; other corrections leave them as they are. */
export function corrected(before: MemberValues, correction: Correction, today: string): MemberValues {
  const wanted = { ...before, ...correction } as MemberValues;
  return 'idNumber' in correction ? completed(wanted, today) : wanted;
}

/** Throws `invalid` with every rule that the corrected fields break. */
export function checkCorrection(
  kit: Kit,
  row: RecordRow,
  after: MemberValues,
  correction: Correction,
  others: readonly FieldError[] = [],
): void {
  const touched = new Set(Object.keys(correction));
  checkValues(after, row, kit.clock.today(), kit.tree(), row.organizationId, touched, others);
}
