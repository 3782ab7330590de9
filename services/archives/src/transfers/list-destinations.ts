import { homeTypes } from '@banyan/contracts/organization';
import { type AppContext, authorize, parseQuery } from '@banyan/service-kit/http-app';
import type { OrganizationTree, TreeNode } from '@banyan/service-kit/organization-tree';
import type { Deps } from '../deps.ts';
import { jsonResponse } from '../members/record-response.ts';
import { destinationsQuery } from './transfer-requests.ts';
import { namePath } from './view-transfer.ts';

const most = 20;

/**
 * Branches that somebody may be sent to: all of the enterprise, whatever part of the tree the applicant otherwise sees. The
 * name of a branch is no personal data, and whoever moves has to be able to say where to.
 */
export async function listDestinations({ kit }: Deps, c: AppContext): Promise<Response> {
  await authorize(kit, c, 'archives.transfer.create');
  const { q } = parseQuery(c, destinationsQuery);
  const tree = kit.tree();
  const found = [...tree.nodes()]
    .filter(({ type, status }) => (homeTypes as readonly string[]).includes(type) && status === 'active')
    .filter((node) => answersTo(tree, node, q))
    .toSorted((a, b) => rank(a, q) - rank(b, q) || (a.path < b.path ? -1 : 1));
  const items = found.slice(0, most).map(({ id, name }) => ({ id, name, path: namePath(tree, id) }));
  return jsonResponse({ items, total: found.length, totalIsExact: true });
}

/** Every word is part of the name or of a name above it. */
function answersTo(tree: OrganizationTree, node: TreeNode, q: string): boolean {
  if (q === '') return true;
  if (node.name.includes(q)) return true;
  const path = namePath(tree, node.id);
  return q.split(/\s+/).every((word) => path.includes(word));
}

function rank({ name }: TreeNode, q: string): number {
  return name.startsWith(q) ? 0 : name.includes(q) ? 1 : 2;
}
