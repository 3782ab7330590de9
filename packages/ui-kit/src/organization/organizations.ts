import { queryOptions, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Page } from '../api.ts';
import { consoleFetch } from '../console-fetch.ts';

export type OrganizationNode = {
  id: string;
  parentId: string | null;
  name: string;
  shortName?: string | null;
  type: string;
  status?: string;
  memberCount?: number;
};

export type OrganizationTree = {
  items: OrganizationNode[];
  byId: Map<string, OrganizationNode>;
  childrenOf: Map<string | null, OrganizationNode[]>;
};

export const organizationsKey = ['identity', 'organizations'];

export const organizationsQuery = queryOptions({
  queryKey: organizationsKey,
  queryFn: async ({ signal }) => {
    const response = await consoleFetch(`${location.origin}/api/identity/organizations`, { signal });
    return (await response.json()) as Page<OrganizationNode>;
  },
  staleTime: 5 * 60_000,
});

/** The part of the tree that I may see, read once and shared by every selector and label. */
export function useOrganizations() {
  const query = useQuery(organizationsQuery);
  const tree = useMemo(() => (query.data ? toTree(query.data.items) : null), [query.data]);
  return { ...query, tree };
}

/** A node whose parent is out of sight is a root of what I see. */
export function toTree(items: OrganizationNode[]): OrganizationTree {
  const byId = new Map(items.map((item) => [item.id, item]));
  const childrenOf = new Map<string | null, OrganizationNode[]>();
  for (const item of items) {
    const parent = item.parentId !== null && byId.has(item.parentId) ? item.parentId : null;
    const siblings = childrenOf.get(parent);
    if (siblings) siblings.push(item);
    else childrenOf.set(parent, [item]);
  }
  return { items, byId, childrenOf };
}

/** The names above a node, nearest first, as far as I may see. */
export function ancestorsOf(tree: OrganizationTree, id: string): OrganizationNode[] {
  const above: OrganizationNode[] = [];
  let node = tree.byId.get(id);
  while (node?.parentId && above.length < 20) {
    node = tree.byId.get(node.parentId);
    if (node) above.push(node);
  }
  return above;
}

/** Every node at and below one; null means all that I see. */
export function nodesBelow(tree: OrganizationTree, id: string | null): OrganizationNode[] {
  if (id === null) return tree.items;
  const start = tree.byId.get(id);
  const found: OrganizationNode[] = start ? [start] : [];
  for (const node of found) found.push(...(tree.childrenOf.get(node.id) ?? []));
  return found;
}
