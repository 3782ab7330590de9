import type { Stage } from '@banyan/contracts/person';
import { changeCustom, type CustomChange, customName, keyIn } from '../fields/change-custom.ts';
import { appliesAt, type CustomField, type CustomValues } from '../fields/custom-field.ts';
import type { RowCode } from './import-codes.ts';
import { codeOf } from './parse-custom.ts';
import type { Issue, Layout, ParsedRow } from './parse-row.ts';

/** What becomes of the custom values of a record, with a line of history for each that changes. */
export type CustomStep = Pick<CustomChange, 'values' | 'changes'>;

interface Place {
  /** Null where the row does not say it, which is wrong in itself. */
  readonly organizationId: string | null;
  readonly stage: Stage | null;
  readonly before: CustomValues;
  /** Somebody new is asked for what is required, where the file has a column for it. */
  readonly isNew: boolean;
}

/** Whether the person of a row has these fields, and their values are within limits. Null where nothing is given. */
export function settleCustom(
  { custom, customNames = [] }: Layout,
  parsed: ParsedRow,
  { organizationId, stage, before, isNew }: Place,
  errors: Issue<RowCode>[],
): CustomStep | null {
  if (custom === undefined || (customNames.length === 0 && parsed.custom.size === 0)) return null;
  if (organizationId === null || stage === null) return null;
  const fields = custom.at(organizationId);
  if (isNew)
    for (const field of fields)
      if (isMissing(field)) errors.push({ field: customName(field.key), code: 'value.required' });
  if (parsed.custom.size === 0) return null;
  const given = Object.fromEntries([...parsed.custom].map(([name, value]) => [keyIn(name), value]));
  const { values, changes, errors: wrong } = changeCustom({ fields, stage, isNew: false }, before, given);
  for (const { field: name, code } of wrong) {
    const field = customName(keyIn(name) ?? '');
    errors.push({ field, code: codeOf(custom.fields.get(field) as CustomField, code) });
  }
  return changes.length === 0 ? null : { values, changes };

  function isMissing(field: CustomField): boolean {
    const name = customName(field.key);
    const isAsked = field.required && customNames.includes(name) && appliesAt(field, stage as Stage);
    return isAsked && !parsed.given.has(name);
  }
}
