import { unauthenticated } from '@banyan/service-kit/authenticate';
import type { Kit } from '@banyan/service-kit/kit';
import { type Actor, holdsPath, type Scope, selfScope } from '@banyan/service-kit/scope';
import type { Deps } from '../deps.ts';
import { heldRoles } from '../grants/held-roles.ts';
import { instant } from '../request.ts';
import type { Me, Preferences } from './contract.ts';

interface MeRow extends Preferences {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly personId: string | null;
  readonly kind: 'person' | 'service';
  readonly sessionId: string;
  readonly createdAt: string;
  readonly expiresAt: string;
}

/** Who I am and what I hold at this moment. */
export async function readMe({ kit, demo }: Deps, actor: Actor): Promise<Me> {
  const { row, roles } = await kit.database.read(selfScope(actor, 'identity.me.read'), async (tx) => {
    const [found] = await tx.sql<MeRow[]>`
      select a.id, a.username, a.display_name as "displayName", a.person_id as "personId", a.kind, a.locale, a.theme,
        s.id as "sessionId", s.created_at as "createdAt", s.expires_at as "expiresAt"
      from accounts a join sessions s on s.account_id = a.id and s.id = ${actor.sessionId}
      where a.id = ${actor.accountId}`;
    return { row: found, roles: found === undefined ? new Map() : await heldRoles(kit, tx, [found]) };
  });
  if (row === undefined) throw unauthenticated();
  return {
    id: row.id,
    username: row.username,
    displayName: row.displayName,
    personId: row.personId,
    kind: row.kind,
    permissions: permissionsOf(kit, actor),
    roles: roles.get(row.id) ?? [],
    roots: rootsOf(kit, kit.authorizer.scopeFor(actor, 'identity.organization.read')),
    preferences: { locale: row.locale, theme: row.theme },
    session: { id: row.sessionId, createdAt: instant(row.createdAt), expiresAt: instant(row.expiresAt) },
    demo,
  };
}

function permissionsOf(kit: Kit, actor: Actor): string[] {
  const grants = kit.access.access(actor.accountId ?? '')?.grants ?? [];
  const named = new Set(grants.flatMap(({ permissions }) => permissions));
  return [...named].filter((permission) => kit.authorizer.scopeFor(actor, permission) !== null).toSorted();
}

/** The organizations in a scope whose parent is not in it, in the order of the tree. */
export function rootsOf(kit: Kit, scope: Scope | null): string[] {
  if (scope === null) return [];
  const tree = kit.tree();
  const starts = new Set(scope.ranges.map(({ low }) => low));
  const roots = [...tree.nodes()].filter(({ path, parentId, status }) => {
    if (!starts.has(path) || status !== 'active') return false;
    const parent = parentId === null ? undefined : tree.get(parentId);
    return parent === undefined || !holdsPath(scope, parent.path);
  });
  return roots.toSorted((a, b) => (a.path < b.path ? -1 : 1)).map(({ id }) => id);
}

/** Says how I want to see the console. */
export async function changePreferences(
  kit: Kit,
  actor: Actor,
  change: { readonly [Key in keyof Preferences]?: Preferences[Key] | undefined },
): Promise<Preferences> {
  return kit.database.write(selfScope(actor, 'identity.me.update'), async (tx) => {
    const [row] = await tx.sql<Preferences[]>`
      update accounts set
        locale = ${change.locale === undefined ? tx.sql`locale` : change.locale},
        theme = ${change.theme === undefined ? tx.sql`theme` : change.theme}
      where id = ${actor.accountId} returning locale, theme`;
    if (row === undefined) throw unauthenticated();
    return { locale: row.locale, theme: row.theme };
  });
}
