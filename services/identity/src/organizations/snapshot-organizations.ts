import type { OrganizationNode } from '@banyan/contracts/organization';
import type { TreeSnapshot } from '@banyan/service-kit/organizations-replica';
import type { Sql } from 'postgres';

/** The whole tree at one revision, for services that begin or have missed something: one statement is one snapshot. */
export async function snapshotOrganizations(sql: Sql): Promise<TreeSnapshot> {
  const [row] = await sql<{ revision: number; organizations: OrganizationNode[] }[]>`
    select
      (select revision::int from replica_states where name = 'organizations') as revision,
      (select coalesce(json_agg(json_build_object(
        'id', id, 'parentId', parent_id, 'path', path, 'type', type, 'code', code, 'name', name,
        'shortName', short_name, 'status', status, 'sort', sort, 'establishedOn', established_on,
        'termEndsOn', term_ends_on, 'validFrom', valid_from, 'validTo', valid_to, 'version', version)
        order by path), '[]') from organizations) as organizations`;
  if (row === undefined) throw new Error('The revision of the tree is missing.');
  return row;
}
