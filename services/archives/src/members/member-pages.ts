import type { MembershipState, Stage } from '@banyan/contracts/person';
import { factConditions } from './fact-conditions.ts';
import type { FactFilters } from './fact-filters.ts';
import { itemColumns, type ItemRow } from './member-table.ts';
import type { ScopeShape } from './member-scope.ts';

/** Which people, in which order, and which part of them. */
export interface PageRequest {
  readonly shape: ScopeShape;
  /** The reader's own record, where it lies outside the organizations of the scope. */
  readonly own: string | null;
  readonly stage: Stage | undefined;
  readonly state: MembershipState | undefined;
  /** Filters beyond stage and state; null where there is none. */
  readonly facts: FactFilters | null;
  readonly sort: { readonly key: 'joinedOn' | 'name'; readonly descending: boolean };
  readonly limit: number;
  readonly offset: number;
  readonly after: { readonly key: string; readonly id: string } | null;
  /** Of the people who joined since this day there are a few thousand; null where that is not known. */
  readonly recent: string | null;
}

/** A row of a page. Where the page is empty there is one row, of which only the total is known. */
export type PageRow = ItemRow & { readonly key: string; readonly total: string };
export type PageAnswer = readonly (PageRow | { readonly id: null; readonly total: string })[];

export interface Statement {
  readonly text: string;
  readonly values: (string | number | null)[];
}

/**
 * Whether a request is of the few forms that are asked for all day. Their plans are kept on every connection, half a
 * megabyte each; the hundreds of other forms are planned when they come, in two milliseconds.
 */
export function isFrequent({ stage, state, facts, after, own, sort }: PageRequest): boolean {
  const unfiltered = stage === undefined && state === undefined && facts === null;
  return unfiltered && after === null && own === null && sort.key === 'joinedOn' && sort.descending;
}

/** Collects parameters; stages and states are of closed lists and stand in the text, where the planner sees them. */
export class Parameters {
  readonly values: (string | number | null)[] = [];

  add(value: string | number | null): string {
    return `$${this.values.push(value)}`;
  }
}

export interface Order {
  readonly column: string;
  readonly type: string;
  readonly direction: 'asc' | 'desc';
}

export function orderOf({ key, descending }: PageRequest['sort']): Order {
  return {
    ...(key === 'name'
      ? { column: 'pinyin', type: 'text collate "C"' }
      : { column: 'joined_key', type: 'date' }),
    direction: descending ? 'desc' : 'asc',
  };
}

/** The filters of the request on `members m`, without its scope. */
export function filtersOf(
  { shape, stage, state, facts, after }: PageRequest,
  order: Order,
  parameters: Parameters,
): string {
  const filters: string[] = [];
  if (stage !== undefined) filters.push(`and m.stage = '${stage}'`);
  if (state !== undefined) filters.push(`and m.state = '${state}'`);
  if (facts !== null) filters.push(factConditions(facts, (value) => parameters.add(value), shape.narrow));
  if (after !== null) {
    const sign = order.direction === 'desc' ? '<' : '>';
    const key = `${parameters.add(after.key)}::${order.type}`;
    filters.push(`and (m.${order.column}, m.id) ${sign} (${key}, ${parameters.add(after.id)}::uuid)`);
  }
  return filters.join(' ');
}

/** The organizations in the ranges of a scope, as `o`. */
export function organizationsIn(ranges: string): string {
  return `unnest(string_to_array(${ranges}, ',')) range join organizations o
    on o.path >= split_part(range, ' ', 1) collate "C" and o.path < split_part(range, ' ', 2) collate "C"`;
}

/** The scope as a condition on a column. `or false` keeps it a hashed look-up, which no plan turns into a join. */
export function inScope({ whole, ranges }: ScopeShape, column: string, parameters: Parameters): string {
  if (whole) return '';
  return `and (${column} in (select o.id from ${organizationsIn(parameters.add(ranges))}) or false)`;
}

/**
 * Candidates `(key, id)` of a page: all that can be among the first `count` rows. In a narrow scope only the
 * organizations with the `count` foremost first rows can hold any of them.
 */
