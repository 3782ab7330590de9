import {
  authorize,
  createRouter,
  idempotencyOf,
  jsonOf,
  mountOperation,
  parseBody,
  parseQuery,
  type ServiceApp,
} from '@banyan/service-kit/http-app';
import type { Deps } from '../deps.ts';
import { idOf } from '../request.ts';
import { assignGrant } from './assign-grant.ts';
import * as contract from './contract.ts';
import { listGrants } from './list-grants.ts';
import { revokeGrant } from './revoke-grant.ts';

export function grantRoutes({ kit }: Deps): ServiceApp {
  const router = createRouter();
  mountOperation(router, contract.listGrantsRoute, async (c) => {
    const scope = await authorize(kit, c, 'identity.grant.read');
    return c.json(await listGrants(kit, scope, parseQuery(c, contract.listGrantsRoute.request.query)));
  });
  mountOperation(router, contract.assignGrantRoute, async (c) => {
    const scope = await authorize(kit, c, 'identity.grant.assign');
    const body = await jsonOf(c);
    const input = parseBody(contract.assignGrantSchema, body);
    return c.json(await assignGrant(kit, scope, input, idempotencyOf(c, body)), 201);
  });
  mountOperation(router, contract.revokeGrantRoute, async (c) => {
    const scope = await authorize(kit, c, 'identity.grant.assign');
    await revokeGrant(kit, scope, idOf(c));
    return c.body(null, 204);
  });
  return router;
}
