import { type FieldError, invalid } from '@banyan/service-kit/error';
import type { CustomField, FieldOption } from './custom-field.ts';

/** One form has room for so many of one organization. */
export const mostFields = 60;

/** Choices as they are wanted, and behind them, retired, those that are left out: values that name them stay readable. */
export function mergeOptions(before: readonly FieldOption[], wanted: readonly FieldOption[]): FieldOption[] {
  const kept = new Set(wanted.map(({ value }) => value));
  return [
    ...wanted,
    ...before.filter(({ value }) => !kept.has(value)).map((option) => ({ ...option, retired: true })),
  ];
}

type Written = Pick<CustomField, 'kind' | 'unit' | 'minimum' | 'maximum' | 'options'>;

/** What a definition says that its kind has no use for, or that contradicts itself. */
export function definitionErrors(field: Written): FieldError[] {
  const errors: FieldError[] = [];
  const add = (name: string, code: string, message: string) =>
    void errors.push({ field: name, code, message });
  const isList = field.kind === 'one-of' || field.kind === 'several-of';
  if (field.kind !== 'number')
    for (const name of ['unit', 'minimum', 'maximum'] as const)
      if (field[name] !== null) add(name, 'field.number-only', 'Numbers alone have it.');
  if (field.minimum !== null && field.maximum !== null && field.minimum > field.maximum)
    add('maximum', 'field.bounds', 'Lies below the minimum.');
  if (!isList && field.options.length > 0) add('options', 'field.list-only', 'Lists alone have choices.');
  if (isList && field.options.every(({ retired }) => retired))
    add('options', 'field.no-choice', 'A list needs a choice.');
  const values = field.options.map(({ value }) => value);
  const labels = field.options.filter(({ retired }) => !retired).map(({ labelZh }) => labelZh);
  if (new Set(values).size < values.length || new Set(labels).size < labels.length)
    add('options', 'field.choice-twice', 'A choice is there twice.');
  return errors;
}

export function checkDefinition(field: Written): void {
  const errors = definitionErrors(field);
  if (errors.length > 0) throw invalid('archives.field-invalid', 'The field cannot be like this.', errors);
}
