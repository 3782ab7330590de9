import { actorOf, createRouter, mountOperation, type ServiceApp } from '@banyan/service-kit/http-app';
import type { Deps } from '../deps.ts';
import { bodyOf } from '../request.ts';
import * as contract from './contract.ts';
import { changePreferences, readMe } from './read-me.ts';

export function meRoutes(deps: Deps): ServiceApp {
  const router = createRouter();
  mountOperation(router, contract.readMeRoute, async (c) => {
    const actor = await actorOf(deps.kit, c);
    return c.json(await readMe(deps, actor), 200, { 'cache-control': 'no-store' });
  });
  mountOperation(router, contract.changePreferencesRoute, async (c) => {
    const actor = await actorOf(deps.kit, c);
    return c.json(await changePreferences(deps.kit, actor, await bodyOf(c, contract.changePreferencesRoute)));
  });
  return router;
}
