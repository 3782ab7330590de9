import { deadLetterRoutes } from '@banyan/service-kit/dead-letter-routes';
import type { ServiceApp } from '@banyan/service-kit/http-app';
import { accountRoutes } from './accounts/routes.ts';
import { auditTrailRoutes } from './audit-trail/routes.ts';
import { bootstrapRoutes } from './bootstrap/routes.ts';
import type { Deps } from './deps.ts';
import { grantRoutes } from './grants/routes.ts';
import { internalRoutes } from './internal/routes.ts';
import { meRoutes } from './me/routes.ts';
import { organizationRoutes } from './organizations/routes.ts';
import { passwordRoutes } from './passwords/routes.ts';
import { roleRoutes } from './roles/routes.ts';
import { sessionRoutes } from './sessions/routes.ts';
import { settingRoutes } from './settings/routes.ts';
import { subscriptions } from './subscriptions.ts';

/** Mounts every feature. No I/O. */
export function mountFeatures(app: ServiceApp, deps: Deps): void {
  app.route('/', sessionRoutes(deps));
  app.route('/', meRoutes(deps));
  app.route('/', passwordRoutes(deps));
  app.route('/', organizationRoutes(deps));
  app.route('/', accountRoutes(deps));
  app.route('/', roleRoutes(deps));
  app.route('/', grantRoutes(deps));
  app.route('/', settingRoutes(deps));
  app.route('/', auditTrailRoutes(deps));
  app.route('/', bootstrapRoutes(deps));
  app.route('/', internalRoutes(deps));
  app.route('/', deadLetterRoutes(deps.kit, 'identity', subscriptions));
}
