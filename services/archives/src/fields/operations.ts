import { createOperations, type ServiceApp } from '@banyan/service-kit/http-app';
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
  const { router, mount } = createOperations(deps);
  mount(routes.listFieldsRoute, listFields);
  mount(routes.createFieldRoute, createField);
  mount(routes.orderFieldsRoute, orderFields);
  mount(routes.correctFieldRoute, correctField);
  mount(routes.archiveFieldRoute, archiveField);
  mount(routes.restoreFieldRoute, restoreField);
  mount(routes.fieldUsageRoute, showFieldUsage);
  return router;
}
