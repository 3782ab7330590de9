import type { Stage } from '@banyan/contracts/person';
import type { Transaction } from '@banyan/service-kit/database';
import { type AppContext, authorize, parseQuery } from '@banyan/service-kit/http-app';
import { pageOf } from '@banyan/service-kit/list';
import type { OrganizationTree } from '@banyan/service-kit/organization-tree';
import type { Scope } from '@banyan/service-kit/scope';
import type { z } from 'zod';
import type { Deps } from '../deps.ts';
import { narrowed } from '../members/list-members.ts';
import { shapeOf } from '../members/member-scope.ts';
import { jsonResponse } from '../members/record-response.ts';
import { countedStates, progressOf } from './dossier.ts';
import { type ExtraRow, selectExtras } from './dossier-table.ts';
import type { branchDossiersSchema } from './dossier-views.ts';
import { askedAt } from './load-dossier.ts';
import { countDossiersSchema } from './routes.ts';

/** How many people of one branch and stage have settled exactly these items. */
export interface Settled {
  readonly organizationId: string;
  readonly stage: Stage;
  readonly items: readonly string[];
  readonly people: number;
}

type Branch = z.infer<typeof branchDossiersSchema>;

/** How complete the dossiers of each branch are, the one with the most gaps first, and of all branches together. */
export async function countDossiers(deps: Deps, c: AppContext): Promise<Response> {
  const { kit } = deps;
  const granted = await authorize(kit, c, 'archives.dossier.read');
  const query = parseQuery(c, countDossiersSchema);
  const tree = kit.tree();
  const scope = narrowed(deps, granted, query);
  const { extras, settled } = await kit.database.read(scope, async (tx) => ({
    extras: await selectExtras(tx),
    settled: await selectSettled(tx, tree, scope),
  }));
  const branches = branchesOf(tree, extras, settled);
  const { limit, offset } = pageOf(query);
  return jsonResponse({
    items: branches.slice(offset, offset + limit),
    total: branches.length,
    totalIsExact: true,
    whole: wholeOf(branches),
  });
}

/** Of most people nothing is filed yet: those are the counted people without the few that something is known of. */
async function selectSettled({ sql }: Transaction, tree: OrganizationTree, scope: Scope): Promise<Settled[]> {
  const { whole, ranges } = shapeOf(scope, tree);
  const at = (column: string) =>
    whole ? '$2::text is not null' : `${column} = any(array(select organizations_in($2)))`;
  return sql.unsafe<Settled[]>(
    `with known as (
       select d.organization_id, m.stage, d.items
       from (
         select organization_id, member_id, array_agg(item order by item) as items from dossier_items
         where state in ('complete', 'not-needed') and ${at('organization_id')} group by 1, 2
       ) d join members m on m.id = d.member_id
       where m.state = any($1)
     ), counted as (
       select organization_id, stage, sum(n)::int as people from (
         select organization_id, stage, state, own as n from member_counts
         union all select organization_id, stage, state, delta from member_count_deltas
       ) c where stage <> '*' and state = any($1) and ${at('organization_id')} group by 1, 2
     ), tallied as (
       select organization_id, stage, items, count(*)::int as people from known group by 1, 2, 3
     )
     select organization_id as "organizationId", stage, items, people from tallied
     union all
     select c.organization_id, c.stage, '{}', c.people - coalesce(k.people, 0)::int from counted c
       left join (select organization_id, stage, sum(people) as people from tallied group by 1, 2) k
         using (organization_id, stage)`,
    [[...countedStates], ranges],
  );
}

/** One row for each branch that has people. */
export function branchesOf(
  tree: OrganizationTree,
  extras: readonly ExtraRow[],
  settled: readonly Settled[],
): Branch[] {
  const groups = Map.groupBy(settled, ({ organizationId }) => organizationId);
  return [...groups]
    .map(([organizationId, rows]) => branchOf(tree, extras, organizationId, rows))
    .filter(({ people }) => people > 0)
    .toSorted((a, b) => b.gaps - a.gaps || (a.organizationId < b.organizationId ? -1 : 1));
}

function branchOf(
  tree: OrganizationTree,
  extras: readonly ExtraRow[],
  organizationId: string,
  rows: readonly Settled[],
): Branch {
  const asked = askedAt(tree, extras, organizationId);
  const lacking = new Map<string, number>();
  let [people, complete] = [0, 0];
  for (const row of rows) {
    const { missing } = progressOf(asked, new Set(row.items), row.stage);
    people += row.people;
    if (missing.length === 0) complete += row.people;
    for (const item of missing) lacking.set(item, (lacking.get(item) ?? 0) + row.people);
  }
  const missing = asked
    .map(({ item, name }) => ({ item, name, people: lacking.get(item) ?? 0 }))
    .filter((one) => one.people > 0);
  return {
    organizationId,
    organizationName: tree.get(organizationId)?.name ?? '',
    people,
    complete,
    gaps: missing.reduce((sum, one) => sum + one.people, 0),
    missing,
  };
}

function wholeOf(branches: readonly Branch[]): Omit<Branch, 'organizationId' | 'organizationName'> {
  const missing = new Map<string, { item: string; name: string; people: number }>();
  for (const one of branches.flatMap((branch) => branch.missing))
    missing.set(one.item, { ...one, people: one.people + (missing.get(one.item)?.people ?? 0) });
  const sum = (of: (branch: Branch) => number): number => branches.reduce((total, one) => total + of(one), 0);
  return {
    people: sum(({ people }) => people),
    complete: sum(({ complete }) => complete),
    gaps: sum(({ gaps }) => gaps),
    missing: [...missing.values()],
  };
}
