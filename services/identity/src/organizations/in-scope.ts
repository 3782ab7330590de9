import type { OrganizationTree } from '@banyan/service-kit/organization-tree';
import { holdsPath, type Scope } from '@banyan/service-kit/scope';
import type { PendingQuery, Row, Sql } from 'postgres';

/** Up to here a scope is given to a query as ids, so that it reads those organizations and does not walk everybody's rows. */
const fewOrganizations = 1_000;

/** The organizations in scope; null for the whole tree, and for so many that walking an order finds them soon. */
export function idsInScope(tree: OrganizationTree, scope: Scope): string[] | null {
  if (scope.whole) return null;
  const ids: string[] = [];
  for (const node of tree.nodes()) {
    if (!holdsPath(scope, node.path)) continue;
    if (ids.length === fewOrganizations) return null;
    ids.push(node.id);
  }
  return ids;
}

/** The first wall in SQL: the condition that a column of organization ids lies in the scope. */
export function inScope(
  sql: Sql,
  tree: OrganizationTree,
  scope: Scope,
  column: PendingQuery<Row[]>,
): PendingQuery<Row[]> {
  if (scope.whole) return sql`true`;
  const ids = idsInScope(tree, scope);
  if (ids !== null) return sql`${column} = any(${ids}::uuid[])`;
  const low = scope.ranges.map((range) => range.low);
  const high = scope.ranges.map((range) => range.high);
  return sql`${column} in (
    select o.id from unnest(${low}::text[], ${high}::text[]) as r(low, high)
    join organizations o on o.path >= r.low collate "C" and o.path < r.high collate "C")`;
}
