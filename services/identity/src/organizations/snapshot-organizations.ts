import type { OrganizationNode } from '@banyan/contracts/organization';
import type { TreeSnapshot } from '@banyan/service-kit/organizations-replica';
import type { Sql } from 'postgres';

/**
 * The tree at one revision, for services that hold it at another: what has changed after theirs, or lies below what has
 * moved since. The whole where they hold none, or where history does not tell every change. One statement is one moment.
 */
export async function snapshotOrganizations(sql: Sql, after: number | null): Promise<TreeSnapshot> {
  const [row] = await sql<{ revision: number; whole: boolean; organizations: OrganizationNode[] }[]>`
    with changes as materialized (
      select organization_id, tree_revision, action from organization_changes where tree_revision > ${after}),
    state as materialized (
      select revision::int as revision,
        (select count(distinct tree_revision) from changes) is distinct from revision - ${after}::bigint as whole
      from replica_states where name = 'organizations'),
    wanted as (
      select o.id from organizations o, state where state.whole
      union select organization_id from changes
      union select below.id from changes c
        join organizations moved on moved.id = c.organization_id and c.action = 'moved'
        join organizations below on below.path >= moved.path and below.path < left(moved.path, -1) || '0')
    select revision, whole,
      (select coalesce(json_agg(json_build_object(
        'id', id, 'parentId', parent_id, 'path', path, 'type', type, 'code', code, 'name', name,
        'shortName', short_name, 'status', status, 'sort', sort, 'establishedOn', established_on,
        'termEndsOn', term_ends_on, 'validFrom', valid_from, 'validTo', valid_to, 'version', version)
        order by path), '[]') from organizations where id in (select id from wanted)) as organizations
    from state`;
  if (row === undefined) throw new Error('The revision of the tree is missing.');
  return row;
}

/**
 * The organization that goes on in place of one that was merged, or null. Where that one was merged in its turn, the last:
 * so mergers may be heard of in any order.
 */
export async function mergedInto(sql: Sql, organizationId: string): Promise<string | null> {
  const [row] = await sql<{ id: string }[]>`
    with recursive chain as (
      select id, merged_into from organizations where id = ${organizationId}
      union all select o.id, o.merged_into from organizations o join chain c on o.id = c.merged_into)
    select id from chain where merged_into is null and id <> ${organizationId}`;
  return row?.id ?? null;
}
