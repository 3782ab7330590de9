import { type AppContext, createRouter, mountOperation, type ServiceApp } from '@banyan/service-kit/http-app';
import type { Deps } from '../deps.ts';
import { correctView } from './correct-view.ts';
import { createView } from './create-view.ts';
import { listViews } from './list-views.ts';
import { preferViews } from './prefer-views.ts';
import { removeView, restoreView } from './remove-view.ts';
import * as routes from './routes.ts';

/** The contracts of this feature and what answers them. */
export function viewOperations(deps: Deps): ServiceApp {
  const router = createRouter();
  const with_ = (operation: (deps: Deps, c: AppContext) => Promise<Response>) => (c: AppContext) =>
    operation(deps, c);
  mountOperation(router, routes.listViewsRoute, with_(listViews));
  mountOperation(router, routes.createViewRoute, with_(createView));
  mountOperation(router, routes.correctViewRoute, with_(correctView));
  mountOperation(router, routes.removeViewRoute, with_(removeView));
  mountOperation(router, routes.restoreViewRoute, with_(restoreView));
  mountOperation(router, routes.preferViewsRoute, with_(preferViews));
  return router;
}