function candidates(request: PageRequest, order: Order, filters: string, parameters: Parameters): string {
  const { shape } = request;
  const count = `${parameters.add(request.limit + request.offset)}::int`;
  const by = `order by m.${order.column} ${order.direction}, m.id ${order.direction}`;
  const columns = `select m.${order.column} as key, m.id from members m`;
  if (!shape.narrow)
    return `${columns} where true ${inScope(shape, 'm.organization_id', parameters)} ${filters} ${by} limit ${count}`;
  const outer = `order by key ${order.direction}, id ${order.direction}`;
  const each = (unless: string): string => `select each.key, each.id from (
      select o.id as organization_id, head.key, head.id from organizations_in(${parameters.add(shape.ranges)}) o(id)
      cross join lateral (${columns} where m.organization_id = o.id ${filters} ${by} limit 1) head
      ${unless} ${outer} limit ${count}
    ) heads
    cross join lateral (${columns} where m.organization_id = heads.organization_id ${filters} ${by} limit ${count}) each
    ${outer} limit ${count}`;
  if (!meetsRecent(request)) return each('');
  const recent = `${columns} where m.joined_key >= ${parameters.add(request.recent)}::date
    ${inScope(shape, 'm.organization_id', parameters)} ${by} limit ${count}`;
  const missing = `(select count(*) from recent) < ${count}`;
  return `with recent as materialized (${recent})
    (select key, id from recent where not ${missing}) union all (${each(`where ${missing}`)})`;
}

/** How many people have joined since the day that a request calls recent. */
export const recentPeople = 5_000;

/**
 * Whether the newest people of all are likely to fill the page, which costs half of looking at each organization. It is
 * a guess: where they do not, the statement goes on to look at each.
 */
function meetsRecent({ shape, stage, state, sort, limit, offset, after, recent }: PageRequest): boolean {
  if (recent === null || stage !== undefined || state !== undefined || after !== null) return false;
  return sort.key === 'joinedOn' && sort.descending && shape.share * recentPeople > 2 * (limit + offset);
}

/** The rows of a page and, beside each, how many there are in all. */
export function pageStatement(request: PageRequest): Statement {
  const parameters = new Parameters();
  const order = orderOf(request.sort);
  const total = totalOf(request, parameters);
  const filters = filtersOf(request, order, parameters);
  const rows = withOwn(request, order, filters, parameters, () =>
    candidates(request, order, filters, parameters),
  );
  return { text: pageText(rows, total, order, request, parameters), values: parameters.values };
}

/** Adds the reader's own record to what the organizations of the scope give. */
export function withOwn(
  { own, shape }: PageRequest,
  order: Order,
  filters: string,
  parameters: Parameters,
  rows: () => string,
): string {
  if (own === null) return rows();
  const row = `select m.${order.column} as key, m.id from members m where m.id = ${parameters.add(own)}::uuid ${filters}`;
  return isEmpty(shape) ? row : `(${rows()}) union all (${row})`;
}

/** Cuts the page from candidates and joins the rows that it needs, one by one and no others. */
export function pageText(
  rows: string,
  total: string,
  order: Order,
  { limit, offset }: PageRequest,
  parameters: Parameters,
  before = '',
): string {
  const by = (alias: string) => `order by ${alias}.key ${order.direction}, ${alias}.id ${order.direction}`;
  return `with ${before} page as materialized (
      select c.key, c.id from (${rows}) c ${by('c')}
      limit ${parameters.add(limit)}::int offset ${parameters.add(offset)}::int
    )
    select total.total, page.key::text as key, item.* from (select (${total}) as total) total
    left join (page cross join lateral (select ${itemColumns} from members m where m.id = page.id limit 1) item) on true
    ${by('page')}`;
}

function isEmpty({ whole, ranges }: ScopeShape): boolean {
  return !whole && ranges === '';
}

/**
 * How many people the scope and filters hold: one row of counts for each node of the scope, and what was not yet added
 * to them. While `below` waits to be computed anew, the counts of the organizations themselves are added up.
 */
function totalOf({ shape, own, stage, state }: PageRequest, parameters: Parameters): string {
  const counted = `stage = '${stage ?? '*'}' and state = '${state ?? '*'}'`;
  const changed = `${stage === undefined ? '' : `and d.stage = '${stage}'`} ${state === undefined ? '' : `and d.state = '${state}'`}`;
  const ownCount =
    own === null
      ? ''
      : `+ (select count(*) from members m where m.id = ${parameters.add(own)}::uuid ${changed.replaceAll('d.', 'm.')})`;
  if (isEmpty(shape)) return `0 ${ownCount}`;
  const ids = (list: readonly string[]) => `${parameters.add(`{${list.join(',')}}`)}::text::uuid[]`;
  const sum = (column: string, list: readonly string[]) =>
    list.length === 0
      ? []
      : [
          `(select coalesce(sum(${column}), 0) from member_counts where organization_id = any(${ids(list)}) and ${counted})`,
        ];
  const rolledUp = [...sum('below', shape.subtreeIds), ...sum('own', shape.nodeIds)].join(' + ') || '0';
  return `case when (select rolled_up from member_count_state) then ${rolledUp}
    else (select coalesce(sum(own), 0) from member_counts where ${counted} ${inScope(shape, 'organization_id', parameters)}) end
    + (select coalesce(sum(d.delta), 0) from member_count_deltas d where true ${changed} ${inScope(shape, 'd.organization_id', parameters)}) ${ownCount}`;
}
