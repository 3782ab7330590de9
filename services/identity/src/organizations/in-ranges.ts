import type { Scope } from '@banyan/service-kit/scope';
import type { PendingQuery, Row, Sql } from 'postgres';

/** The first wall in SQL: the condition that a column of organization ids lies in the scope. */
export function inRanges(sql: Sql, scope: Scope, column: PendingQuery<Row[]>): PendingQuery<Row[]> {
  if (scope.whole) return sql`true`;
  const low = scope.ranges.map((range) => range.low);
  const high = scope.ranges.map((range) => range.high);
  return sql`${column} in (
    select o.id from unnest(${low}::text[], ${high}::text[]) as r(low, high)
    join organizations o on o.path >= r.low collate "C" and o.path < r.high collate "C")`;
}
