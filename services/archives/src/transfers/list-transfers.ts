import { type AppContext, authorize, parseQuery } from '@banyan/service-kit/http-app';
import { pageOf } from '@banyan/service-kit/list';
import { type Scope, within } from '@banyan/service-kit/scope';
import type { z } from 'zod';
import type { Deps } from '../deps.ts';
import { jsonResponse } from '../members/record-response.ts';
import { listTransfersQuery } from './transfer-requests.ts';
import { transferStates } from './transfer.ts';
import { type TransferReach, transferReach } from './transfer-policy.ts';
import { TransferConditions } from './transfer-query.ts';
import { type PlacedTransfer, transferColumns } from './transfer-table.ts';
import type { TransferList } from './transfer-views.ts';
import { transferItem } from './view-transfer.ts';

type Query = z.infer<typeof listTransfersQuery>;
type Tally = { readonly direction: 'in' | 'out' | 'within'; readonly state: string; readonly n: number };
type Answer = Partial<PlacedTransfer> & { readonly tallies: readonly Tally[] };

/** Transfers to, from and within my scope, with how many there are in each direction and state. */
export async function listTransfers(deps: Deps, c: AppContext): Promise<Response> {
  const { kit } = deps;
  const granted = await authorize(kit, c, 'archives.transfer.read');
  const query = parseQuery(c, listTransfersQuery);
  const tree = kit.tree();
  const scope = query.node === undefined ? granted : within(granted, tree, query.node);
  const reach = { ...transferReach(kit.authorizer, tree, granted.actor), read: scope };
  const { text, values } = statementOf(deps, scope, reach, query);
  const rows = await kit.database.readOne<Answer>(scope, text, values, false);
  const items = rows
    .filter((row): row is Answer & PlacedTransfer => row.id !== undefined && row.id !== null)
    .map((row) => transferItem(deps, reach, row));
  return jsonResponse({ items, ...countsOf(rows[0]?.tallies ?? [], query) } satisfies TransferList);
}

function countsOf(tallies: readonly Tally[], query: Query): Omit<TransferList, 'items'> {
  const inDirection = ({ direction }: Tally): boolean =>
    query.direction === 'all' || direction === query.direction;
  const inState = ({ state }: Tally): boolean => query.state === undefined || state === query.state;
  const sum = (passes: (tally: Tally) => boolean): number =>
    tallies.filter(passes).reduce((total, { n }) => total + n, 0);
  const direction = (wanted: Tally['direction']): number =>
    sum((tally) => inState(tally) && tally.direction === wanted);
  const states = transferStates.map((state) => [
    state,
    sum((tally) => inDirection(tally) && tally.state === state),
  ]);
  return {
    total: sum((tally) => inDirection(tally) && inState(tally)),
    totalIsExact: true,
    counts: {
      direction: {
        all: sum(inState),
        in: direction('in'),
        out: direction('out'),
        within: direction('within'),
      },
      state: Object.fromEntries(states) as TransferList['counts']['state'],
    },
  };
}

const columnOf = { updatedAt: 't.updated_at', expiresOn: 't.expires_on', name: 't.pinyin' } as const;

function statementOf({ kit }: Deps, scope: Scope, reach: TransferReach, query: Query) {
  const conditions = new TransferConditions(kit.tree(), kit.clock.today());
  const { parameters } = conditions;
  const filters = [conditions.seen(scope), ...filtersOf(conditions, scope, reach, query)];
  const chosen = [
    ...(query.direction === 'all' ? [] : [`direction = ${parameters.add(query.direction)}`]),
    ...(query.state === undefined ? [] : [`state = ${parameters.add(query.state)}`]),
  ];
  const { limit, offset } = pageOf(query);
  const descending = query.sort.startsWith('-');
  const column = columnOf[(descending ? query.sort.slice(1) : query.sort) as keyof typeof columnOf];
  const order = `key ${descending ? 'desc' : 'asc'} nulls last, id ${descending ? 'desc' : 'asc'}`;
  const text = `with found as materialized (
      select t.id, ${column} as key, ${conditions.direction(scope)} as direction, ${conditions.state} as state
      from transfers t where ${filters.join(' and ')}
    ), tallies as (
      select coalesce(jsonb_agg(jsonb_build_object('direction', direction, 'state', state, 'n', n)), '[]') as tallies
      from (select direction, state, count(*)::int as n from found group by 1, 2) each
    ), page as materialized (
      select id, key from found ${chosen.length === 0 ? '' : `where ${chosen.join(' and ')}`}
      order by ${order} limit ${parameters.add(limit)}::int offset ${parameters.add(offset)}::int
    )
    select tallies.tallies, item.* from tallies
    left join (page cross join lateral (select ${transferColumns} from transfers t where t.id = page.id) item) on true
    order by page.${order.replace(', id', ', page.id')}`;
  return { text, values: parameters.values };
}

function filtersOf(
  conditions: TransferConditions,
  scope: Scope,
  reach: TransferReach,
  { q, overdue, due, memberId, groupId }: Query,
): string[] {
  const { parameters } = conditions;
  return [
    ...(q ? [conditions.search(q)] : []),
    ...(overdue === undefined ? [] : [`${conditions.state} ${overdue ? '=' : '<>'} 'expired'`]),
    ...(due === undefined ? [] : [conditions.duty(due, reach, scope)]),
    ...(memberId === undefined ? [] : [`t.member_id = ${parameters.add(memberId)}::uuid`]),
    ...(groupId === undefined ? [] : [`t.group_id = ${parameters.add(groupId)}::uuid`]),
  ];
}
