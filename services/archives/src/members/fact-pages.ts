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
 * them. Of more, all are passed again for the foremost, since what is filtered for may stand at the end of the order.
 */
export function factPageStatement(request: PageRequest): Statement {
  const parameters = new Parameters();
  const order = orderOf(request.sort);
  const columns = `m.${order.column} as key, m.id`;
  const filters = filtersOf({ ...request, after: null }, order, parameters);
  const found = (which: () => string) =>
    withOwn(request, order, filters, parameters, () => {
      const matches = matching(request.shape, columns, filters, parameters);
      return `select key, id from (${matches} offset 0) found ${which()}`;
    });
  const some = found(() => `limit ${maxDepth + 1}`);
  const beyond = afterOf(request, order, parameters);
  const foremost = found(() => {
    const count = `${parameters.add(request.limit + request.offset)}::int`;
    return `where ${beyond} order by key ${order.direction}, id ${order.direction} limit ${count}`;
  });
  const many = `(select count(*) > ${maxDepth} from matches)`;
  const rows = `(select key, id from matches where ${beyond} and not ${many})
    union all (select key, id from (${foremost}) foremost where ${beyond} and ${many})`;
  const before = `matches as materialized (${some}),`;
  const text = pageText(rows, 'select count(*) from matches', order, request, parameters, before);
  return { text, values: parameters.values };
}

function afterOf({ after }: PageRequest, order: Order, parameters: Parameters): string {
  if (after === null) return 'true';
  const sign = order.direction === 'desc' ? '<' : '>';
  return `(key, id) ${sign} (${parameters.add(after.key)}::${order.type}, ${parameters.add(after.id)}::uuid)`;
}
