import { notFound } from '@banyan/service-kit/error';
import type { Transaction } from '@banyan/service-kit/database';
import { type AppContext, authorize, parseQuery } from '@banyan/service-kit/http-app';
import { pageOf } from '@banyan/service-kit/list';
import type { OrganizationTree } from '@banyan/service-kit/organization-tree';
import { holds, type Scope, subtreeRange, within } from '@banyan/service-kit/scope';
import type { Deps } from '../deps.ts';
import { jsonResponse } from '../members/record-response.ts';
import { placeOfRound } from './load-round.ts';
import { countProgress, keptResults, sumOf } from './round-progress.ts';
import { listBranchesSchema } from './routes.ts';
import { topsOf } from './show-views.ts';
import { isOverdue, nothing, type Progress } from './verification.ts';
import { isAtOrBelow, isHome } from './verification-policy.ts';
import { type RoundRow, selectRound } from './verification-table.ts';
import type { BranchProgressView } from './verification-views.ts';

interface Child {
  readonly id: string;
  readonly path: string;
  readonly type: string;
  readonly name: string;
}

/** How far each node directly below a node has come, with all below it. */
export async function listBranches(deps: Deps, c: AppContext): Promise<Response> {
  const { kit } = deps;
  const granted = await authorize(kit, c, 'archives.verification.read');
  const id = c.req.param('id') as string;
  const { organizationId: top, part } = await placeOfRound(deps, granted, id);
  const query = parseQuery(c, listBranchesSchema);
  const { limit, offset } = pageOf(query);
  const tree = kit.tree();
  const seen = query.node === undefined ? part : within(part, tree, query.node);
  const parents = parentsAsked(query.organizationId?.toLowerCase(), seen, tree, top);
  const { round, rows } = await kit.database.read(part, async (tx) => {
    const found = await selectRound(tx, id);
    return {
      round: found,
      rows: await progressOfChildren(tx, found, await childrenOf(tx, parents, seen, tree)),
    };
  });
  const asked = rows.filter(([, { people }]) => people > 0);
  const today = kit.clock.today();
  const listed = asked.filter(([, progress]) => isListed(progress, query.only));
  return jsonResponse({
    items: listed
      .slice(offset, offset + limit)
      .map(([{ id: childId, name, type }, progress]): BranchProgressView => ({
        id: childId,
        name,
        type,
        isBranch: isHome({ type }),
        isOverdue: isOverdue(round, progress, today),
        progress,
      })),
    total: listed.length,
    totalIsExact: true,
    progress: sumOf(asked.map(([, progress]) => progress)),
  });
}

type Parents = { readonly of: string } | { readonly tops: readonly string[] };

/** The children of one node, or the topmost nodes of the reader where there are several. */
function parentsAsked(asked: string | undefined, seen: Scope, tree: OrganizationTree, top: string): Parents {
  if (asked !== undefined) {
    if (!holds(seen, tree, asked) || !isAtOrBelow(tree, asked, top)) throw notFound();
    return { of: asked };
  }
  const tops = topsOf(seen, tree);
  const [only] = tops;
  const node = tops.length === 1 && only !== undefined ? tree.get(only) : undefined;
  return node === undefined || isHome(node) ? { tops } : { of: node.id };
}

/** In the order of the tree. A branch is a child of itself: it has no nodes that are counted below it. */
async function childrenOf(
  tx: Transaction,
  parents: Parents,
  seen: Scope,
  tree: OrganizationTree,
): Promise<Child[]> {
  const alone = 'of' in parents ? tree.get(parents.of) : undefined;
  const ids = 'tops' in parents ? parents.tops : alone !== undefined && isHome(alone) ? [alone.id] : null;
  const children =
    ids === null && 'of' in parents
      ? await tx.sql<Child[]>`
          select id, path, type, name from organizations where parent_id = ${parents.of} order by sort, name, id`
      : await tx.sql<Child[]>`
          select id, path, type, name from organizations
          where id = any(${`{${(ids ?? []).join(',')}}`}::text::uuid[]) order by sort, name, id`;
  return children.filter(({ id, type }) => type !== 'section' && holds(seen, tree, id));
}

async function progressOfChildren(
  tx: Transaction,
  { id: roundId, state }: RoundRow,
  children: readonly Child[],
): Promise<[Child, Progress][]> {
  if (state === 'closed') {
    const kept = await keptResults(
      tx,
      children.map(({ id: nodeId }) => ({ roundId, nodeId })),
    );
    return children.map((child) => [child, kept.get(`${roundId} ${child.id}`) ?? nothing]);
  }
  const parts = children.map(({ id, path }) => ({ ...subtreeRange(path), roundId, key: id }));
  const counted = await countProgress(tx, parts);
  return children.map((child) => [child, counted.get(child.id) ?? nothing]);
}

function isListed({ people, answered }: Progress, only: 'finished' | 'unfinished' | undefined): boolean {
  return only === undefined || (only === 'finished') === answered >= people;
}
