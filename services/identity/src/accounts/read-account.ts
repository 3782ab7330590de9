import type { Kit } from '@banyan/service-kit/kit';
import type { Scope } from '@banyan/service-kit/scope';
import { accountInScope } from './account-table.ts';
import { accountView } from './account-view.ts';
import type { AccountView } from './contract.ts';

export async function readAccount(kit: Kit, scope: Scope, id: string): Promise<AccountView> {
  return kit.database.read(scope, async (tx) => {
    const account = await accountInScope(kit, tx, scope, id);
    return accountView(kit, scope.actor, tx, account);
  });
}
