import { matching } from '../members/fact-pages.ts';
import { Parameters, type Statement } from '../members/member-pages.ts';
import type { ScopeShape } from '../members/member-scope.ts';
import type { FactDimension } from './dimension.ts';
import type { OrganizationKey } from './organization-keys.ts';

/** Where the value of a dimension comes from. */
export type Source =
  | { readonly of: 'record'; readonly dimension: FactDimension }
  | { readonly of: 'type' }
  | { readonly of: 'organization'; readonly keys: readonly OrganizationKey[] };

export interface CountRow {
  readonly row: string | null;
  readonly column: string | null;
  readonly count: number;
}

/**
 * People counted by two values. Homes are counted first and then put together by what they belong to: one pass over
 * people without a look at the tree for each of them.
 */
export function countStatement(
  shape: ScopeShape,
  filters: string,
  row: Source,
  column: Source | null,
): Statement {
  const parameters = new Parameters();
  const people = matching(shape, 'm.*', filters, parameters);
  const recorded = (
    [
      ['row', row],
      ['column', column],
    ] as const
  ).flatMap(([name, source]) =>
    source?.of === 'record' ? [{ name, sql: source.dimension.expression }] : [],
  );
  const byHome = row.of !== 'record' || (column !== null && column.of !== 'record');
  const kept = [
    ...recorded.map(({ name, sql }) => `${sql} as "${name}"`),
    ...(byHome ? ['m.organization_id'] : []),
  ];
  const counted = `select ${kept.map((one) => `${one},`).join(' ')} count(*) as count
    from (${people}) m group by ${kept.map((_, index) => index + 1).join(', ')}`;
  const value = (source: Source | null, name: string) =>
    source === null ? 'null' : source.of === 'record' ? `counted."${name}"` : `${name}_home.key`;
  const joins = [
    joinOf(row, 'row', parameters),
    column === null ? '' : joinOf(column, 'column', parameters),
  ].join(' ');
  const text = `with counted as materialized (${counted})
    select ${value(row, 'row')}::text as "row", ${value(column, 'column')}::text as "column", sum(counted.count)::int as count
    from counted ${joins} group by 1, 2`;
  return { text, values: parameters.values };
}

function joinOf(source: Source, name: string, parameters: Parameters): string {
  if (source.of === 'record') return '';
  if (source.of === 'type')
    return `join (select id, type as key from organizations) ${name}_home on ${name}_home.id = counted.organization_id`;
  const list = (of: 'id' | 'low' | 'high') =>
    `string_to_array(${parameters.add(source.keys.map((key) => key[of]).join(','))}, ',')`;
  return `join (
      select o.id, parent.key from unnest(${list('id')}, ${list('low')}, ${list('high')}) parent(key, low, high)
        join organizations o on o.path >= parent.low collate "C" and o.path < parent.high collate "C"
    ) ${name}_home on ${name}_home.id = counted.organization_id`;
}
