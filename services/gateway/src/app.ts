import type { HttpBindings } from '@hono/node-server';
import type { Secret } from '@banyan/service-kit/config';
import { notFound } from '@banyan/service-kit/error';
import type { Log } from '@banyan/service-kit/log';
import type { Metrics } from '@banyan/service-kit/metrics';
import { problemOf } from '@banyan/service-kit/problem';
import { requireServiceSecret } from '@banyan/service-kit/service-secret';
import { Hono } from 'hono';
import { consoleRoutes } from './console/routes.ts';
import type { EventStreams } from './events/event-streams.ts';
import { eventRoutes } from './events/routes.ts';
import { problemBody, problemHeaders } from './front/refusal.ts';
import { healthRoutes, metricsRoute } from './health/routes.ts';
import type { ServiceState } from './health/services-health.ts';
import { type StatusOptions, statusRoutes } from './health/status-routes.ts';
import type { Upstreams } from './proxy/upstreams.ts';
import { createCatalogue } from './reference/catalogue.ts';
import { referenceRoutes } from './reference/routes.ts';
import type { FollowedRegistry } from './registry/follow-registry.ts';
import type { RegistryDatabase } from './registry/registry-database.ts';
import { registryRoutes } from './registry/routes.ts';
import type { ReadSession } from './sessions/read-session.ts';

export interface AppDeps {
  readonly secret: Secret;
  readonly shellDir: string;
  readonly remotesDir: string;
  readonly insecure: boolean;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly database: RegistryDatabase;
  readonly upstreams: Upstreams;
  readonly registry: FollowedRegistry;
  readonly readSession: ReadSession;
  readonly streams: EventStreams;
  readonly servicesHealth: () => Promise<Record<string, ServiceState>>;
  readonly status: Omit<StatusOptions, 'readSession' | 'servicesHealth'>;
}

export type GatewayApp = Hono<{ Bindings: HttpBindings }>;

/** What the gateway answers itself. Security headers and the request id are on the answer before it comes here. */
export function createApp(deps: AppDeps): GatewayApp {
  const { secret, upstreams, registry, readSession, log } = deps;
  const app: GatewayApp = new Hono();
  app.onError((error, c) => {
    const requestId = String(c.env.outgoing.getHeader('x-request-id'));
    // Nobody reads this answer, and the line of the request says that the client left.
    if (c.env.outgoing.destroyed) return new Response(null, { status: 499 });
    const { status, code, title, details } = problemOf(error);
    if (status >= 500) log.error({ error, requestId, code }, 'request failed');
    const refusal = {
      status,
      code,
      title,
      ...(details?.detail === undefined ? {} : { detail: details.detail }),
      ...(details?.retryAfterSeconds === undefined ? {} : { retryAfterSeconds: details.retryAfterSeconds }),
      ...(details?.errors?.length ? { extensions: { errors: details.errors } } : {}),
    };
    const flat = problemHeaders(refusal);
    const headers = new Headers();
    for (let index = 0; index < flat.length; index += 2)
      headers.set(flat[index] as string, flat[index + 1] as string);
    return new Response(problemBody(refusal, requestId), { status, headers });
  });
  const { servicesHealth } = deps;
  app.route('/', healthRoutes(servicesHealth, registry));
  app.route('/status', statusRoutes({ ...deps.status, readSession, servicesHealth }));
  app.route('/events', eventRoutes(readSession, deps.streams));
  app.route('/docs', referenceRoutes(createCatalogue(upstreams)));
  // For everybody else these routes do not exist.
  const ofTheMesh = requireServiceSecret(secret, notFound);
  app.use('/internal/*', ofTheMesh);
  app.route('/internal/registry', registryRoutes(deps.database));
  app.use('/metrics', ofTheMesh);
  app.route('/metrics', metricsRoute(deps.metrics));
  app.route('/', consoleRoutes({ ...deps, registry, readSession }));
  app.notFound(() => {
    throw notFound();
  });
  return app;
}
