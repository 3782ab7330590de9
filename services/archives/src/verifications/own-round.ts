import { notFound } from '@banyan/service-kit/error';
import { holds, type Scope } from '@banyan/service-kit/scope';
import type { Deps } from '../deps.ts';
import { type PlacedRound, placeOfRound } from './load-round.ts';
import { checkRunsAt } from './verification-policy.ts';

/** Where a round is that goes down from a node of the scope; those from above are others' to change. */
export async function placeOfOwnRound(deps: Deps, scope: Scope, id: string): Promise<PlacedRound> {
  const placed = await placeOfRound(deps, scope, id);
  const tree = deps.kit.tree();
  if (!holds(scope, tree, placed.organizationId)) throw notFound();
  checkRunsAt(scope, tree, placed.organizationId);
  return placed;
}
