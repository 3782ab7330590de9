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

/** With so many values, homes and values together are hardly fewer than people. */
const manyValues = 20;

/** People counted by two values. */
export function countStatement(
  shape: ScopeShape,
  filters: string,
  row: Source,
  column: Source | null,
): Statement {
  const parameters = new Parameters();
  const people = matching(shape, 'm.*', filters, parameters);
  const sides = [
    { name: 'row', source: row },
    { name: 'column', source: column },
  ] as const;
  const joins = (to: string) => sides.map((side) => joinOf(side.source, side.name, to, parameters)).join(' ');
  const byHome = sides.some(({ source }) => source !== null && source.of !== 'record');
  const many = sides.some(
    ({ source }) => source?.of === 'record' && source.dimension.order.length > manyValues,
  );
  const text = byHome && !many ? homesFirst(people, sides, joins) : eachPerson(people, sides, joins);
  return { text, values: parameters.values };
}

type Side = { readonly name: 'row' | 'column'; readonly source: Source | null };

/** Homes are counted first and then put together by what they belong to, without a look at the tree for each person. */
function homesFirst(people: string, sides: readonly Side[], joins: (to: string) => string): string {
  const recorded = sides.flatMap(({ name, source }) =>
    source?.of === 'record' ? [`${source.dimension.expression} as "${name}"`] : [],
  );
  const kept = [...recorded, 'm.organization_id'];
  const value = ({ name, source }: Side) =>
    source === null ? 'null' : source.of === 'record' ? `counted."${name}"` : `${name}_home.key`;
  return `with counted as materialized (
      select ${kept.join(', ')}, count(*) as count from (${people}) m group by ${kept.map((_, index) => index + 1).join(', ')}
    )
    select ${sides.map((side) => `${value(side)}::text as "${side.name}"`).join(', ')}, sum(counted.count)::int as count
    from counted ${joins('counted')} group by 1, 2`;
}

function eachPerson(people: string, sides: readonly Side[], joins: (to: string) => string): string {
  const value = ({ name, source }: Side) =>
    source === null ? 'null' : source.of === 'record' ? source.dimension.expression : `${name}_home.key`;
  return `with counted as materialized (
      select ${sides.map((side) => `${value(side)} as "${side.name}"`).join(', ')}, count(*)::int as count
      from (${people}) m ${joins('m')} group by 1, 2
    )
    select "row"::text, "column"::text, count from counted`;
}

/** What a home counts for: its type, or the place of its node in the list of nodes, from 1. */
function joinOf(source: Source | null, name: string, to: string, parameters: Parameters): string {
  if (source === null || source.of === 'record') return '';
  const home = `${name}_home on ${name}_home.id = ${to}.organization_id`;
  if (source.of === 'type') return `join (select id, type as key from organizations) ${home}`;
  const list = (of: 'low' | 'high') =>
    `string_to_array(${parameters.add(source.keys.map((key) => key[of]).join(','))}, ',')`;
  return `join (
      select o.id, parent.key from unnest(${list('low')}, ${list('high')}) with ordinality parent(low, high, key)
        join organizations o on o.path >= parent.low collate "C" and o.path < parent.high collate "C"
    ) ${home}`;
}
