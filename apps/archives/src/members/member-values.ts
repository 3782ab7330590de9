import { type FieldValue, type FormField, type FormValues, Problem, problemOf } from '@banyan/ui-kit';
import { customName, isCustomName } from '../fields/custom-field.ts';
import { type Member, sensitiveFields } from './member.ts';
import type { Row } from './RowsField.tsx';

/** Values of the form in a record: sensitive fields start empty, since only their mask is known. */
export function formValuesOf(fields: FormField[], record: Record<string, unknown>): FormValues {
  const values = Object.fromEntries(
    fields.map(({ name }) => [name, (record[name] ?? null) as FieldValue]),
  ) as FormValues;
  for (const name of sensitiveFields) values[name] = null;
  for (const name of ['introducers', 'cultivators'] as const)
    values[name] = ((record[name] ?? []) as { name: string }[]).map((person) => person.name);
  for (const name of ['awards', 'penalties', 'family', 'resume']) values[name] ??= [];
  for (const [key, value] of Object.entries((record['custom'] ?? {}) as Record<string, FieldValue>))
    values[customName(key)] = value;
  values['outflow'] = (record['outflow'] ? [record['outflow']] : []) as unknown as FieldValue;
  return values;
}

/** What the service takes: people as objects again, the one outflow out of its list. */
export function bodyOf(changes: FormValues, member?: Member): Record<string, unknown> {
  const given = Object.entries(changes);
  const body: Record<string, unknown> = Object.fromEntries(given.filter(([name]) => !isCustomName(name)));
  const custom = given.filter(([name]) => isCustomName(name));
  if (custom.length > 0)
    body['custom'] = Object.fromEntries(
      custom.map(([name, value]) => [name.slice(customName('').length), value]),
    );
  for (const name of ['introducers', 'cultivators'] as const) {
    if (!(name in changes)) continue;
    const known = new Map(member?.[name].map((person) => [person.name, person.memberId ?? null]));
    body[name] = ((changes[name] ?? []) as string[]).map((text) => ({
      name: text,
      memberId: known.get(text) ?? null,
    }));
  }
  if ('outflow' in changes) body['outflow'] = (changes['outflow'] as unknown as Row[] | null)?.[0] ?? null;
  for (const name of ['awards', 'penalties', 'family', 'resume'])
    if (name in changes) body[name] = changes[name] ?? [];
  return body;
}

/** A refusal inside a list (`awards.0.title`) belongs to the list, which is one field of the form. */
export function onWholeFields(error: unknown): Problem {
  const problem = problemOf(error);
  const whole = (field: string) => (isCustomName(field) ? field : (field.split('.')[0] ?? field));
  if (problem.errors.every(({ field }) => whole(field) === field)) return problem;
  return new Problem(problem.status, {
    code: problem.code,
    title: problem.message,
    ...(problem.requestId ? { requestId: problem.requestId } : {}),
    errors: problem.errors.map((entry) => ({ ...entry, field: whole(entry.field) })),
  });
}
