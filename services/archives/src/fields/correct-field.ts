import { type AppContext, ifMatch, jsonOf, parseBody } from '@banyan/service-kit/http-app';
import type { Deps } from '../deps.ts';
import { jsonResponse } from '../members/record-response.ts';
import type { CustomField } from './custom-field.ts';
import { checkDefinition, mergeOptions } from './field-rules.ts';
import { columnsOfField } from './field-table.ts';
import { fieldViewer } from './field-views.ts';
import { auditField, fieldToChange, lockField, selectField, staleField } from './load-field.ts';
import { correctFieldSchema } from './routes.ts';
import { writeColumns } from './write-field.ts';

/** Changes what a field says. Key, kind and owner stay: values that were given under them would mean something else. */
export async function correctField(deps: Deps, c: AppContext): Promise<Response> {
  const { kit } = deps;
  const { scope, field } = await fieldToChange(deps, c);
  const version = ifMatch(c);
  const correction = parseBody(correctFieldSchema, await jsonOf(c));
  const view = fieldViewer(kit.authorizer, kit.tree(), scope.actor);
  const corrected = await kit.database.write(scope, async (tx) => {
    const before = await lockField(tx, field.id);
    if (before.version !== version) throw staleField(view(before));
    const { options, ...plain } = correction;
    const after = {
      ...before,
      ...plain,
      ...(options === undefined ? {} : { options: mergeOptions(before.options, options) }),
    } as CustomField;
    checkDefinition(after);
    const changed = changedOf(before, after);
    if (Object.keys(changed).length === 0) return view(before);
    await writeColumns(tx, field.id, columnsOfField(changed));
    await tx.sql`update custom_fields set version = version + 1, updated_at = now() where id = ${field.id}`;
    const next = await selectField(tx, field.id);
    auditField(tx, 'update', next, Object.keys(changed));
    return view(next);
  });
  return jsonResponse(corrected);
}

function changedOf(before: CustomField, after: CustomField): Partial<CustomField> {
  return Object.fromEntries(
    Object.entries(after).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof CustomField]),
    ),
  );
}
