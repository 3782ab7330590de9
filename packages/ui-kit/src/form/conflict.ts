import type { Problem } from '../problem.ts';
import type { FieldValue, FormField, FormValues } from './fields.tsx';

export type ConflictRow = {
  field: FormField;
  base: FieldValue;
  mine: FieldValue;
  theirs: FieldValue;
  /** Both changed it, to different values: the person chooses. */
  contested: boolean;
};

export type Conflict = { rows: ConflictRow[]; theirs: FormValues; version: number };

/** The conflict that a refusal speaks of; null when it is a refusal of another kind. */
export function conflictOf(
  problem: Problem,
  fields: FormField[],
  base: FormValues,
  mine: FormValues,
  valuesOf: (record: Record<string, unknown>) => FormValues = (record) => record as FormValues,
): Conflict | null {
  if (problem.status !== 412 || !problem.current) return null;
  const theirs = valuesOf(problem.current);
  return {
    rows: conflictRows(fields, base, mine, theirs),
    theirs,
    version: Number(problem.current['version']),
  };
}

export type Choice = 'mine' | 'theirs';

/** What somebody else changed since I began, beside what I typed. */
export function conflictRows(
  fields: FormField[],
  base: FormValues,
  mine: FormValues,
  theirs: FormValues,
): ConflictRow[] {
  return fields
    .filter((field) => !same(base[field.name], theirs[field.name]))
    .map((field) => ({
      field,
      base: base[field.name],
      mine: mine[field.name],
      theirs: theirs[field.name],
      contested: !same(mine[field.name], base[field.name]) && !same(mine[field.name], theirs[field.name]),
    }));
}

/** Their record, with my changes and my choices on top. */
export function merge(rows: ConflictRow[], mine: FormValues, choices: Record<string, Choice>): FormValues {
  const merged = { ...mine };
  for (const { field, theirs, contested } of rows)
    if (!contested || choices[field.name] !== 'mine') merged[field.name] = theirs;
  return merged;
}

/** The fields that differ, with null for what was emptied: the body of a PATCH. */
export function changedFields(fields: FormField[], base: FormValues, values: FormValues): FormValues {
  const changes: FormValues = {};
  for (const { name } of fields)
    if (!same(base[name], values[name])) changes[name] = emptyToNull(values[name]);
  return changes;
}

function same(a: FieldValue, b: FieldValue): boolean {
  return JSON.stringify(emptyToNull(a)) === JSON.stringify(emptyToNull(b));
}

function emptyToNull(value: FieldValue): Exclude<FieldValue, undefined> {
  return value === undefined || value === '' ? null : value;
}
