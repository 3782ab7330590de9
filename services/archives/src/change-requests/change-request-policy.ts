import type { Authorizer } from '@banyan/service-kit/authorize';
import { AppError } from '@banyan/service-kit/error';
import type { OrganizationTree } from '@banyan/service-kit/organization-tree';
import type { Actor, Scope } from '@banyan/service-kit/scope';
import { holdsMember } from '../members/member-policy.ts';
import type { RequestState } from './change-request.ts';

export const requestAbilities = ['decide', 'withdraw', 'unmask'] as const;
export type RequestAbility = (typeof requestAbilities)[number];

/** What places a request: whose record, where the person is now, who proposed. */
export interface RequestPlace {
  readonly memberId: string;
  readonly organizationId: string;
  readonly accountId: string;
  readonly state: RequestState;
}

export interface RequestReach {
  readonly tree: OrganizationTree;
  readonly actor: Actor;
  readonly create: Scope | null;
  readonly approve: Scope | null;
  readonly readSensitive: Scope | null;
}

export function requestReach(authorizer: Authorizer, tree: OrganizationTree, actor: Actor): RequestReach {
  return {
    tree,
    actor,
    create: authorizer.scopeFor(actor, 'archives.change-request.create'),
    approve: authorizer.scopeFor(actor, 'archives.change-request.approve'),
    readSensitive: authorizer.scopeFor(actor, 'archives.member.read-sensitive'),
  };
}

function holds({ tree }: RequestReach, scope: Scope | null, { memberId: id, organizationId }: RequestPlace) {
  return scope !== null && holdsMember(scope, tree, { id, organizationId });
}

/** Nobody decides about the own record, whatever else the account holds at the branch. */
export function isOwnRecord({ personId }: Actor, { memberId }: Pick<RequestPlace, 'memberId'>): boolean {
  return personId !== null && personId === memberId;
}

/** The verbs that this reader may use on this request now. */
export function requestAbilitiesOf(reach: RequestReach, request: RequestPlace): RequestAbility[] {
  const abilities: RequestAbility[] = [];
  if (request.state === 'open') {
    if (holds(reach, reach.approve, request) && !isOwnRecord(reach.actor, request)) abilities.push('decide');
    if (holds(reach, reach.create, request) && request.accountId === reach.actor.accountId)
      abilities.push('withdraw');
  }
  if (holds(reach, reach.readSensitive, request)) abilities.push('unmask');
  return abilities;
}

export function ownRecord(): AppError {
  return new AppError(
    'forbidden',
    'archives.change-request-own-record',
    'Nobody decides what is proposed for the own record.',
    { detail: 'Another secretary or officer of the branch, or the unit above, decides it.' },
  );
}

export function notProposer(): AppError {
  return new AppError(
    'forbidden',
    'archives.change-request-not-proposer',
    'Only whoever proposed it may withdraw it.',
    { detail: 'Decline its fields instead, if you may decide it.' },
  );
}

export function alreadyClosed(): AppError {
  return new AppError(
    'conflict',
    'archives.change-request-closed',
    'This request has been decided or withdrawn.',
    { detail: 'Read it again to see what became of it.' },
  );
}
