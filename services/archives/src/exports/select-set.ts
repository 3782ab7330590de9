import type { Transaction } from '@banyan/service-kit/database';
import { matching } from '../members/fact-pages.ts';
import { filtersOf, orderOf, type PageRequest, Parameters, withOwn } from '../members/member-pages.ts';
import { conditionsOf, searchedBy } from '../members/member-search.ts';
import type { Sealer } from '../members/sealed-fields.ts';
import type { SearchQuery } from '../members/search-query.ts';

const idBytes = 16;

/** The ids of people in their order, 16 bytes each: a million of them take as much as a picture. */
export interface MemberSet {
  readonly size: number;
  /** So many ids from a place on; fewer at the end. */
  slice(from: number, count: number): string[];
}

function setOf(bytes: Buffer): MemberSet {
  const size = bytes.length / idBytes;
  return {
    size,
    slice: (from, count) =>
      Array.from({ length: Math.max(0, Math.min(count, size - from)) }, (_, index) => {
        const hex = bytes.toString('hex', (from + index) * idBytes, (from + index + 1) * idBytes);
        return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
      }),
  };
}

/** Everybody whom a request of the list is about, in its order, as of one moment. */
export async function selectSet(
  tx: Transaction,
  request: PageRequest,
  search: SearchQuery | null,
  sealer: Sealer,
): Promise<MemberSet> {
  const conditions = search === null ? null : conditionsOf(search, sealer);
  if (conditions?.length === 0) return setOf(Buffer.alloc(0));
  const parameters = new Parameters();
  const order = orderOf(request.sort);
  const any = conditions?.map((condition) => searchedBy(condition, parameters)) ?? [];
  const filters = filtersOf({ ...request, after: null }, order, parameters);
  const found = any.length === 0 ? filters : `and (${any.join(' or ')}) ${filters}`;
  const columns = `m.${order.column} as key, m.id`;
  const rows = withOwn(request, order, found, parameters, () =>
    matching(request.shape, columns, found, parameters),
  );
  const by = `order by key ${order.direction}, id ${order.direction}`;
  const [row] = await tx.sql.unsafe<{ ids: Buffer | null }[]>(
    `select string_agg(uuid_send(id), ''::bytea ${by}) as ids from (${rows}) everybody`,
    parameters.values,
  );
  return setOf(row?.ids ?? Buffer.alloc(0));
}
