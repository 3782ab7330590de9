import type { Access } from '@banyan/contracts/access';
import { grantChanged } from '@banyan/contracts/identity/events';
import type { Transaction, WriteTransaction } from '@banyan/service-kit/database';
import { systemScope } from '@banyan/service-kit/scope';
import { memberRole } from '../grants/access.ts';
import { compileAccess, nextAccessRevision } from '../grants/access-table.ts';
import type { Role } from './role.ts';

export async function allRoles(tx: Transaction): Promise<Role[]> {
  return tx.sql<Role[]>`
    select id, name, shipped, administrator, permissions, version::int as version
    from roles order by shipped desc, administrator desc, name`;
}

export async function findRole(tx: Transaction, id: string): Promise<Role | null> {
  const [row] = await tx.sql<Role[]>`
    select id, name, shipped, administrator, permissions, version::int as version from roles where id = ${id}`;
  return row ?? null;
}

/**
 * Writes a role and raises the revision of whoever holds it by raising the role's own. Announced are the accounts that are
 * signed in; the others' next token names the new revision. Hand what it returns to `kit.access.put()` after the commit.
 */
export async function storeRole(tx: WriteTransaction, role: Role): Promise<Access[]> {
  const revision = await nextAccessRevision(tx);
  await tx.sql`
    update roles set name = ${role.name}, permissions = ${[...role.permissions]}::text[], version = ${role.version},
      revision = ${revision}
    where id = ${role.id}`;
  await tx.enter(systemScope('identity.role.announce'));
  const holders = await tx.sql<{ id: string }[]>`
    select distinct a.id from accounts a join sessions s on s.account_id = a.id and s.ended_at is null
    where (a.person_id is not null and ${role.id} = ${memberRole})
      or exists (select from grants g where g.account_id = a.id and g.role_id = ${role.id} and g.revoked_at is null)`;
  const accesses: Access[] = [];
  for (const { id } of holders) {
    const access = await compileAccess(tx.sql, id);
    if (access === null) continue;
    tx.emit(grantChanged, id, access);
    accesses.push(access);
  }
  await tx.enter(tx.scope);
  return accesses;
}
