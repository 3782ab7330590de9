import { notFound } from '@banyan/service-kit/error';
import { type AppContext, authorize } from '@banyan/service-kit/http-app';
import { isoInstant } from '../members/show-views.ts';
import type { Scope } from '@banyan/service-kit/scope';
import type { Deps } from '../deps.ts';
import { checkRecordId } from '../members/record-id.ts';
import { maxGroupSize } from './letter-rules.ts';
import { stateOn } from './transfer.ts';
import { groupActs, holdsTransfer, type TransferReach, transferReach } from './transfer-policy.ts';
import { type PlacedTransfer, transferColumns } from './transfer-table.ts';
import type { TransferGroupView } from './transfer-views.ts';
import { endOf, transferItem } from './view-transfer.ts';

/** A group, with those of its transfers that the reader sees. */
export async function showGroup(deps: Deps, c: AppContext): Promise<Response> {
  const { kit } = deps;
  const scope = await authorize(kit, c, 'archives.transfer.read');
  const reach = transferReach(kit.authorizer, kit.tree(), scope.actor);
  return groupResponse(await groupView(deps, reach, scope, c.req.param('id') as string));
}

export async function groupView(
  deps: Deps,
  reach: TransferReach,
  scope: Scope,
  groupId: string,
): Promise<TransferGroupView> {
  checkRecordId(groupId);
  const text = `select ${transferColumns} from transfers t where t.group_id = $1::uuid
    order by t.pinyin, t.id limit ${maxGroupSize}`;
  const seen = await deps.kit.database.readOne<PlacedTransfer>(scope, text, [groupId]);
  const rows = seen.filter((row) => holdsTransfer(scope, reach.tree, row));
  const [first] = rows;
  if (first === undefined) throw notFound();
  const today = deps.kit.clock.today();
  const placed = rows.map((row) => ({ ...row, state: stateOn(row, today) }));
  const states: Record<string, number> = {};
  for (const { state } of placed) states[state] = (states[state] ?? 0) + 1;
  return {
    id: groupId,
    to: endOf(reach.tree, first.toOrganizationId, first.outside),
    reason: first.reason,
    total: rows.length,
    states,
    abilities: groupActs(reach, placed),
    createdAt: isoInstant(first.createdAt),
    items: rows.map((row) => transferItem(deps, reach, row)),
  };
}

export function groupResponse(view: TransferGroupView, created = false): Response {
  return new Response(JSON.stringify(view), {
    status: created ? 201 : 200,
    headers: {
      'content-type': 'application/json',
      'cache-control': 'no-store',
      ...(created ? { location: `/api/archives/transfers/groups/${view.id}` } : {}),
    },
  });
}
