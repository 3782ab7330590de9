import type { AppContext } from '@banyan/service-kit/http-app';
import type { Deps } from '../deps.ts';
import { jsonResponse } from '../members/record-response.ts';
import { fieldViewer } from './field-views.ts';
import { auditField, fieldToChange, lockField, selectField } from './load-field.ts';

/** Takes a field out of use; what records say in it is kept. */
export function archiveField(deps: Deps, c: AppContext): Promise<Response> {
  return setArchived(deps, c, true);
}

/** Brings a field back, with the values that it had. */
export function restoreField(deps: Deps, c: AppContext): Promise<Response> {
  return setArchived(deps, c, false);
}

async function setArchived(deps: Deps, c: AppContext, archived: boolean): Promise<Response> {
  const { kit } = deps;
  const { scope, field } = await fieldToChange(deps, c);
  const view = fieldViewer(kit.authorizer, kit.tree(), scope.actor);
  const answer = await kit.database.write(scope, async (tx) => {
    const before = await lockField(tx, field.id);
    if (before.archived === archived) return view(before);
    await tx.sql`update custom_fields set archived_at = ${archived ? new Date().toISOString() : null},
      version = version + 1, updated_at = now() where id = ${field.id}`;
    const next = await selectField(tx, field.id);
    auditField(tx, archived ? 'archive' : 'restore', next, ['archived']);
    return view(next);
  });
  return jsonResponse(answer);
}
