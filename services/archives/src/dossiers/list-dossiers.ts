import type { Stage } from '@banyan/contracts/person';
import { type AppContext, authorize, parseQuery } from '@banyan/service-kit/http-app';
import { maxDepth, pageOf } from '@banyan/service-kit/list';
import type { OrganizationTree } from '@banyan/service-kit/organization-tree';
import { type Scope, subtreeRange, within } from '@banyan/service-kit/scope';
import type { Deps } from '../deps.ts';
import { jsonResponse } from '../members/record-response.ts';
import { shapeOf } from '../members/member-scope.ts';
import { countedStates, isDue, progressOf } from './dossier.ts';
import { nationalItems } from './dossier-rules.ts';
import { type ExtraRow, selectExtras } from './dossier-table.ts';
import type { dossierGapSchema } from './dossier-views.ts';
import { askedAt } from './load-dossier.ts';
import { type ListDossiersQuery, listDossiersSchema } from './routes.ts';
import { stages } from '@banyan/contracts/person';
import type { z } from 'zod';

interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly organizationId: string;
  readonly stage: Stage;
  readonly settled: readonly string[];
}

/** The people of my scope with what their dossiers lack, by name; with `gaps` only those who lack something. */
export async function listDossiers(deps: Deps, c: AppContext): Promise<Response> {
  const { kit } = deps;
  const granted = await authorize(kit, c, 'archives.dossier.read');
  const query = parseQuery(c, listDossiersSchema);
  const tree = kit.tree();
  const scope = narrowed(granted, tree, query);
  const { limit, offset } = pageOf(query);
  const { extras, rows, total } = await kit.database.read(scope, async (tx) => {
    const known = await selectExtras(tx);
    const { text, values } = condition(scope, tree, query, known);
    const [page, counted] = await Promise.all([
      tx.sql.unsafe<PersonRow[]>(
        `select m.id, m.name, m.organization_id as "organizationId", m.stage,
           array(select d.item from dossier_items d where d.member_id = m.id
             and d.state in ('complete', 'not-needed')) as settled
         from members m where ${text} order by m.pinyin, m.id limit $7 offset $8`,
        [...values, limit, offset],
      ),
      tx.sql.unsafe<{ count: number }[]>(
        `select count(*)::int as count from (select 1 from members m where ${text} limit $7) found`,
        [...values, maxDepth + 1],
      ),
    ]);
    return { extras: known, rows: page, total: counted[0]?.count ?? 0 };
  });
  return jsonResponse({
    items: rows.map((row) => gapView(tree, extras, row)),
    total: Math.min(total, maxDepth),
    totalIsExact: total <= maxDepth,
  });
}

export function narrowed(
  scope: Scope,
  tree: OrganizationTree,
  { node, organizationId }: { node?: string | undefined; organizationId?: string | undefined },
): Scope {
  const seen = node === undefined ? scope : within(scope, tree, node);
  return organizationId === undefined ? seen : within(seen, tree, organizationId);
}

function gapView(
  tree: OrganizationTree,
  extras: readonly ExtraRow[],
  row: PersonRow,
): z.infer<typeof dossierGapSchema> {
  const asked = askedAt(tree, extras, row.organizationId);
  const { met, due, missing } = progressOf(asked, new Set(row.settled), row.stage);
  return {
    id: row.id,
    name: row.name,
    organizationId: row.organizationId,
    organizationName: tree.get(row.organizationId)?.name ?? '',
    stage: row.stage,
    met,
    due,
    missing: missing.map((item) => ({ item, name: asked.find((one) => one.item === item)?.name ?? '' })),
  };
}

/** Who is meant: on the roll, in scope, at this stage, and lacking what the query names. */
function condition(
  scope: Scope,
  tree: OrganizationTree,
  { stage, gaps, item }: ListDossiersQuery,
  extras: readonly ExtraRow[],
): { text: string; values: (string | string[] | null)[] } {
  const { whole, ranges } = shapeOf(scope, tree);
  const required = requirementRows(tree, extras);
  const ofItem = required.filter((one) => one.item === item);
  const wanted =
    item !== undefined
      ? lackingItem(ofItem)
      : gaps
        ? lackingAny
        : '($5::text is null or $6::text is null or true)';
  const inScope = whole
    ? '($2::text is null or true)'
    : '(m.organization_id in (select organizations_in($2)) or m.id = $3::uuid)';
  const values = [
    [...countedStates],
    ranges,
    scope.personId,
    stage ?? null,
    item === undefined ? JSON.stringify(required) : ofItem[0] ? `${ofItem[0].low} ${ofItem[0].high}` : null,
    item ?? null,
  ];
  return {
    text: `m.state = any($1) and ${inScope} and ($3::uuid is null or true) and ($4::text is null or m.stage = $4) and ${wanted}`,
    values,
  };
}

const unsettled = (item: string) => `not exists (
  select 1 from dossier_items d where d.member_id = m.id and d.item = ${item} and d.state in ('complete', 'not-needed'))`;

const lackingAny = `($6::text is null or true) and exists (
  select 1 from jsonb_to_recordset($5::text::jsonb) as r(low text, high text, stage text, item text)
    join organizations o on o.id = m.organization_id
  where r.stage = m.stage and o.path >= r.low collate "C" and o.path < r.high collate "C" and ${unsettled('r.item')})`;

/** One item is asked for in one range of the tree: said so that people are looked through once, also where few lack it. */
function lackingItem(required: ReturnType<typeof requirementRows>): string {
  const due = required.map(({ stage }) => `'${stage}'`).join(', ');
  if (due === '') return '($5::text is null and $6::text is null)';
  return `m.stage in (${due}) and m.organization_id in (select organizations_in($5)) and ${unsettled('$6')}`;
}

/** What is due at each stage below each node, for SQL. */
function requirementRows(tree: OrganizationTree, extras: readonly ExtraRow[]) {
  const everywhere = { low: '/', high: '0' };
  const all = [
    ...nationalItems.map((asked) => ({ ...asked, range: everywhere })),
    ...extras.flatMap((extra) => {
      const node = extra.retiredAt === null ? tree.get(extra.organizationId) : undefined;
      return node === undefined ? [] : [{ ...extra, item: extra.id, range: subtreeRange(node.path) }];
    }),
  ];
  return all.flatMap(({ item, stage, range }) =>
    stages
      .filter((reached) => isDue({ stage }, reached))
      .map((reached) => ({ ...range, stage: reached, item })),
  );
}
