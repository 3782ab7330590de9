import { createRouter, openApiDocumentOf } from '@banyan/service-kit/http-app';
import { mountFeatures } from './app.ts';
import type { Deps } from './deps.ts';

/** The contract with the console, built without touching a database: mounting asks nothing of its parts. */
export function openApiDocument() {
  const app = createRouter();
  mountFeatures(app, {} as Deps);
  return openApiDocumentOf(app, 'archives');
}
