import { AppError } from '@banyan/service-kit/error';
import { type AppContext, createRouter, mountOperation, type ServiceApp } from '@banyan/service-kit/http-app';
import type { Deps } from '../deps.ts';
import * as routes from './routes.ts';

/** The contracts of this feature and what answers them. Fixed paths come before `{id}`. */
export function transferOperations(_deps: Deps): ServiceApp {
  const router = createRouter();
  const later = async (_c: AppContext): Promise<Response> => {
    throw new AppError('unavailable', 'service.unavailable', 'Not open yet.');
  };
  mountOperation(router, routes.listTransfersRoute, later);
  mountOperation(router, routes.showDueRoute, later);
  mountOperation(router, routes.listDestinationsRoute, later);
  mountOperation(router, routes.applyRoute, later);
  mountOperation(router, routes.applyGroupRoute, later);
  mountOperation(router, routes.showGroupRoute, later);
  mountOperation(router, routes.showTransferRoute, later);
  for (const { one, group } of routes.actRoutes) {
    mountOperation(router, group, later);
    mountOperation(router, one, later);
  }
  mountOperation(router, routes.letterDocxRoute, later);
  mountOperation(router, routes.letterPdfRoute, later);
  return router;
}
