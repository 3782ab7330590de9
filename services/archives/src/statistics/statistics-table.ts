import { homeTypes } from '@banyan/contracts/organization';
import type { CountRow, Source } from './count-statement.ts';
import { type DimensionName, type KeyFilter, unknown } from './dimension.ts';
import type { Statistics } from './routes.ts';

interface Side {
  readonly name: DimensionName;
  readonly source: Source;
}
type Key = Statistics['rows']['keys'][number];

/** Counts laid out with their sums; what nobody has is left out, but for organizations that are there. */
export function tableOf(
  rows: Side,
  columns: Side | null,
  counts: readonly CountRow[],
): Omit<Statistics, 'asOf' | 'today'> {
  const keyed = counts.map(({ row, column, count }) => ({
    row: keyOf(rows.source, row),
    column: columns === null ? '' : keyOf(columns.source, column),
    count,
  }));
  const rowKeys = keysOf(rows.source, sumsBy(keyed, 'row'));
  const columnKeys = columns === null ? null : keysOf(columns.source, sumsBy(keyed, 'column'));
  const places = (keys: readonly Key[]) => new Map(keys.map(({ key }, index) => [key, index]));
  const rowAt = places(rowKeys);
  const columnAt = columnKeys === null ? new Map([['', 0]]) : places(columnKeys);
  const cells = rowKeys.map(() => Array.from({ length: columnAt.size }, () => 0));
  for (const { row, column, count } of keyed) {
    const line = cells[rowAt.get(row) as number] as number[];
    const at = columnAt.get(column) as number;
    line[at] = (line[at] as number) + count;
  }
  const rowTotals = cells.map(sum);
  return {
    rows: { dimension: rows.name, keys: rowKeys },
    columns: columns === null || columnKeys === null ? null : { dimension: columns.name, keys: columnKeys },
    cells,
    rowTotals,
    columnTotals: [...columnAt.values()].map((at) => sum(cells.map((line) => line[at] as number))),
    total: sum(rowTotals),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function sumsBy(
  counts: readonly { readonly row: string; readonly column: string; readonly count: number }[],
  side: 'row' | 'column',
): Map<string, number> {
  const sums = new Map<string, number>();
  for (const count of counts) sums.set(count[side], (sums.get(count[side]) ?? 0) + count.count);
  return sums;
}

function keyOf(source: Source, raw: string | null): string {
  if (source.of === 'record') return source.dimension.keyOf(raw);
  return (source.of === 'organization' ? source.keys[Number(raw) - 1]?.id : raw) ?? unknown;
}

function keysOf(source: Source, sums: ReadonlyMap<string, number>): Key[] {
  const key = (of: string, filter: KeyFilter, label: string | null = null): Key => ({
    key: of,
    label,
    filter,
  });
  if (source.of === 'organization')
    return source.keys
      .filter(({ id, isActive }) => isActive || sums.has(id))
      .map(({ id, name }) => key(id, { organizationId: id }, name));
  if (source.of === 'type')
    return inOrder(sums, homeTypes).map((type) => key(type, { organizationType: type }));
  const { order, filterOf } = source.dimension;
  return inOrder(sums, order).map((name) => key(name, filterOf(name)));
}

/** What somebody has, in its order; what has no place in that by how many have it, what is not known at the end. */
function inOrder(sums: ReadonlyMap<string, number>, order: readonly string[]): string[] {
  const rest = [...sums].filter(([name]) => !order.includes(name)).toSorted(byCount);
  return [...order.filter((name) => sums.has(name)), ...rest.map(([name]) => name)];
}

function byCount([a, most]: readonly [string, number], [b, count]: readonly [string, number]): number {
  if (a === unknown || b === unknown) return a === unknown ? 1 : -1;
  return count - most || (a < b ? -1 : 1);
}
