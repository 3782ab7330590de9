import type { Kit } from '@banyan/service-kit/kit';
import type { Scope } from '@banyan/service-kit/scope';
import { accountInScope } from './account-table.ts';
import { accountView } from './account-view.ts';
import type { AccountView } from './contract.ts';

/** Forgets the failures, before their time. */
export async function unlockAccount(kit: Kit, scope: Scope, id: string): Promise<AccountView> {
  return kit.database.write(scope, async (tx) => {
    const account = await accountInScope(kit, tx, scope, id);
    const forgotten = await tx.sql`delete from sign_in_guards where account_id = ${id} returning key`;
    if (forgotten.length > 0) {
      tx.audit({
        action: 'identity.account.unlock',
        entity: 'account',
        subjectId: id,
        organizationId: account.organizationId,
        version: account.version,
      });
    }
    return accountView(kit, scope.actor, tx, { ...account, locked: false });
  });
}
