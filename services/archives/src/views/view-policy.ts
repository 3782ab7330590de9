import type { Authorizer } from '@banyan/service-kit/authorize';
import type { OrganizationTree } from '@banyan/service-kit/organization-tree';
import { type Actor, holds, holdsPath, type Scope } from '@banyan/service-kit/scope';
import type { SavedView } from './saved-view.ts';

export const viewAbilities = ['update', 'share', 'remove'] as const;
export type ViewAbility = (typeof viewAbilities)[number];

/** What places a reader: where people may be read, and where settings may be made; null for nowhere. */
export interface ViewReach {
  readonly tree: OrganizationTree;
  readonly actor: Actor;
  readonly read: Scope;
  readonly settings: Scope | null;
}

export function viewReach(authorizer: Authorizer, tree: OrganizationTree, read: Scope): ViewReach {
  const settings = authorizer.scopeFor(read.actor, 'archives.setting.update');
  return { tree, actor: read.actor, read, settings };
}

/** A personal view is seen by its person; a shared one from its organization, from all below, and from above it. */
export function seesView({ tree, actor, read }: ViewReach, view: SavedView): boolean {
  if (view.organizationId === null) return view.accountId === actor.accountId;
  const owner = tree.get(view.organizationId);
  if (owner === undefined) return false;
  return holdsPath(read, owner.path) || read.ranges.some(({ low }) => low.startsWith(owner.path));
}

/** Views that stand in the reader's list: one's own, and those shared with an organization that the reader is of. */
export function offersView(reach: ViewReach, view: SavedView, node: string | null): boolean {
  if (!seesView(reach, view)) return false;
  if (view.organizationId === null || view.accountId === reach.actor.accountId) return true;
  const { tree, read } = reach;
  const owner = tree.get(view.organizationId)?.path ?? '';
  const seenAs = node === null ? undefined : tree.get(node);
  if (seenAs !== undefined && holds(read, tree, seenAs.id)) return seenAs.path.startsWith(owner);
  return read.whole
    ? view.organizationId === tree.rootId
    : read.ranges.some(({ low }) => low.startsWith(owner));
}

/** A shared view is a setting of its organization. */
export function mayChange({ tree, actor, settings }: ViewReach, view: SavedView): boolean {
  return view.organizationId === null
    ? view.accountId === actor.accountId
    : settings !== null && holds(settings, tree, view.organizationId);
}

export function abilitiesOf(reach: ViewReach, view: SavedView): ViewAbility[] {
  if (!mayChange(reach, view)) return [];
  return reach.settings === null ? ['update', 'remove'] : ['update', 'share', 'remove'];
}
