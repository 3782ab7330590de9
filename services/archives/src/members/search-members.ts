import type { Scope } from '@banyan/service-kit/scope';
import { maxDepth } from '@banyan/service-kit/list';
import type { Deps } from '../deps.ts';
import type { Found } from './list-members.ts';
import type { PageRequest, PageRow, Statement } from './member-pages.ts';
import { conditionsOf, countsStatement, matchesStatement, walkStatement } from './member-search.ts';
import type { SearchQuery } from './search-query.ts';

/** People whom a text finds. Of more than 10,000 the number is not counted out. */
export async function searchMembers(
  { kit, sealer }: Deps,
  scope: Scope,
  request: PageRequest,
  search: SearchQuery,
): Promise<Found> {
  const conditions = conditionsOf(search, sealer);
  if (conditions.length === 0) return { rows: [], total: 0, totalIsExact: true };
  const run = <Row extends object>({ text, values }: Statement) =>
    kit.database.read(scope, (tx) => tx.sql.unsafe<Row[]>(text, values, { prepare: true }));

  const wide = request.shape.organizationIds === null;
  if (wide && conditions.every(({ range }) => range !== null)) {
    const [found] = await run<{ most: number }>(countsStatement(request, conditions, maxDepth + 1));
    if ((found?.most ?? 0) > maxDepth) {
      return {
        rows: await run<PageRow>(walkStatement(request, conditions)),
        total: maxDepth,
        totalIsExact: false,
      };
    }
  }
  return { rows: await run<PageRow>(matchesStatement(request, conditions)), total: null, totalIsExact: true };
}
