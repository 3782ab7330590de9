import { AppError, notFound } from '@banyan/service-kit/error';
import { type AppContext, ifMatch, jsonOf, parseBody } from '@banyan/service-kit/http-app';
import type { Deps } from '../deps.ts';
import { jsonResponse } from '../members/record-response.ts';
import { answerView } from './answer-view.ts';
import { auditView, checkSharing, viewToChange } from './load-view.ts';
import { correctViewSchema, type ViewAnswer } from './routes.ts';
import type { SavedView } from './saved-view.ts';
import { jsonText, preferencesOf, selectView } from './view-table.ts';

/** Renames, overwrites, shares a view, or takes it back for oneself. */
export async function correctView(deps: Deps, c: AppContext): Promise<Response> {
  const { kit } = deps;
  const { reach, view } = await viewToChange(deps, c);
  const version = ifMatch(c);
  const correction = parseBody(correctViewSchema, await jsonOf(c));
  checkSharing(reach, correction.organizationId ?? null);
  const isShared = view.organizationId !== null || (correction.organizationId ?? null) !== null;
  const scope = isShared && reach.settings !== null ? reach.settings : reach.read;
  const answer = await kit.database.write(scope, async (tx) => {
    const [before, preferences] = [
      await selectView(tx, view.id, { lock: true }),
      await preferencesOf(tx, view.list),
    ];
    if (before === undefined) throw notFound();
    if (before.version !== version) throw stale(answerView(reach, before, preferences));
    const fields = Object.keys(correction).filter((field) => differs(before, correction, field));
    if (fields.length === 0) return answerView(reach, before, preferences);
    const next = { ...before, ...correction } as SavedView;
    // Whoever takes a shared view back has it as an own one.
    const owner = next.organizationId === null ? scope.actor.accountId : before.accountId;
    await tx.sql`
      update saved_views set name = ${next.name}, account_id = ${owner}, organization_id = ${next.organizationId},
        filters = ${jsonText(next.filters)}::text::jsonb, sort = ${next.sort},
        columns = ${jsonText(next.columns)}::text::jsonb, version = version + 1, updated_at = now()
      where id = ${view.id}`;
    const after = (await selectView(tx, view.id)) as SavedView;
    auditView(
      tx,
      'update',
      { ...after, organizationId: after.organizationId ?? before.organizationId },
      fields,
    );
    return answerView(reach, after, preferences);
  });
  return jsonResponse(answer);
}

function differs(before: SavedView, correction: object, field: string): boolean {
  const [a, b] = [before, correction].map((of) => (of as Record<string, unknown>)[field]);
  return JSON.stringify(a) !== JSON.stringify(b);
}

function stale(current: ViewAnswer): AppError {
  return new AppError('stale', 'record.stale', 'Somebody else has changed this view meanwhile.', {
    detail: 'Look at the view as it is now, and save again if it should still change.',
    extensions: { current, changed: [] },
  });
}
