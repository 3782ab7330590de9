import { maxDepth } from '@banyan/service-kit/list';
import {
  filtersOf,
  inScope,
  type Order,
  orderOf,
  type PageRequest,
  pageText,
  Parameters,
  type Statement,
  withOwn,
} from './member-pages.ts';
import type { ScopeShape } from './member-scope.ts';

/** Everybody of the scope whom the filters leave, in no order: one pass over an index at the most. */
export function matching(
  shape: ScopeShape,
  columns: string,
  filters: string,
  parameters: Parameters,
): string {
  if (!shape.narrow)
    return `select ${columns} from members m where true ${inScope(shape, 'm.organization_id', parameters)} ${filters}`;
  return `select each.* from organizations_in(${parameters.add(shape.ranges)}) o(id)
    cross join lateral (select ${columns} from members m where m.organization_id = o.id ${filters} offset 0) each`;
}

/**
 * A page under filters that no index leads to. Up to 10,000 matches are collected and counted, and the page is cut from
 * them. Of more, the foremost are looked for anew: see `foremostOf`.
 */
export function factPageStatement(request: PageRequest): Statement {
  const parameters = new Parameters();
  const order = orderOf(request.sort);
  const filters = filtersOf({ ...request, after: null }, order, parameters);
  const own = (rows: () => string) => withOwn(request, order, filters, parameters, rows);
  const some = own(() => someOf(request, order, filters, parameters));
  const beyond = afterOf(request, order, parameters);
  const foremost = own(() => foremostOf(request, order, filters, beyond, parameters));
  const many = `(select count(*) > ${maxDepth} from matches)`;
  const rows = `(select key, id from matches where ${beyond} and not ${many})
    union all (select key, id from (${foremost}) foremost where ${beyond} and ${many})`;
  const before = `matches as materialized (${some}),`;
  const text = pageText(rows, 'select count(*) from matches', order, request, parameters, before);
  return { text, values: parameters.values };
}

/** Names are in no index of facts: they are looked up for the matches alone. */
function someOf({ shape }: PageRequest, order: Order, filters: string, parameters: Parameters): string {
  const limit = `limit ${maxDepth + 1}`;
  if (order.column === 'joined_key') return `${found(shape, order, filters, parameters)} ${limit}`;
  return `select named.key, found.id
    from (select id from (${matching(shape, 'm.id', filters, parameters)} offset 0) each ${limit}) found
    cross join lateral (select m.${order.column} as key from members m where m.id = found.id limit 1) named`;
}

/**
 * By date all matches are passed, since what is filtered for may stand at the end of that order. Names stand in no order
 * of anything else: walking them meets a page of many matches soon.
 */
function foremostOf(
  { shape, limit, offset }: PageRequest,
  order: Order,
  filters: string,
  beyond: string,
  parameters: Parameters,
): string {
  const by = (alias: string, key: string) =>
    `order by ${alias}.${key} ${order.direction}, ${alias}.id ${order.direction}`;
  const count = `limit ${parameters.add(limit + offset)}::int`;
  if (shape.narrow || order.column === 'joined_key')
    return `${found(shape, order, filters, parameters)} where ${beyond} ${by('found', 'key')} ${count}`;
  const walked = `select m.${order.column} as key, m.id from members m
    where true ${inScope(shape, 'm.organization_id', parameters)} ${by('m', order.column)} offset 0`;
  return `select key, id from (${walked}) walked
    cross join lateral (select 1 from members m where m.id = walked.id ${filters} limit 1) matching
    where ${beyond} ${count}`;
}

function found(shape: ScopeShape, order: Order, filters: string, parameters: Parameters): string {
  const columns = `m.${order.column} as key, m.id`;
  return `select key, id from (${matching(shape, columns, filters, parameters)} offset 0) found`;
}

function afterOf({ after }: PageRequest, order: Order, parameters: Parameters): string {
  if (after === null) return 'true';
  const sign = order.direction === 'desc' ? '<' : '>';
  return `(key, id) ${sign} (${parameters.add(after.key)}::${order.type}, ${parameters.add(after.id)}::uuid)`;
}
