import {
  authorize,
  createRouter,
  mountOperation,
  parseQuery,
  type ServiceApp,
} from '@banyan/service-kit/http-app';
import type { Deps } from '../deps.ts';
import { bodyOf, idOf } from '../request.ts';
import { disableAccount, enableAccount } from './change-account-status.ts';
import * as contract from './contract.ts';
import { createAccount } from './create-account.ts';
import { inviteAccount } from './invite-account.ts';
import { listAccounts } from './list-accounts.ts';
import { readAccount } from './read-account.ts';
import { unlockAccount } from './unlock-account.ts';

export function accountRoutes({ kit }: Deps): ServiceApp {
  const router = createRouter();

  mountOperation(router, contract.listAccountsRoute, async (c) => {
    const scope = await authorize(kit, c, 'identity.account.read');
    return c.json(await listAccounts(kit, scope, parseQuery(c, contract.listAccountsRoute.request.query)));
  });
  mountOperation(router, contract.readAccountRoute, async (c) => {
    const scope = await authorize(kit, c, 'identity.account.read');
    const account = await readAccount(kit, scope, idOf(c));
    return c.json(account, 200, { etag: `"${account.version}"` });
  });
  mountOperation(router, contract.createAccountRoute, async (c) => {
    const scope = await authorize(kit, c, 'identity.account.create');
    const input = await bodyOf(c, contract.createAccountRoute);
    return c.json(await createAccount(kit, scope, input), 201);
  });
  mountOperation(router, contract.disableAccountRoute, async (c) => {
    const scope = await authorize(kit, c, 'identity.account.update');
    return c.json(await disableAccount(kit, scope, idOf(c)));
  });
  mountOperation(router, contract.enableAccountRoute, async (c) => {
    const scope = await authorize(kit, c, 'identity.account.update');
    return c.json(await enableAccount(kit, scope, idOf(c)));
  });
  mountOperation(router, contract.unlockAccountRoute, async (c) => {
    const scope = await authorize(kit, c, 'identity.account.update');
    return c.json(await unlockAccount(kit, scope, idOf(c)));
  });
  mountOperation(router, contract.inviteAccountRoute, async (c) => {
    const scope = await authorize(kit, c, 'identity.account.update');
    return c.json(await inviteAccount(kit, scope, idOf(c)), 201);
  });
  return router;
}
