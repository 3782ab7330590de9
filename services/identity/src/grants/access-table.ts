import type { Access } from '@banyan/contracts/access';
import { grantChanged } from '@banyan/contracts/identity/events';
import type { WriteTransaction } from '@banyan/service-kit/database';
import { systemScope } from '@banyan/service-kit/scope';
import type { Sql } from 'postgres';
import { compileGrants, memberRole, type StoredGrant } from './access.ts';

interface AccessRow {
  readonly personId: string | null;
  readonly organizationId: string;
  readonly active: boolean;
  readonly revision: number;
  readonly grants: StoredGrant[];
  readonly memberPermissions: string[];
}

/** The revision of an account `a`: the greatest of its own and those of the roles that it holds. */
export const accessRevision = (sql: Sql) => sql`
  greatest(a.access_revision,
    (select max(r.revision) from roles r join grants g on g.role_id = r.id where g.account_id = a.id and g.revoked_at is null),
    case when a.person_id is not null then (select revision from roles where id = ${memberRole}) end)::int`;

/** What an account may do, in one statement and so of one moment; null where there is no such account. */
export async function compileAccess(sql: Sql, accountId: string): Promise<Access | null> {
  const [row] = await sql<AccessRow[]>`
    select a.person_id as "personId", a.organization_id as "organizationId", a.status = 'active' as active,
      ${accessRevision(sql)} as revision,
      (select permissions from roles where id = ${memberRole}) as "memberPermissions",
      (select coalesce(json_agg(json_build_object('role', r.id, 'permissions', r.permissions, 'mode', g.mode,
          'nodes', g.nodes, 'validFrom', g.valid_from, 'validTo', g.valid_to) order by g.id), '[]')
        from grants g join roles r on r.id = g.role_id
        where g.account_id = a.id and g.revoked_at is null and (g.valid_to is null or g.valid_to > now())) as grants
    from accounts a where a.id = ${accountId}`;
  if (row === undefined) return null;
  const { personId, active, revision } = row;
  return {
    accountId,
    personId,
    revision,
    active,
    grants: compileGrants(row, row.grants, row.memberPermissions),
  };
}

/** Counts one change of what anybody may do, and locks the count until the commit. */
export async function nextAccessRevision(tx: WriteTransaction): Promise<number> {
  const [row] = await tx.sql<{ revision: number }[]>`
    update access_counters set revision = revision + 1 returning revision::int as revision`;
  if (row === undefined) throw new Error('The count of access revisions is missing.');
  return row.revision;
}

/**
 * Gives the account a new revision and announces the whole of its access. Call it after the change, and hand what it
 * returns to `kit.access.put()` after the commit, so that this process refuses at once what was taken away.
 */
export async function announceAccess(tx: WriteTransaction, accountId: string): Promise<Access> {
  const revision = await nextAccessRevision(tx);
  await tx.enter(systemScope('identity.grant.compile'));
  await tx.sql`update accounts set access_revision = ${revision} where id = ${accountId}`;
  const access = await compileAccess(tx.sql, accountId);
  if (access === null) throw new Error(`The account ${accountId} is missing.`);
  await tx.enter(tx.scope);
  tx.emit(grantChanged, accountId, access);
  return access;
}
