import type { Kit } from '@banyan/service-kit/kit';
import type { Scope } from '@banyan/service-kit/scope';
import { forgetAllAttempts } from '../sessions/sign-in-guard.ts';
import { accountInScope } from './account-table.ts';
import { accountView } from './account-view.ts';
import type { AccountView } from './contract.ts';

/** Forgets the failures from everywhere, before their time. */
export async function unlockAccount(kit: Kit, scope: Scope, id: string): Promise<AccountView> {
  return kit.database.write(scope, async (tx) => {
    const account = await accountInScope(kit, tx, scope, id);
    if ((await forgetAllAttempts(tx, id)) > 0) {
      tx.audit({
        action: 'identity.account.unlock',
        entity: 'account',
        subjectId: id,
        organizationId: account.organizationId,
        version: account.version,
      });
    }
    return accountView(kit, scope.actor, tx, { ...account, locked: false, locks: 0 });
  });
}
