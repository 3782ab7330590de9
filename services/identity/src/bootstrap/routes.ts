import { createRouter, mountOperation, type ServiceApp } from '@banyan/service-kit/http-app';
import type { Deps } from '../deps.ts';
import { bodyOf } from '../request.ts';
import { bootstrap } from './bootstrap.ts';
import { bootstrapRoute } from './contract.ts';

export function bootstrapRoutes(deps: Deps): ServiceApp {
  const router = createRouter();
  mountOperation(router, bootstrapRoute, async (c) => {
    const input = await bodyOf(c, bootstrapRoute);
    return c.json(await bootstrap(deps, c.get('requestId'), input), 201);
  });
  return router;
}
