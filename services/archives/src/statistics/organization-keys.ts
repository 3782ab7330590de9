import { homeTypes } from '@banyan/contracts/organization';
import type { OrganizationTree, TreeNode } from '@banyan/service-kit/organization-tree';
import { type PathRange, type Scope, subtreeRange, topNodes } from '@banyan/service-kit/scope';

/** A node as a line of a table: it and all below it. */
export interface OrganizationKey extends PathRange {
  readonly id: string;
  readonly name: string;
  readonly isActive: boolean;
}

/**
 * The nodes that a scope is told apart by: those right below the chosen node, or below the one node that the scope
 * begins with; a branch is told from nothing. A scope of several nodes is told apart by these.
 */
export function organizationKeys(
  scope: Scope,
  tree: OrganizationTree,
  chosen: string | undefined,
): OrganizationKey[] {
  const nodes = topNodes(scope, tree);
  const [only] = nodes;
  const top = chosen === undefined ? (nodes.length === 1 ? only : undefined) : tree.get(chosen);
  const below = top === undefined ? nodes : childrenOf(tree, top);
  const touches = ({ low, high }: PathRange) =>
    scope.whole || scope.ranges.some((range) => range.low < high && low < range.high);
  return below.map(keyOf).filter(touches);
}

function childrenOf(tree: OrganizationTree, top: TreeNode): TreeNode[] {
  if ((homeTypes as readonly string[]).includes(top.type)) return [top];
  return tree.select([subtreeRange(top.path)]).filter(({ parentId }) => parentId === top.id);
}

function keyOf({ id, name, path, status }: TreeNode): OrganizationKey {
  return { id, name, isActive: status === 'active', ...subtreeRange(path) };
}
