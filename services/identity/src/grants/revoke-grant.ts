import { AppError, notFound } from '@banyan/service-kit/error';
import type { Kit } from '@banyan/service-kit/kit';
import { type Scope, systemScope } from '@banyan/service-kit/scope';
import { lastAdministrator } from '../accounts/account.ts';
import { holdsAccount, lastAdministratorRole } from '../accounts/account-table.ts';
import { coversRange, rangesOf } from './grant.ts';
import { announceAccess, nextAccessRevision } from './access-table.ts';
import { grantColumns, grantJoins, type GrantRow } from './grant-table.ts';

/** Takes a grant back. This process refuses at once, the others with the fact or the next token. */
export async function revokeGrant(kit: Kit, scope: Scope, id: string): Promise<void> {
  const access = await kit.database.write(scope, async (tx) => {
    await nextAccessRevision(tx);
    const [row] = await tx.sql<(GrantRow & { administrator: boolean })[]>`
      select ${grantColumns(tx.sql)}, g.administrator from ${grantJoins(tx.sql)}
      where g.id = ${id} and g.revoked_at is null`;
    if (row === undefined || !holdsAccount(kit, scope, row)) throw notFound();
    if (row.accountId === scope.actor.accountId)
      throw new AppError('conflict', 'identity.grant-own', 'You cannot change what you hold yourself.', {
        detail: 'Ask another security administrator.',
      });
    checkWithinReach(kit, scope, row);
    await tx.enter(systemScope('identity.grant.revoke'));
    if (row.administrator) {
      const last = await lastAdministratorRole(tx, row.accountId);
      if (last !== null) throw lastAdministrator(last);
    }
    await tx.sql`
      update grants set revoked_at = now(), revoked_by = ${scope.actor.accountId} where id = ${id}`;
    tx.audit({
      action: 'identity.grant.revoke',
      entity: 'grant',
      subjectId: row.accountId,
      organizationId: row.organizationId,
      fields: ['role', 'scope'],
      reason: row.roleName,
    });
    return announceAccess(tx, row.accountId);
  });
  kit.access.put(access);
}

/** A grant that reaches further than the granter was not theirs to give, and is not theirs to take. */
function checkWithinReach(kit: Kit, scope: Scope, row: GrantRow & { readonly administrator: boolean }): void {
  const paths = row.nodes.map((node) => kit.tree().get(node)?.path).filter((path) => path !== undefined);
  const home = kit.tree().get(row.organizationId)?.path ?? '';
  if (rangesOf(row.mode, paths, home).every((range) => coversRange(scope, range))) return;
  throw new AppError('conflict', 'identity.grant-beyond', 'This grant reaches further than you do.', {
    detail: 'Ask whoever grants at that level.',
  });
}
