import type { Kit } from '@banyan/service-kit/kit';
import { type Scope, within } from '@banyan/service-kit/scope';
import type { OrganizationItem } from './contract.ts';
import { inScope } from './in-scope.ts';

export interface OrganizationFilter {
  readonly node?: string | undefined;
  readonly ended: boolean;
  readonly counts: boolean;
}

/** The part of the tree in scope, flat, every parent before what is below it. */
export async function listOrganizations(
  kit: Kit,
  scope: Scope,
  { node, ended, counts }: OrganizationFilter,
): Promise<OrganizationItem[]> {
  const narrowed = node === undefined ? scope : within(scope, kit.tree(), node);
  const low = narrowed.ranges.map((range) => range.low);
  const high = narrowed.ranges.map((range) => range.high);
  return kit.database.read(narrowed, async ({ sql }) => {
    const inRanges = narrowed.whole
      ? sql`true`
      : sql`exists (select from unnest(${low}::text[], ${high}::text[]) as r(low, high)
            where o.path >= r.low collate "C" and o.path < r.high collate "C")`;
    const rows = await sql<OrganizationItem[]>`
      select o.id, o.parent_id as "parentId", o.code, o.name, o.short_name as "shortName", o.type, o.status, o.sort,
        ${counts ? sql`coalesce(p.count, 0) as "memberCount",` : sql``} o.version::int as version
      from organizations o
      ${
        counts
          ? sql`left join (select organization_id, count(*)::int as count from people
              where ${inScope(sql, kit.tree(), narrowed, sql`organization_id`)} and stage in ('probationary', 'full') and state in ('active', 'suspended', 'out-of-contact')
              group by 1) p on p.organization_id = o.id`
          : sql``
      }
      where ${inRanges} ${ended ? sql`` : sql`and o.status = 'active'`}
      order by o.path`;
    return [...rows];
  });
}
