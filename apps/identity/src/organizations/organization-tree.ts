import type { IdentitySchemas } from '@banyan/api-client/identity';

export type OrganizationItem = IdentitySchemas['OrganizationItem'];
export type Organization = IdentitySchemas['Organization'];
export type TreeNode = { key: string; item: OrganizationItem; children: TreeNode[] };

/** Nested nodes, siblings in their own order; a node whose parent is out of sight is a root. */
export function nest(items: readonly OrganizationItem[]): TreeNode[] {
  const nodes = new Map(items.map((item) => [item.id, { key: item.id, item, children: [] as TreeNode[] }]));
  const roots: TreeNode[] = [];
  for (const node of nodes.values()) {
    const parent = node.item.parentId === null ? undefined : nodes.get(node.item.parentId);
    (parent?.children ?? roots).push(node);
  }
  const bySort = (a: TreeNode, b: TreeNode) => a.item.sort - b.item.sort;
  for (const node of nodes.values()) node.children.sort(bySort);
  return roots.sort(bySort);
}

/** People at and below each node; the answer counts those of the node alone. */
export function peopleBelow(items: readonly OrganizationItem[]): Map<string, number> {
  const parents = new Map(items.map((item) => [item.id, item.parentId]));
  const sums = new Map<string, number>();
  for (const { id, memberCount = 0 } of items)
    for (let at: string | null = id; at !== null && parents.has(at); at = parents.get(at) ?? null)
      sums.set(at, (sums.get(at) ?? 0) + memberCount);
  return sums;
}

/** What matches, and what leads there. */
export function narrow(items: readonly OrganizationItem[], text: string): OrganizationItem[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [...items];
  const byId = new Map(items.map((item) => [item.id, item]));
  const kept = new Set<string>();
  for (const item of items) {
    if (!item.name.toLowerCase().includes(wanted) && !item.code.toLowerCase().includes(wanted)) continue;
    for (let at: OrganizationItem | undefined = item; at && !kept.has(at.id);) {
      kept.add(at.id);
      at = at.parentId === null ? undefined : byId.get(at.parentId);
    }
  }
  return items.filter((item) => kept.has(item.id));
}

/** Every node above one, topmost first. */
export function pathTo(items: readonly OrganizationItem[], id: string): OrganizationItem[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  const path: OrganizationItem[] = [];
  for (let at = byId.get(byId.get(id)?.parentId ?? ''); at; at = byId.get(at.parentId ?? ''))
    path.unshift(at);
  return path;
}
