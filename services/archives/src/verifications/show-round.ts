import type { Transaction } from '@banyan/service-kit/database';
import { type AppContext, authorize } from '@banyan/service-kit/http-app';
import type { OrganizationTree } from '@banyan/service-kit/organization-tree';
import type { Scope } from '@banyan/service-kit/scope';
import type { Deps } from '../deps.ts';
import { isoInstant } from '../members/show-views.ts';
import { placeOfRound } from './load-round.ts';
import { progressOfRounds, roundView, topsOf } from './show-views.ts';
import { nothing } from './verification.ts';
import { roundReach } from './verification-policy.ts';
import { lastReminder, selectRound } from './verification-table.ts';
import type { RoundRecordView } from './verification-views.ts';

/** One round, with how far the reader's part of it has come. */
export async function showRound(deps: Deps, c: AppContext): Promise<Response> {
  const { kit } = deps;
  const granted = await authorize(kit, c, 'archives.verification.read');
  const id = c.req.param('id') as string;
  const { part } = await placeOfRound(deps, granted, id);
  return roundResponse(await kit.database.read(part, (tx) => viewOfRound(deps, tx, part, id)));
}

/** The round as this transaction sees it, for a reader with this part of it. */
export async function viewOfRound(
  { kit }: Deps,
  tx: Transaction,
  part: Scope,
  id: string,
): Promise<RoundRecordView> {
  const tree = kit.tree();
  const row = await selectRound(tx, id);
  const reach = roundReach(kit.authorizer, tree, part.actor);
  const reached = topsOf(part, tree).flatMap((top) => withAncestors(tree, top));
  const [progress, reminder] = await Promise.all([
    progressOfRounds(tx, tree, part, [row]),
    lastReminder(tx, id, reached),
  ]);
  return {
    ...roundView(reach, part, row, progress.get(id) ?? nothing, kit.clock.today()),
    reminder: reminder && {
      at: isoInstant(reminder.at),
      note: reminder.note,
      by: reminder.authorName,
    },
  };
}

function withAncestors(tree: OrganizationTree, id: string): string[] {
  const found: string[] = [];
  for (let node = tree.get(id); node !== undefined; node = tree.get(node.parentId ?? '')) found.push(node.id);
  return found;
}

export function roundResponse(view: RoundRecordView, created = false): Response {
  return new Response(JSON.stringify(view), {
    status: created ? 201 : 200,
    headers: {
      'content-type': 'application/json',
      'cache-control': 'no-store',
      etag: `"${view.version}"`,
      ...(created ? { location: `/api/archives/verifications/${view.id}` } : {}),
    },
  });
}
