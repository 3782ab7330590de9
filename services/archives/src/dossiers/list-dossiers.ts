import type { Stage } from '@banyan/contracts/person';
import type { Transaction } from '@banyan/service-kit/database';
import { type AppContext, authorize, parseQuery } from '@banyan/service-kit/http-app';
import { maxDepth, pageOf } from '@banyan/service-kit/list';
import type { OrganizationTree } from '@banyan/service-kit/organization-tree';
import { type Scope, subtreeRange } from '@banyan/service-kit/scope';
import type { Deps } from '../deps.ts';
import { narrowed } from '../members/list-members.ts';
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

interface Condition {
  readonly text: string;
  /** Of the parameters from $1 to $6. */
  readonly values: (string | string[] | null)[];
}

/** The people of my scope with what their dossiers lack, by name; with `gaps` only those who lack something. */
export async function listDossiers(deps: Deps, c: AppContext): Promise<Response> {
  const { kit } = deps;
  const granted = await authorize(kit, c, 'archives.dossier.read');
  const query = parseQuery(c, listDossiersSchema);
  const tree = kit.tree();
  const scope = narrowed(deps, granted, query);
  const { limit, offset } = pageOf(query);
  const { extras, rows, total } = await kit.database.read(scope, async (tx) => {
    const known = await selectExtras(tx);
    const asked = condition(scope, tree, query, known);
    return { extras: known, ...(await selectPage(tx, asked, { limit, offset })) };
  });
  return jsonResponse({
    items: rows.map((row) => gapView(tree, extras, row)),
    total: Math.min(total, maxDepth),
    totalIsExact: total <= maxDepth,
  });
}

/**
 * Whoever is found is found once, for the total and the page: where nobody lacks anything that takes a look at everybody.
 * Of more people than are counted the first ones by name are soon met.
 */
async function selectPage(
  { sql }: Transaction,
  { text, values }: Condition,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ rows: PersonRow[]; total: number }> {
  const page = [...values, limit, offset];
  const found = await sql.unsafe<(PersonRow & { total: number })[]>(
    `with found as materialized (select m.id, m.pinyin from members m where ${text} limit ${maxDepth + 1})
     select total.total, person.* from (select count(*)::int as total from found) total left join (
       select ${personColumns} from (select * from found order by pinyin, id limit $7 offset $8) p
         join members m on m.id = p.id
     ) person on true order by person.pinyin, person.id`,
    page,
  );
  const total = found[0]?.total ?? 0;
  if (total <= maxDepth) return { rows: found.filter(({ id }) => id !== null), total };
  const rows = await sql.unsafe<PersonRow[]>(
    `select ${personColumns} from members m where ${text} order by m.pinyin, m.id limit $7 offset $8`,
    page,
  );
  return { rows, total };
}

const personColumns = `m.id, m.name, m.pinyin, m.organization_id as "organizationId", m.stage,
  array(select d.item from dossier_items d where d.member_id = m.id and d.state in ('complete', 'not-needed')) as settled`;

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
): Condition {
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
    item === undefined ? JSON.stringify(required) : rangeOf(ofItem),
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
function lackingItem(required: readonly Required[]): string {
  const due = required.map(({ stage }) => `'${stage}'`).join(', ');
  if (due === '') return '($5::text is null and $6::text is null)';
  // Beside an alternative the organizations are hashed; alone they would be joined to each person, one by one.
  return `m.stage in (${due}) and ($5::text is null or m.organization_id in (select organizations_in($5)))
    and ${unsettled('$6')}`;
}

/** Null for what is asked for everywhere. */
function rangeOf([one]: readonly Required[]): string | null {
  return one === undefined || one.low === everywhere.low ? null : `${one.low} ${one.high}`;
}

const everywhere = { low: '/', high: '0' };

type Required = ReturnType<typeof requirementRows>[number];

/** What is due at each stage below each node, for SQL. */
function requirementRows(tree: OrganizationTree, extras: readonly ExtraRow[]) {
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
