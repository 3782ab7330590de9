import type { OrganizationTree } from '@banyan/service-kit/organization-tree';
import type { Deps } from '../deps.ts';
import { isoInstant } from '../members/show-views.ts';
import { daysBetween } from './letter-rules.ts';
import { isEndingSoon, stateOn } from './transfer.ts';
import { abilitiesOf, directionOf, type TransferReach } from './transfer-policy.ts';
import type { PlacedTransfer, StepRow, TransferRow } from './transfer-table.ts';
import type { TimelineItem, TransferItem, TransferView } from './transfer-views.ts';

/** Names from below the group down to the node. */
export function namePath(tree: OrganizationTree, id: string): string {
  const names: string[] = [];
  for (let node = tree.get(id); node?.parentId; node = tree.get(node.parentId)) names.unshift(node.name);
  return names.join(' / ');
}

export function endOf(
  tree: OrganizationTree,
  organizationId: string | null,
  outside: TransferRow['outside'],
): TransferItem['from'] {
  if (organizationId === null)
    return { organizationId, name: outside?.name ?? '', path: null, address: outside?.address ?? null };
  const name = tree.get(organizationId)?.name ?? '';
  return { organizationId, name, path: namePath(tree, organizationId), address: null };
}

function letterOf(
  { letterNumber, issuedOn, expiresOn, state }: TransferRow,
  today: string,
): TransferItem['letter'] {
  if (letterNumber === null || issuedOn === null || expiresOn === null) return null;
  return {
    number: letterNumber,
    issuedOn,
    expiresOn,
    daysLeft: daysBetween(today, expiresOn),
    endingSoon: isEndingSoon({ state, expiresOn }, today),
  };
}

/** A row of the list for this reader. */
export function transferItem({ sealer, kit }: Deps, reach: TransferReach, row: PlacedTransfer): TransferItem {
  const today = kit.clock.today();
  const state = stateOn(row, today);
  return {
    id: row.id,
    kind: row.kind,
    direction: directionOf(reach.read, reach.tree, row),
    state,
    memberId: row.memberId,
    person: {
      name: row.name,
      ...row.person,
      idNumber: row.idNumber === null ? null : sealer.mask(row.memberId, 'idNumber', row.idNumber),
    },
    from: endOf(reach.tree, row.fromOrganizationId, row.outside),
    to: endOf(reach.tree, row.toOrganizationId, row.outside),
    groupId: row.groupId,
    reason: row.reason,
    appliedOn: row.appliedOn,
    letter: letterOf(row, today),
    receivedOn: row.receivedOn,
    closedOn: row.closedOn,
    version: row.version,
    updatedAt: isoInstant(row.updatedAt),
    abilities: abilitiesOf(reach, row, state, row.home),
  };
}

function timelineItem(step: StepRow): TimelineItem {
  return {
    at: isoInstant(step.at),
    action: step.action,
    actor: { id: step.accountId, name: step.actorName },
    from: step.fromState,
    to: step.toState,
    note: step.note,
    version: step.version,
  };
}

/** The whole transfer for this reader. */
export function transferView(
  deps: Deps,
  reach: TransferReach,
  row: PlacedTransfer,
  steps: readonly StepRow[],
): TransferView {
  return {
    ...transferItem(deps, reach, row),
    duesPaidThrough: row.duesPaidThrough,
    validDays: row.validDays,
    createdAt: isoInstant(row.createdAt),
    timeline: steps.map(timelineItem),
  };
}

/** A transfer with its version as ETag; with `created`, where it is from now on. */
export function transferResponse(view: TransferView, created = false): Response {
  return new Response(JSON.stringify(view), {
    status: created ? 201 : 200,
    headers: {
      'content-type': 'application/json',
      'cache-control': 'no-store',
      etag: `"${view.version}"`,
      ...(created ? { location: `/api/archives/transfers/${view.id}` } : {}),
    },
  });
}
