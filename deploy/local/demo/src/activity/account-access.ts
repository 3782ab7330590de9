import type { Access } from '@banyan/contracts/access';
import { compileGrants, type StoredGrant } from '@banyan/identity-service/grants/access';
import { shippedRoles } from '@banyan/identity-service/roles/shipped-roles';
import type { Sql } from 'postgres';

interface AccountRow {
  readonly personId: string | null;
  readonly organizationId: string;
  readonly grants: Omit<StoredGrant, 'permissions'>[];
}

/** What an account may do once identity has started, which writes the permissions of roles only then. */
export async function accessOfAccount(identity: Sql, accountId: string): Promise<Access> {
  const [row] = await identity<AccountRow[]>`
    select a.person_id as "personId", a.organization_id as "organizationId",
      (select coalesce(json_agg(json_build_object('role', g.role_id, 'mode', g.mode, 'nodes', g.nodes,
          'validFrom', g.valid_from, 'validTo', g.valid_to) order by g.id), '[]')
        from grants g where g.account_id = a.id and g.revoked_at is null) as grants
    from accounts a where a.id = ${accountId}`;
  if (row === undefined) throw new Error(`There is no account ${accountId}.`);
  const grants = row.grants.map((grant) => ({ ...grant, permissions: shippedRoles[grant.role] ?? [] }));
  return {
    accountId,
    personId: row.personId,
    revision: 1,
    active: true,
    grants: compileGrants(row, grants, shippedRoles['member'] ?? []),
  };
}

/** Accounts by their names, and of secretaries by the branch that they are of. */
export async function accountsByOffice(
  identity: Sql,
  usernames: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await identity<{ office: string; id: string }[]>`
    select username as office, id from accounts where username = any(${[...usernames]})
    union all select nodes[1]::text, account_id from grants where role_id = 'branch-secretary' and mode = 'node'`;
  return new Map(rows.map(({ office, id }) => [office, id]));
}
