import { createOperations, type ServiceApp } from '@banyan/service-kit/http-app';
import type { Deps } from '../deps.ts';
import { correctView } from './correct-view.ts';
import { createView } from './create-view.ts';
import { listViews } from './list-views.ts';
import { preferViews } from './prefer-views.ts';
import { removeView, restoreView } from './remove-view.ts';
import * as routes from './routes.ts';

/** The contracts of this feature and what answers them. */
export function viewOperations(deps: Deps): ServiceApp {
  const { router, mount } = createOperations(deps);
  mount(routes.listViewsRoute, listViews);
  mount(routes.createViewRoute, createView);
  mount(routes.correctViewRoute, correctView);
  mount(routes.removeViewRoute, removeView);
  mount(routes.restoreViewRoute, restoreView);
  mount(routes.preferViewsRoute, preferViews);
  return router;
}
