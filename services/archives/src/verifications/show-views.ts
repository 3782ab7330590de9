import type { Transaction } from '@banyan/service-kit/database';
import type { OrganizationTree } from '@banyan/service-kit/organization-tree';
import type { Scope } from '@banyan/service-kit/scope';
import { shapeOf } from '../members/member-scope.ts';
import { isoInstant } from '../members/show-views.ts';
import { countProgress, keptResults, type Part, sumOf } from './round-progress.ts';
import { isOverdue, nothing, type Progress } from './verification.ts';
import { isHome, partOf, roundAbilitiesOf, type RoundReach } from './verification-policy.ts';
import type { RoundRow } from './verification-table.ts';
import type { RoundView } from './verification-views.ts';

/** The topmost nodes of a part; nodes held alone are branches of their own. */
export function topsOf(part: Scope, tree: OrganizationTree): string[] {
  const { subtreeIds, nodeIds } = shapeOf(part, tree);
  return [...subtreeIds, ...nodeIds];
}

/** How far the reader's part of each round has come: one statement for the open ones, one for the closed. */
export async function progressOfRounds(
  tx: Transaction,
  tree: OrganizationTree,
  scope: Scope,
  rounds: readonly RoundRow[],
): Promise<Map<string, Progress>> {
  const open: Part[] = [];
  const closed: { roundId: string; nodeId: string }[] = [];
  for (const { id, organizationId, state } of rounds) {
    const part = partOf(scope, tree, organizationId);
    if (state === 'open') {
      const ranges = part.whole ? [{ low: '/', high: '0' }] : part.ranges;
      open.push(...ranges.map((range) => ({ ...range, roundId: id, key: id })));
    } else closed.push(...countedTops(part, tree).map((nodeId) => ({ roundId: id, nodeId })));
  }
  const [counted, kept] = await Promise.all([countProgress(tx, open), keptResults(tx, closed)]);
  return new Map(
    rounds.map(({ id, state }) => [
      id,
      state === 'open'
        ? (counted.get(id) ?? nothing)
        : sumOf([...kept].filter(([key]) => key.startsWith(id)).map(([, progress]) => progress)),
    ]),
  );
}

/** Results hold a node with all below it: of a node that is held alone they tell only if nothing is below. */
function countedTops(part: Scope, tree: OrganizationTree): string[] {
  const { subtreeIds, nodeIds } = shapeOf(part, tree);
  return [
    ...subtreeIds,
    ...nodeIds.filter((id) => {
      const node = tree.get(id);
      return node !== undefined && isHome(node);
    }),
  ];
}

export function roundView(
  reach: RoundReach,
  scope: Scope,
  row: RoundRow,
  progress: Progress,
  today: string,
): RoundView {
  const { tree } = reach;
  const part = topsOf(partOf(scope, tree, row.organizationId), tree).flatMap((id) => {
    const node = tree.get(id);
    return node === undefined
      ? []
      : [{ organizationId: id, organizationName: node.name, isBranch: isHome(node) }];
  });
  return {
    id: row.id,
    organizationId: row.organizationId,
    organizationName: tree.get(row.organizationId)?.name ?? '',
    title: row.title,
    question: row.question,
    note: row.note,
    stages: row.stages,
    states: row.states,
    dueOn: row.dueOn,
    state: row.state,
    isOverdue: isOverdue(row, progress, today),
    createdAt: isoInstant(row.createdAt),
    author: { id: row.accountId, name: row.authorName },
    closedAt: row.closedAt && isoInstant(row.closedAt),
    part,
    progress,
    version: row.version,
    abilities: roundAbilitiesOf(reach, row),
  };
}
