import {
  filtersOf,
  inScope,
  orderOf,
  type PageRequest,
  pageText,
  Parameters,
  type Statement,
  withOwn,
} from './member-pages.ts';
import { lastCharacter, type SearchQuery } from './search-query.ts';
import type { Sealer } from './sealed-fields.ts';

/** A search as conditions on `members m`, any of which makes a match. */
interface Condition {
  readonly column: string;
  /** A half-open range of text in byte order, or a hash. */
  readonly range: readonly [string, string] | null;
  readonly hash: string | null;
}

export function conditionsOf(search: SearchQuery, sealer: Sealer): Condition[] {
  const begins = (column: string, prefix: string): Condition => ({
    column,
    range: [prefix, prefix + lastCharacter],
    hash: null,
  });
  const equals = (column: string, bytes: Buffer): Condition => ({
    column,
    range: null,
    hash: `\\x${bytes.toString('hex')}`,
  });
  switch (search.kind) {
    case 'name':
      return [begins('name', search.prefix), begins('given_name', search.prefix)];
    case 'letters':
      return [
        begins('pinyin', search.prefix),
        begins('given_pinyin', search.prefix),
        begins('initials', search.prefix),
      ];
    case 'tail':
      return [
        equals('id_number_tail', sealer.tail('idNumber', search.tail)),
        equals('phone_tail', sealer.tail('phone', search.tail)),
      ];
    case 'id-number':
      return [equals('id_number_hash', sealer.hash('idNumber', search.idNumber))];
    case 'phone':
      return [equals('phone_hash', sealer.hash('phone', search.phone))];
    case 'nothing':
      return [];
  }
}

/** A condition on `members m`, its values bound. */
export function searchedBy({ column, range, hash }: Condition, parameters: Parameters): string {
  if (range === null) return `m.${column} = ${parameters.add(hash)}::text::bytea`;
  const [low, high] = range;
  return `(m.${column} >= ${parameters.add(low)} collate "C" and m.${column} < ${parameters.add(high)} collate "C")`;
}

/** Whether one condition alone finds more than so many: then the page is found by walking, and nobody counts it out. */
export function excessStatement(
  request: PageRequest,
  conditions: readonly Condition[],
  most: number,
): Statement {
  const parameters = new Parameters();
  const scoped = inScope(request.shape, 'm.organization_id', parameters);
  const filters = filtersOf({ ...request, after: null }, orderOf(request.sort), parameters);
  const exceeds = conditions.map(
    (condition) =>
      `(select count(*) > ${most} from (select 1 from members m
        where ${searchedBy(condition, parameters)} ${scoped} ${filters} limit ${most + 1}) found)`,
  );
  return { text: `select ${exceeds.join(' or ')} as excess`, values: parameters.values };
}

/** Which index leads to the matches: that of the text, or those of stage and state, or those of organizations. */
export type Lead = 'text' | 'filters' | 'organizations';

/** Matches first, then the page of them with their exact number. */
export function matchesStatement(
  request: PageRequest,
  conditions: readonly Condition[],
  lead: Lead,
): Statement {
  const { after } = request;
  const parameters = new Parameters();
  const order = orderOf(request.sort);
  const any = conditions.map((condition) => searchedBy(condition, parameters));
  const filters = filtersOf({ ...request, after: null }, order, parameters);
  const rows = withOwn(request, order, `and (${any.join(' or ')}) ${filters}`, parameters, () =>
    matchesOf(request, lead, `m.${order.column} as key, m.id`, any, filters, parameters),
  );
  const sign = order.direction === 'desc' ? '<' : '>';
  const from =
    after === null
      ? 'select key, id from matches'
      : `select key, id from matches where (key, id) ${sign} (${parameters.add(after.key)}::${order.type}, ${parameters.add(after.id)}::uuid)`;
  const total = 'select count(*) from matches';
  const text = pageText(from, total, order, request, parameters, `matches as materialized (${rows}),`);
  return { text, values: parameters.values };
}

function matchesOf(
  { shape }: PageRequest,
  lead: Lead,
  columns: string,
  any: readonly string[],
  filters: string,
  parameters: Parameters,
): string {
  if (lead === 'organizations') {
    return `select each.key, each.id from organizations_in(${parameters.add(shape.ranges)}) o(id)
      cross join lateral (
        select ${columns} from members m where m.organization_id = o.id and (${any.join(' or ')}) ${filters} offset 0
      ) each`;
  }
  const scoped = inScope(shape, 'm.organization_id', parameters);
  // Inside coalesce a condition leads to no index, which leaves the indexes of stage and state.
  if (lead === 'filters')
    return `select ${columns} from members m where coalesce(${any.join(' or ')}, false) ${scoped} ${filters}`;
  return any
    .map((one) => `select ${columns} from members m where ${one} ${scoped} ${filters}`)
    .join(' union ');
}

/**
 * Matches are so many that walking people in their order meets a page of them soon. The fences (`offset 0`, `limit 1`)
 * keep it a walk: without them the matches would be collected and sorted.
 */
export function walkStatement(request: PageRequest, conditions: readonly Condition[]): Statement {
  const { shape } = request;
  const parameters = new Parameters();
  const order = orderOf(request.sort);
  const any = conditions.map((condition) => searchedBy(condition, parameters)).join(' or ');
  const filters = filtersOf(request, order, parameters);
  const rows = withOwn(request, order, `and (${any}) ${filters}`, parameters, () => {
    const by = `order by m.${order.column} ${order.direction}, m.id ${order.direction}`;
    const walked = `select m.${order.column} as key, m.id from members m
      where true ${inScope(shape, 'm.organization_id', parameters)} ${filters} ${by} offset 0`;
    return `select walked.key, walked.id from (${walked}) walked
      cross join lateral (select 1 from members m where m.id = walked.id and (${any}) limit 1) matching
      limit ${parameters.add(request.limit + request.offset)}::int`;
  });
  return {
    text: pageText(rows, 'select null::bigint', order, request, parameters),
    values: parameters.values,
  };
}
