import type { Authorizer } from '@banyan/service-kit/authorize';
import type { OrganizationTree } from '@banyan/service-kit/organization-tree';
import type { Actor, Scope } from '@banyan/service-kit/scope';
import { holds } from '@banyan/service-kit/scope';
import { holdsMember } from '../members/member-policy.ts';

export const dossierAbilities = ['update', 'archive'] as const;
export type DossierAbility = (typeof dossierAbilities)[number];

interface Place {
  readonly id: string;
  readonly organizationId: string;
}

/** Where an actor may keep dossiers, and where say what they are to hold; null where nowhere. */
export interface DossierReach {
  readonly tree: OrganizationTree;
  readonly update: Scope | null;
  readonly settings: Scope | null;
}

export function dossierReach(authorizer: Authorizer, tree: OrganizationTree, actor: Actor): DossierReach {
  return {
    tree,
    update: authorizer.scopeFor(actor, 'archives.dossier.update'),
    settings: authorizer.scopeFor(actor, 'archives.setting.update'),
  };
}

/** Whoever sees a dossier may take it along; only who keeps it changes it. */
export function dossierAbilitiesOf({ tree, update }: DossierReach, member: Place): DossierAbility[] {
  return update !== null && holdsMember(update, tree, member) ? ['update', 'archive'] : ['archive'];
}

export function canDefineAt({ tree, settings }: DossierReach, organizationId: string): boolean {
  return settings !== null && holds(settings, tree, organizationId);
}
