import { type AppContext, authorize, parseQuery } from '@banyan/service-kit/http-app';
import type { Deps } from '../deps.ts';
import { jsonResponse } from '../members/record-response.ts';
import { answerView } from './answer-view.ts';
import { listViewsQuerySchema } from './routes.ts';
import { inPersonalOrder } from './saved-view.ts';
import { offersView, viewReach } from './view-policy.ts';
import { preferencesOf, viewsOfList } from './view-table.ts';

/** The views that I may open on a list: mine, and those shared with the organizations that I am of. */
export async function listViews({ kit }: Deps, c: AppContext): Promise<Response> {
  const scope = await authorize(kit, c, 'archives.member.read');
  const { list, node = null } = parseQuery(c, listViewsQuerySchema);
  const reach = viewReach(kit.authorizer, kit.tree(), scope);
  const [views, preferences] = await kit.database.read(scope, (tx) =>
    Promise.all([viewsOfList(tx, list), preferencesOf(tx, list)]),
  );
  const offered = views.filter((view) => offersView(reach, view, node));
  const items = inPersonalOrder(offered, preferences).map((view) => answerView(reach, view, preferences));
  return jsonResponse({ items, total: items.length, totalIsExact: true });
}
