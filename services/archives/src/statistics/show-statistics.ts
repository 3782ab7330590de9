import type { Transaction } from '@banyan/service-kit/database';
import { type AppContext, authorize } from '@banyan/service-kit/http-app';
import type { Scope } from '@banyan/service-kit/scope';
import type { Deps } from '../deps.ts';
import { narrowed } from '../members/list-members.ts';
import { shapeOf } from '../members/member-scope.ts';
import { jsonResponse } from '../members/record-response.ts';
import { type CountRow, countStatement, type Source } from './count-statement.ts';
import { type DimensionName, factDimension } from './dimension.ts';
import { organizationKeys } from './organization-keys.ts';
import { parseStatisticsQuery, type Statistics, type StatisticsQuery } from './routes.ts';
import { tableOf } from './statistics-table.ts';

/** How many people of my scope there are by two of their traits. */
export async function showStatistics(deps: Deps, c: AppContext): Promise<Response> {
  const { statistics } = await readStatistics(deps, c, parseStatisticsQuery);
  return jsonResponse(statistics);
}

/** Authorizes, and then reads what the request asks for. */
export async function readStatistics<Query extends StatisticsQuery>(
  deps: Deps,
  c: AppContext,
  parse: (c: AppContext) => Query,
): Promise<{ statistics: Statistics; query: Query; granted: Scope }> {
  const { kit } = deps;
  const granted = await authorize(kit, c, 'archives.statistics.read');
  const query = parse(c);
  const scope = narrowed(deps, granted, query);
  const today = kit.clock.today();
  const source = (name: DimensionName) => sourceOf(deps, scope, query, name, today);
  const rows = { name: query.rows, source: source(query.rows) };
  const columns = query.columns === undefined ? null : { name: query.columns, source: source(query.columns) };
  const counts = await count(deps, scope, query, rows.source, columns?.source ?? null);
  const asOf = kit.clock.now().toISOString();
  return { statistics: { asOf, today, ...tableOf(rows, columns, counts) }, query, granted };
}

function sourceOf(
  { kit }: Deps,
  scope: Scope,
  { organizationId, node }: StatisticsQuery,
  name: DimensionName,
  today: string,
): Source {
  if (name === 'organizationType') return { of: 'type' };
  if (name !== 'organization') return { of: 'record', dimension: factDimension(name, today) };
  return { of: 'organization', keys: organizationKeys(scope, kit.tree(), organizationId ?? node) };
}

function count(
  { kit }: Deps,
  scope: Scope,
  { stage, state }: StatisticsQuery,
  row: Source,
  column: Source | null,
): Promise<readonly CountRow[]> {
  const shape = shapeOf(scope, kit.tree());
  // Of closed lists: they stand in the text, where the planner sees them. `is true` keeps it from taking the index of
  // stages, or the whole table, where the one index that holds all that is asked is passed in half the time.
  const filters = [
    stage === undefined ? '' : `and (m.stage = '${stage}') is true`,
    state === undefined ? '' : `and (m.state = '${state}') is true`,
  ].join(' ');
  const { text, values } = countStatement(shape, filters, row, column);
  return kit.database.read(scope, async ({ sql }) => {
    const prepared = sharePass(sql).execute();
    prepared.catch(() => undefined);
    const counts = await sql.unsafe<CountRow[]>(text, values);
    await prepared;
    return counts;
  });
}

/**
 * Counting looks at everybody: processes share the pass, each puts its part together first, and the parts stay in memory.
 * The planner takes the groups of a band for as many as there are days, hence the weight on what each row costs.
 */
function sharePass(sql: Transaction['sql']) {
  return sql`select
    set_config('max_parallel_workers_per_gather', '2', true),
    set_config('parallel_setup_cost', '0', true),
    set_config('parallel_tuple_cost', '0', true),
    set_config('cpu_operator_cost', '0.1', true),
    set_config('work_mem', '64MB', true)`;
}
