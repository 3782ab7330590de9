import { createRouter, openApiDocumentOf } from '@banyan/service-kit/http-app';
import * as members from './members/routes.ts';

/** The contract with the console, built without touching a database. */
export function openApiDocument() {
  const app = createRouter();
  for (const route of Object.values(members)) {
    if ('getRoutingPath' in route) app.openAPIRegistry.registerPath(route);
  }
  return openApiDocumentOf(app, 'archives');
}
