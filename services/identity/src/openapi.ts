import { createRouter, openApiDocumentOf } from '@banyan/service-kit/http-app';
import * as accounts from './accounts/contract.ts';
import * as auditTrail from './audit-trail/contract.ts';
import * as bootstrap from './bootstrap/contract.ts';
import * as grants from './grants/contract.ts';
import * as me from './me/contract.ts';
import * as organizations from './organizations/contract.ts';
import * as roles from './roles/contract.ts';
import * as sessions from './sessions/contract.ts';
import * as settings from './settings/contract.ts';

/** The contract with the console, built without touching a database. */
export function openApiDocument() {
  const app = createRouter();
  for (const contract of [
    sessions,
    me,
    organizations,
    accounts,
    roles,
    grants,
    settings,
    auditTrail,
    bootstrap,
  ]) {
    for (const [name, route] of Object.entries(contract)) {
      if (name.endsWith('Route')) app.openAPIRegistry.registerPath(route as never);
    }
  }
  return openApiDocumentOf(app, 'identity');
}
