import type { Authorizer } from '@banyan/service-kit/authorize';
import type { OrganizationTree } from '@banyan/service-kit/organization-tree';
import { type Actor, holds, type Scope } from '@banyan/service-kit/scope';
import {
  type Act,
  acts,
  type Demand,
  demandOf,
  demandsOf,
  nextState,
  openActs,
  type TransferKind,
  transferKinds,
  type TransferState,
} from './transfer.ts';
import type { TransferAbility } from './transfer-views.ts';

/** Where an actor may do what with transfers; null where a permission is held nowhere. */
export interface TransferReach {
  readonly tree: OrganizationTree;
  readonly read: Scope | null;
  readonly create: Scope | null;
  readonly approve: Scope | null;
  readonly receive: Scope | null;
  readonly readMember: Scope | null;
  readonly readSensitive: Scope | null;
}

export function transferReach(authorizer: Authorizer, tree: OrganizationTree, actor: Actor): TransferReach {
  return {
    tree,
    read: authorizer.scopeFor(actor, 'archives.transfer.read'),
    create: authorizer.scopeFor(actor, 'archives.transfer.create'),
    approve: authorizer.scopeFor(actor, 'archives.transfer.approve'),
    receive: authorizer.scopeFor(actor, 'archives.transfer.receive'),
    readMember: authorizer.scopeFor(actor, 'archives.member.read'),
    readSensitive: authorizer.scopeFor(actor, 'archives.member.read-sensitive'),
  };
}

/** What places a transfer on the tree. */
export interface Ends {
  readonly memberId: string;
  readonly kind: TransferKind;
  readonly fromOrganizationId: string | null;
  readonly toOrganizationId: string | null;
}

function scopeOf(reach: TransferReach, { permission }: Demand): Scope | null {
  switch (permission) {
    case 'archives.transfer.create':
      return reach.create;
    case 'archives.transfer.approve':
      return reach.approve;
    case 'archives.transfer.receive':
      return reach.receive;
  }
}

function meets(reach: TransferReach, ends: Ends, demand: Demand): boolean {
  const scope = scopeOf(reach, demand);
  const organizationId = demand.end === 'from' ? ends.fromOrganizationId : ends.toOrganizationId;
  return scope !== null && organizationId !== null && holds(scope, reach.tree, organizationId);
}

/** The scope under which somebody acts; null for whoever holds no permission for it anywhere. */
export function actingScope(reach: TransferReach, act: Act): Scope | null {
  const demands = transferKinds.flatMap((kind) => demandsOf(kind, act));
  return demands.map((demand) => scopeOf(reach, demand)).find((scope) => scope !== null) ?? null;
}

/** Whether the transfer is in reach of somebody who wants to act on it, in whatever state it is. */
export function mayTry(reach: TransferReach, ends: Ends, act: Act): boolean {
  return demandsOf(ends.kind, act).some((demand) => meets(reach, ends, demand));
}

export function mayDo(reach: TransferReach, ends: Ends, state: TransferState, act: Act): boolean {
  return nextState(ends.kind, state, act) !== null && meets(reach, ends, demandOf(ends.kind, state, act));
}

/** A scope holds a transfer through either end, or because it is about the reader. */
export function holdsTransfer(scope: Scope, tree: OrganizationTree, ends: Ends): boolean {
  return (
    (ends.fromOrganizationId !== null && holds(scope, tree, ends.fromOrganizationId)) ||
    (ends.toOrganizationId !== null && holds(scope, tree, ends.toOrganizationId)) ||
    scope.personId === ends.memberId
  );
}

export type Direction = 'in' | 'out' | 'within';

/** As the reader sees it. Somebody who holds neither end looks at the own transfer. */
export function directionOf(scope: Scope | null, tree: OrganizationTree, ends: Ends): Direction {
  const held = (id: string | null): boolean => scope !== null && id !== null && holds(scope, tree, id);
  const from = held(ends.fromOrganizationId);
  const to = held(ends.toOrganizationId);
  return from === to ? ends.kind : from ? 'out' : 'in';
}

/** A letter can be printed while it holds and after its person was received. One from outside is theirs to print. */
export function isPrintable(kind: TransferKind, state: TransferState): boolean {
  return kind !== 'in' && (state === 'issued' || state === 'received' || state === 'closed');
}

/** The number in plain goes to who may read it on the record, wherever that is now. */
export function mayPrintPlain({ readSensitive, tree }: TransferReach, home: string | null): boolean {
  return readSensitive !== null && home !== null && holds(readSensitive, tree, home);
}

/** The verbs that this reader may use on this transfer now. */
export function abilitiesOf(
  reach: TransferReach,
  ends: Ends,
  state: TransferState,
  home: string | null,
): TransferAbility[] {
  const abilities: TransferAbility[] = openActs(ends.kind, state).filter((act) =>
    mayDo(reach, ends, state, act),
  );
  if (isPrintable(ends.kind, state)) {
    abilities.push('print');
    if (mayPrintPlain(reach, home)) abilities.push('print-plain');
  }
  const { readMember, tree } = reach;
  if (
    readMember !== null &&
    home !== null &&
    (holds(readMember, tree, home) || readMember.personId === ends.memberId)
  )
    abilities.push('open-member');
  return abilities;
}

/** Acts that somebody may do for the transfers of a group that are open for them. */
export function groupActs(
  reach: TransferReach,
  transfers: readonly (Ends & { readonly state: TransferState })[],
): Act[] {
  return acts.filter((act) => transfers.some((transfer) => mayDo(reach, transfer, transfer.state, act)));
}
