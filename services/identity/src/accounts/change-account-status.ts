import { accountDisabled } from '@banyan/contracts/identity/events';
import type { Kit } from '@banyan/service-kit/kit';
import { type Scope, systemScope } from '@banyan/service-kit/scope';
import { announceAccess, nextAccessRevision } from '../grants/access-table.ts';
import { forgetDevices } from '../sessions/known-device.ts';
import { endSessions } from '../sessions/session-table.ts';
import { checkDisable } from './account.ts';
import { accountInScope, lastAdministratorRole } from './account-table.ts';
import { accountView } from './account-view.ts';
import type { AccountView } from './contract.ts';

/** Disables an account: its sessions end and its access is gone with the same commit. */
export async function disableAccount(kit: Kit, scope: Scope, id: string): Promise<AccountView> {
  return changeStatus(kit, scope, id, 'disabled');
}

export async function enableAccount(kit: Kit, scope: Scope, id: string): Promise<AccountView> {
  return changeStatus(kit, scope, id, 'active');
}

async function changeStatus(kit: Kit, scope: Scope, id: string, status: 'active' | 'disabled') {
  const { view, access } = await kit.database.write(scope, async (tx) => {
    // The lock on the count makes "the last one" true until the commit.
    await nextAccessRevision(tx);
    const account = await accountInScope(kit, tx, scope, id);
    if (account.status === status)
      return { view: await accountView(kit, scope.actor, tx, account), access: null };
    await tx.enter(systemScope('identity.account.status'));
    if (status === 'disabled')
      checkDisable(account, scope.actor.accountId, await lastAdministratorRole(tx, id));
    const version = account.version + 1;
    await tx.sql`update accounts set status = ${status}, version = ${version} where id = ${id}`;
    if (status === 'disabled') {
      await endSessions(tx, { accountId: id }, 'account-disabled');
      await forgetDevices(tx, id);
      tx.emit(accountDisabled, id, { accountId: id, personId: account.personId, version });
    }
    tx.audit({
      action: `identity.account.${status === 'disabled' ? 'disable' : 'enable'}`,
      entity: 'account',
      subjectId: id,
      organizationId: account.organizationId,
      fields: ['status'],
      version,
    });
    const changed = await announceAccess(tx, id);
    const next = { ...account, status, version };
    return { view: await accountView(kit, scope.actor, tx, next), access: changed };
  });
  if (access !== null) kit.access.put(access);
  return view;
}
