import { notFound } from '@banyan/service-kit/error';
import type { AppContext } from '@banyan/service-kit/http-app';
import type { Deps } from '../deps.ts';
import { jsonResponse } from '../members/record-response.ts';
import { answerView } from './answer-view.ts';
import { auditView, viewToChange } from './load-view.ts';
import { preferencesOf, selectView } from './view-table.ts';

/** Takes a view away. It keeps its place and name for a while, so that it can be brought back. */
export async function removeView(deps: Deps, c: AppContext): Promise<Response> {
  const { reach, view } = await viewToChange(deps, c);
  const scope = view.organizationId !== null && reach.settings !== null ? reach.settings : reach.read;
  await deps.kit.database.write(scope, async (tx) => {
    await tx.sql`delete from saved_views where account_id = ${scope.actor.accountId}
      and removed_at < now() - interval '60 days'`;
    const removed = await tx.sql`
      update saved_views set removed_at = now() where id = ${view.id} and removed_at is null returning id`;
    if (removed.length > 0) auditView(tx, 'remove', view, []);
  });
  return new Response(null, { status: 204 });
}

export async function restoreView(deps: Deps, c: AppContext): Promise<Response> {
  const { reach, view } = await viewToChange(deps, c, true);
  const scope = view.organizationId !== null && reach.settings !== null ? reach.settings : reach.read;
  const answer = await deps.kit.database.write(scope, async (tx) => {
    await tx.sql`update saved_views set removed_at = null where id = ${view.id}`;
    const restored = await selectView(tx, view.id);
    if (restored === undefined) throw notFound();
    auditView(tx, 'restore', restored, []);
    return answerView(reach, restored, await preferencesOf(tx, view.list));
  });
  return jsonResponse(answer);
}
