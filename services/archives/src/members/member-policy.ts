import type { MembershipState } from '@banyan/contracts/person';
import type { Authorizer } from '@banyan/service-kit/authorize';
import type { OrganizationTree } from '@banyan/service-kit/organization-tree';
import { type Actor, holds, type Scope } from '@banyan/service-kit/scope';
import { isReduction, nextStage, nextStates, type Standing } from './member.ts';
import type { Ability } from './member-views.ts';

/** What places a record on the tree and in its life. */
export interface MemberPlace extends Standing {
  readonly id: string;
  readonly organizationId: string;
}

/** A scope holds a record through its organization, or because it is the reader's own. */
export function holdsMember(
  scope: Scope,
  tree: OrganizationTree,
  member: Omit<MemberPlace, keyof Standing>,
): boolean {
  return scope.personId === member.id || holds(scope, tree, member.organizationId);
}

/** Where an actor may do what with members; null where a permission is held nowhere. */
export interface MemberReach {
  readonly tree: OrganizationTree;
  readonly update: Scope | null;
  readonly remove: Scope | null;
  readonly readSensitive: Scope | null;
  readonly propose: Scope | null;
  readonly transfer: Scope | null;
  readonly register: Scope | null;
}

export function memberReach(authorizer: Authorizer, tree: OrganizationTree, actor: Actor): MemberReach {
  return {
    tree,
    update: authorizer.scopeFor(actor, 'archives.member.update'),
    remove: authorizer.scopeFor(actor, 'archives.member.remove'),
    readSensitive: authorizer.scopeFor(actor, 'archives.member.read-sensitive'),
    transfer: authorizer.scopeFor(actor, 'archives.transfer.create'),
    register: authorizer.scopeFor(actor, 'archives.register.update'),
    propose: authorizer.scopeFor(actor, 'archives.change-request.create'),
  };
}

/** The states that this reader may put this person in. */
export function openStates(reach: MemberReach, member: MemberPlace): MembershipState[] {
  const may = { update: canUpdate(reach, member), remove: canRemove(reach, member) };
  return nextStates(member).filter((state) => (isReduction(state) ? may.remove : may.update));
}

export function canUpdate({ update, tree }: MemberReach, member: MemberPlace): boolean {
  return update !== null && holdsMember(update, tree, member);
}

export function canRemove({ remove, tree }: MemberReach, member: MemberPlace): boolean {
  return remove !== null && holdsMember(remove, tree, member);
}

export function canUnmask({ readSensitive, tree }: MemberReach, member: MemberPlace): boolean {
  return readSensitive !== null && holdsMember(readSensitive, tree, member);
}

export function canPropose({ propose, tree }: MemberReach, member: MemberPlace): boolean {
  return propose !== null && holdsMember(propose, tree, member);
}

/** The verbs that this reader may use on this record now. */
export function abilitiesOf(reach: MemberReach, member: MemberPlace): Ability[] {
  const abilities: Ability[] = [];
  const next = nextStates(member);
  if (canUpdate(reach, member)) {
    abilities.push('update');
    if (nextStage(member) !== null) abilities.push('advance');
    if (next.some((state) => !isReduction(state))) abilities.push('change-state');
  } else if (canPropose(reach, member)) abilities.push('propose');
  if (next.some(isReduction) && canRemove(reach, member)) abilities.push('reduce');
  if (canUnmask(reach, member)) abilities.push('unmask');
  if (member.state === 'active') {
    const { transfer, register, tree } = reach;
    if (transfer !== null && holds(transfer, tree, member.organizationId)) abilities.push('transfer');
    const isMember = member.stage === 'full' || member.stage === 'probationary';
    if (isMember && register !== null && holds(register, tree, member.organizationId))
      abilities.push('register-outflow');
  }
  return abilities;
}
