import type { Stage } from '@banyan/contracts/person';
import type { FieldError } from '@banyan/service-kit/error';
import { appliesAt, type CustomField, type CustomValue, type CustomValues, isWrong } from './custom-field.ts';
import { checkCustomValue } from './custom-value.ts';

/** What becomes of the values of a record, with a line of history for each that changes. */
export interface CustomChange {
  /** All values of the record, those of fields that do not apply here among them. */
  readonly values: CustomValues;
  readonly changes: readonly { field: CustomName; from: CustomValue | null; to: CustomValue | null }[];
  readonly errors: readonly FieldError[];
}

export type CustomName = `custom.${string}`;

/** The name of a field of this kind in history, audit, errors and facts. */
export function customName(key: string): CustomName {
  return `custom.${key}`;
}

/** The key in such a name, null in any other. */
export function keyIn(name: string): string | null {
  return isCustomName(name) ? name.slice(customName('').length) : null;
}

export function isCustomName(name: string): name is CustomName {
  return name.startsWith(customName(''));
}

export interface CustomPlace {
  readonly fields: readonly CustomField[];
  readonly stage: Stage;
  /** Of a new record every required field is asked for; of a known one only what is sent. */
  readonly isNew: boolean;
}

/** Sets values of a record by the fields of its organization; null takes a value away. */
export function changeCustom(
  { fields, stage, isNew }: CustomPlace,
  before: CustomValues,
  given: Readonly<Record<string, unknown>>,
): CustomChange {
  const byKey = new Map(fields.map((field) => [field.key, field]));
  const values: Record<string, CustomValue> = { ...before };
  const changes: CustomChange['changes'][number][] = [];
  const errors: FieldError[] = [];
  const asked = isNew ? fields.filter((one) => one.required && appliesAt(one, stage)) : [];
  for (const key of new Set([...Object.keys(given), ...asked.map((one) => one.key)])) {
    const from = Object.hasOwn(before, key) ? (before[key] as CustomValue) : null;
    const reading = judge(byKey.get(key), given[key] ?? null, from, stage);
    if ('code' in reading) {
      errors.push({ field: customName(key), code: reading.code, message: reading.message });
      continue;
    }
    const to = reading.value;
    if (same(from, to)) continue;
    if (to === null) delete values[key];
    else values[key] = to;
    changes.push({ field: customName(key), from, to });
  }
  return { values, changes, errors };
}

type Judgement = { readonly value: CustomValue | null } | { readonly code: string; readonly message: string };

/** A value that stays as it is needs no judgement: limits may have become narrower, and a choice may have been retired. */
function judge(
  field: CustomField | undefined,
  value: unknown,
  from: CustomValue | null,
  stage: Stage,
): Judgement {
  if (field === undefined || field.archived)
    return { code: 'custom.unknown', message: 'No field of this organization.' };
  if (from !== null && same(from, value)) return { value: from };
  if (value !== null && !appliesAt(field, stage))
    return { code: 'custom.stage', message: `Is not asked for at stage ${stage}.` };
  if (!appliesAt(field, stage)) return { value: null };
  const reading = checkCustomValue(field, value);
  return isWrong(reading) ? reading : { value: reading.value };
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
