import type { AccessDirectory } from './access-directory.ts';
import { forbidden } from './error.ts';
import { type Actor, organizationalScope, type Scope, selfScope } from './scope.ts';

/** Turns an actor and a permission into a scope, or throws `forbidden` when the permission is held nowhere. */
export interface Authorizer {
  authorize(actor: Actor, permission: string): Scope;
  /** Without throwing; null when the permission is held nowhere. */
  scopeFor(actor: Actor, permission: string): Scope | null;
}

export function createAuthorizer(access: AccessDirectory): Authorizer {
  function scopeFor(actor: Actor, permission: string): Scope | null {
    if (actor.accountId === null) return null;
    const reach = access.reach(actor.accountId, permission, Date.now());
    if (reach === null) return null;
    const own = reach.self ? actor.personId : null;
    if (reach.ranges.length === 0 && own !== null) return selfScope({ ...actor, personId: own }, permission);
    return organizationalScope(actor, permission, reach.ranges, reach.whole, own);
  }

  return {
    scopeFor,
    authorize(actor, permission) {
      const scope = scopeFor(actor, permission);
      if (scope === null) throw forbidden();
      return scope;
    },
  };
}
