import { type AppContext, createRouter, mountOperation, type ServiceApp } from '@banyan/service-kit/http-app';
import type { Deps } from '../deps.ts';
import { decideChangeRequest } from './decide-change-request.ts';
import { listChangeRequests } from './list-change-requests.ts';
import { proposeChange } from './propose-change.ts';
import * as routes from './routes.ts';
import { showChangeRequest } from './show-change-request.ts';
import { unmaskChangeRequest } from './unmask-change-request.ts';
import { withdrawChangeRequest } from './withdraw-change-request.ts';

/** The contracts of this feature and what answers them. */
export function changeRequestOperations(deps: Deps): ServiceApp {
  const router = createRouter();
  const with_ = (operation: (deps: Deps, c: AppContext) => Promise<Response>) => (c: AppContext) =>
    operation(deps, c);
  mountOperation(router, routes.listChangeRequestsRoute, with_(listChangeRequests));
  mountOperation(router, routes.showChangeRequestRoute, with_(showChangeRequest));
  mountOperation(router, routes.proposeChangeRoute, with_(proposeChange));
  mountOperation(router, routes.decideChangeRequestRoute, with_(decideChangeRequest));
  mountOperation(router, routes.withdrawChangeRequestRoute, with_(withdrawChangeRequest));
  mountOperation(router, routes.unmaskChangeRequestRoute, with_(unmaskChangeRequest));
  return router;
}
