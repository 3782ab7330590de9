import { createOperations, type ServiceApp } from '@banyan/service-kit/http-app';
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
  const { router, mount } = createOperations(deps);
  mount(routes.listChangeRequestsRoute, listChangeRequests);
  mount(routes.showChangeRequestRoute, showChangeRequest);
  mount(routes.proposeChangeRoute, proposeChange);
  mount(routes.decideChangeRequestRoute, decideChangeRequest);
  mount(routes.withdrawChangeRequestRoute, withdrawChangeRequest);
  mount(routes.unmaskChangeRequestRoute, unmaskChangeRequest);
  return router;
}
