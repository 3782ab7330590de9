import { AppError } from '@banyan/service-kit/error';
import type { Authorizer } from '@banyan/service-kit/authorize';
import type { OrganizationTree, TreeNode } from '@banyan/service-kit/organization-tree';
import { type Actor, holds, type Scope, subtreeRange, within } from '@banyan/service-kit/scope';
import { homeTypes } from '@banyan/contracts/organization';
import type { RoundState } from './verification.ts';

export const roundAbilities = ['update', 'close', 'remind', 'answer'] as const;
export type RoundAbility = (typeof roundAbilities)[number];

export interface RoundPlace {
  readonly organizationId: string;
  readonly state: RoundState;
}

export interface RoundReach {
  readonly tree: OrganizationTree;
  readonly create: Scope | null;
  readonly answer: Scope | null;
}

export function roundReach(authorizer: Authorizer, tree: OrganizationTree, actor: Actor): RoundReach {
  return {
    tree,
    create: authorizer.scopeFor(actor, 'archives.verification.create'),
    answer: authorizer.scopeFor(actor, 'archives.verification.answer'),
  };
}

/** The part of a scope that a round is about: all of it below the round's node, or the round where it is held whole. */
export function partOf(scope: Scope, tree: OrganizationTree, organizationId: string): Scope {
  return within(scope, tree, organizationId);
}

/** A round is seen at its node and by everybody below it, who are asked. */
export function seesRound(scope: Scope, tree: OrganizationTree, organizationId: string): boolean {
  const part = partOf(scope, tree, organizationId);
  return part.whole || part.ranges.length > 0;
}

export function isHome(node: Pick<TreeNode, 'type'>): boolean {
  return (homeTypes as readonly string[]).includes(node.type);
}

/** Whoever opens, changes or ends a round does so for everybody below its node, and must hold all of them. */
export function checkRunsAt(scope: Scope, tree: OrganizationTree, organizationId: string): void {
  if (runsAt(scope, tree, organizationId)) return;
  throw new AppError(
    'forbidden',
    'archives.verification-below',
    'You do not hold everything below this node.',
    {
      detail: 'Choose a branch of yours, or ask whoever holds the node with all below it.',
      errors: [
        { field: 'organizationId', code: 'organization.held-alone', message: 'Held without what is below.' },
      ],
    },
  );
}

function runsAt(scope: Scope, tree: OrganizationTree, organizationId: string): boolean {
  const node = tree.get(organizationId);
  if (node === undefined || scope.whole || isHome(node)) return holds(scope, tree, organizationId);
  const { low, high } = subtreeRange(node.path);
  return scope.ranges.some((range) => range.low <= low && high <= range.high);
}

/** Whether a node is the other one or lies below it. */
export function isAtOrBelow(tree: OrganizationTree, id: string, topId: string): boolean {
  const [node, top] = [tree.get(id), tree.get(topId)];
  return node !== undefined && top !== undefined && node.path.startsWith(top.path);
}

/** The verbs that this reader may use on this round now. */
export function roundAbilitiesOf({ tree, create, answer }: RoundReach, round: RoundPlace): RoundAbility[] {
  if (round.state !== 'open') return [];
  const abilities: RoundAbility[] = [];
  if (create !== null && runsAt(create, tree, round.organizationId)) abilities.push('update', 'close');
  if (create !== null && seesRound(create, tree, round.organizationId)) abilities.push('remind');
  if (answer !== null && seesRound(answer, tree, round.organizationId)) abilities.push('answer');
  return abilities;
}
