import { actorOf, createRouter, mountOperation, type ServiceApp } from '@banyan/service-kit/http-app';
import type { Deps } from '../deps.ts';
import { bodyOf } from '../request.ts';
import { acceptInvitation, changePassword } from './change-password.ts';
import * as contract from './contract.ts';

export function passwordRoutes(deps: Deps): ServiceApp {
  const router = createRouter();
  mountOperation(router, contract.changePasswordRoute, async (c) => {
    const actor = await actorOf(deps.kit, c);
    await changePassword(deps, actor, await bodyOf(c, contract.changePasswordRoute));
    return c.body(null, 204);
  });
  mountOperation(router, contract.acceptInvitationRoute, async (c) => {
    const body = await bodyOf(c, contract.acceptInvitationRoute);
    return c.json(await acceptInvitation(deps, c.get('requestId'), body));
  });
  return router;
}
