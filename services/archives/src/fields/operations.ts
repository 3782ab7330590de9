import { type AppContext, createRouter, mountOperation, type ServiceApp } from '@banyan/service-kit/http-app';
import type { Deps } from '../deps.ts';
import { archiveField, restoreField } from './archive-field.ts';
import { correctField } from './correct-field.ts';
import { createField } from './create-field.ts';
import { listFields } from './list-fields.ts';
import { orderFields } from './order-fields.ts';
import * as routes from './routes.ts';
import { showFieldUsage } from './show-field-usage.ts';

/** The contracts of this feature and what answers them. */
export function fieldOperations(deps: Deps): ServiceApp {
  const router = createRouter();
  const with_ = (operation: (deps: Deps, c: AppContext) => Promise<Response>) => (c: AppContext) =>
    operation(deps, c);
  mountOperation(router, routes.listFieldsRoute, with_(listFields));
  mountOperation(router, routes.createFieldRoute, with_(createField));
  mountOperation(router, routes.orderFieldsRoute, with_(orderFields));
  mountOperation(router, routes.correctFieldRoute, with_(correctField));
  mountOperation(router, routes.archiveFieldRoute, with_(archiveField));
  mountOperation(router, routes.restoreFieldRoute, with_(restoreField));
  mountOperation(router, routes.fieldUsageRoute, with_(showFieldUsage));
  return router;
}
