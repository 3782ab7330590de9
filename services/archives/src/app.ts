import { deadLetterRoutes } from '@banyan/service-kit/dead-letter-routes';
import type { ServiceApp } from '@banyan/service-kit/http-app';
import { changeRequestOperations } from './change-requests/operations.ts';
import type { Deps } from './deps.ts';
import { exportOperations } from './exports/operations.ts';
import { dossierOperations } from './dossiers/operations.ts';
import { fieldOperations } from './fields/operations.ts';
import { importOperations } from './imports/operations.ts';
import { memberOperations } from './members/operations.ts';
import { peopleRoutes } from './people/routes.ts';
import { registerOperations } from './registers/operations.ts';
import { statisticsOperations } from './statistics/operations.ts';
import { subscriptionsOf } from './subscriptions.ts';
import { verificationOperations } from './verifications/operations.ts';
import { transferOperations } from './transfers/operations.ts';
import { viewOperations } from './views/operations.ts';

/** Mounts every feature. No I/O. */
export function mountFeatures(app: ServiceApp, deps: Deps): void {
  app.route('/', exportOperations(deps));
  app.route('/', memberOperations(deps));
  app.route('/', importOperations(deps));
  app.route('/', dossierOperations(deps));
  app.route('/', fieldOperations(deps));
  app.route('/', changeRequestOperations(deps));
  app.route('/', verificationOperations(deps));
  app.route('/', peopleRoutes(deps));
  app.route('/', transferOperations(deps));
  app.route('/', registerOperations(deps));
  app.route('/', statisticsOperations(deps));
  app.route('/', viewOperations(deps));
  app.route('/', deadLetterRoutes(deps.kit, 'archives', subscriptionsOf(deps.kit)));
}
