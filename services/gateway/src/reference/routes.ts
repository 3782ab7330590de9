import { Hono } from 'hono';
import { type Catalogue, mergeDocuments } from './catalogue.ts';
import { referencePage } from './reference-page.ts';

/** `/docs`: what all services offer, as a page and as one document. */
export function referenceRoutes(catalogue: () => Promise<Catalogue>): Hono {
  const routes = new Hono();
  routes.get('/', async (c) =>
    c.html(referencePage(await catalogue()), 200, { 'cache-control': 'no-cache' }),
  );
  routes.get('/openapi.json', async (c) =>
    c.json(mergeDocuments(await catalogue()) as object, 200, { 'cache-control': 'no-cache' }),
  );
  return routes;
}
