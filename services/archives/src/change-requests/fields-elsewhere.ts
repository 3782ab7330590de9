import { isCustomName } from '../fields/change-custom.ts';
import type { ProposedName } from './change-request.ts';
import type { FieldRow } from './change-request-table.ts';

/** Under this name custom fields are shown that are unknown where the person is now: by neither key nor value. */
export const elsewhere = 'custom';
export type ShownName = ProposedName | typeof elsewhere;

export interface ShownField extends Omit<FieldRow, 'field'> {
  readonly field: ShownName;
}

/** What readers see of a request: of fields that the person left behind only that some of them still wait. */
export function shownFields(fields: readonly FieldRow[], known: ReadonlySet<string>): ShownField[] {
  const seen = fields.filter(({ field }) => !isElsewhere(field, known));
  const waiting = leftBehind(fields, known)[0];
  return waiting === undefined ? seen : [...seen, { ...waiting, field: elsewhere, from: null, to: null }];
}

/** The undecided fields for which the one name stands. */
export function leftBehind(fields: readonly FieldRow[], known: ReadonlySet<string>): FieldRow[] {
  return fields.filter(({ field, decision }) => decision === null && isElsewhere(field, known));
}

function isElsewhere(field: ProposedName, known: ReadonlySet<string>): boolean {
  return isCustomName(field) && !known.has(field);
}
