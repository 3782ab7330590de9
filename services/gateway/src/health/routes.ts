import type { Metrics } from '@banyan/service-kit/metrics';
import { Hono } from 'hono';
import type { FollowedRegistry } from '../registry/follow-registry.ts';
import type { ServiceState } from './services-health.ts';

/** `/healthz` is this process alone; `/readyz` the mesh behind it. */
export function healthRoutes(
  servicesHealth: () => Promise<Record<string, ServiceState>>,
  registry: FollowedRegistry,
): Hono {
  const routes = new Hono();
  routes.get('/healthz', (c) => c.json({ status: 'ok' }));
  routes.get('/readyz', async (c) => {
    const services = await servicesHealth();
    const ready = registry.loaded() && Object.values(services).every((state) => state === 'ready');
    return c.json({ services }, ready ? 200 : 503, { 'cache-control': 'no-store' });
  });
  return routes;
}

/** Mounted behind the service secret. */
export function metricsRoute(metrics: Metrics): Hono {
  const routes = new Hono();
  routes.get('/', async (c) =>
    c.text(await metrics.registry.metrics(), 200, { 'content-type': metrics.registry.contentType }),
  );
  return routes;
}
