import type { CompiledGrant, GrantScope } from '@banyan/contracts/access';

/** A grant as it is stored, with the permissions of its role. */
export interface StoredGrant {
  readonly role: string;
  readonly permissions: readonly string[];
  readonly mode: GrantScope['mode'];
  readonly nodes: readonly string[];
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/** Whose access it is: a member's home is a branch, and the member sees it in the tree. */
export interface Holder {
  readonly personId: string | null;
  readonly organizationId: string;
}

export const memberRole = 'member';

/** Every grant stays a pair of permissions and scope; a member's account holds the role `member` without one. */
export function compileGrants(
  holder: Holder,
  grants: readonly StoredGrant[],
  memberPermissions: readonly string[],
): CompiledGrant[] {
  const compiled = grants.map(({ role, permissions, mode, nodes, validFrom, validTo }) => ({
    role,
    permissions: [...permissions],
    scope: { mode, nodes: [...nodes] },
    validFrom,
    validTo,
  }));
  if (holder.personId === null) return compiled;
  const always = { role: memberRole, validFrom: null, validTo: null };
  return [
    ...compiled,
    { ...always, permissions: [...memberPermissions], scope: { mode: 'self', nodes: [] } },
    {
      ...always,
      permissions: ['identity.organization.read'],
      scope: { mode: 'node', nodes: [holder.organizationId] },
    },
  ];
}
