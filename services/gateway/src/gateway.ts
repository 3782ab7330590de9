import { createServer, type Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { getRequestListener } from '@hono/node-server';
import { closeServer } from '@banyan/service-kit/close-server';
import { OperatorError } from '@banyan/service-kit/error';
import { createLog, type Log } from '@banyan/service-kit/log';
import { createMetrics } from '@banyan/service-kit/metrics';
import { kitMigrations, migrate } from '@banyan/service-kit/migrate';
import { connectNats } from '@banyan/service-kit/nats';
import { type Relay, startRelay } from '@banyan/service-kit/relay';
import { createApp } from './app.ts';
import type { GatewayConfig } from './config.ts';
import { createEventStreams } from './events/event-streams.ts';
import { watchConnections } from './front/connections.ts';
import { createFront } from './front/front.ts';
import { securityHeaders } from './front/security-headers.ts';
import { createStandstill, type Standstill } from './front/standstill.ts';
import { paces } from './limits/budget.ts';
import { createHoldings } from './limits/holdings.ts';
import { createMayReadStatus } from './health/may-read-status.ts';
import { createServicesHealth } from './health/services-health.ts';
import { createLimits } from './limits/limits.ts';
import { createLine } from './limits/line.ts';
import { createIntake } from './proxy/intake.ts';
import { createProxy } from './proxy/proxy.ts';
import { closeUpstreams, createUpstreams } from './proxy/upstreams.ts';
import { followRegistry } from './registry/follow-registry.ts';
import { openRegistryDatabase } from './registry/registry-database.ts';
import { hearIdentity } from './sessions/hear-identity.ts';
import { createTokenClient } from './sessions/identity-tokens.ts';
import { createOriginRule } from './sessions/origin-rule.ts';
import { createReadSession } from './sessions/read-session.ts';
import { createOpaqueCookie } from './sessions/opaque-cookie.ts';
import { createTokenCache } from './sessions/token-cache.ts';

export const gatewayMigrations = fileURLToPath(new URL('../migrations', import.meta.url));

export interface RunningGateway {
  readonly port: number;
  stop(): Promise<void>;
}

/** Starts the gateway. It listens before PostgreSQL and NATS are there, and goes on when they leave. */
export async function startGateway(config: GatewayConfig): Promise<RunningGateway> {
  const log = createLog('gateway', config.LOG_LEVEL);
  if (config.insecure) log.warn({ origin: config.PUBLIC_ORIGIN.origin }, 'plain HTTP: for evaluation only');
  const origin = config.PUBLIC_ORIGIN;
  const security = securityHeaders(origin);
  const metrics = createMetrics('gateway', null);
  const upstreams = createUpstreams(config.SERVICES);
  const identity = upstreams.get('identity');
  if (identity === undefined)
    throw new OperatorError('SERVICES names no identity, without which nobody can sign in.');
  const ask = createTokenClient(identity.pools.tokens, identity.origin, config.SERVICE_SECRET);
  const tokens = createTokenCache({ ask });
  const sweeping = setInterval(() => tokens.sweep(), 30_000);
  const holdings = createHoldings(config.BUDGET);
  const lines = new Map([...upstreams.keys()].map((domain) => [domain, createLine(config.BUDGET)]));
  const intake = createIntake();
  const streams = createEventStreams(holdings);
  const recheckStreams = (): Promise<void> =>
    streams.recheck(async (session) => (await ask(session, 'identity', 3_000, false)) !== null);
  const rechecking = setInterval(() => void recheckStreams(), 5 * 60_000);
  const cookie = createOpaqueCookie(origin);
  const limits = createLimits(config.RATE_LIMITS);

  let relay: Relay | null = null;
  let standstill: Standstill | null = null;
  const database = openRegistryDatabase(config.DATABASE_URL.reveal(), 2, () => relay?.wake());
  const client = database.sql;
  const migrated = migrateWhenPossible(config, log);
  const registry = followRegistry({
    client,
    migrated,
    log,
    onChange: () => streams.toAll('registry-changed', {}),
  });

  const nats = connectNats(config, 'gateway', log);
  void nats.then((connection) => hearIdentity(connection, tokens, streams, log, () => void recheckStreams()));
  void migrated.then(() => {
    relay = startRelay({ client, nats, domain: 'gateway', log });
  });

  const app = createApp({
    secret: config.SERVICE_SECRET,
    shellDir: config.SHELL_DIR,
    remotesDir: config.REMOTES_DIR,
    insecure: config.insecure,
    readSession: createReadSession({ cookie, tokens, limits, trustedProxies: config.TRUSTED_PROXIES }),
    servicesHealth: createServicesHealth(upstreams),
    status: {
      mayRead: createMayReadStatus(identity, config.SERVICE_SECRET),
      rates: config.RATE_LIMITS,
      heldBodyBytes: intake.heldBytes,
      waitingAnswers: () => standstill?.waiting() ?? 0,
      ...{ holdings, lines },
    },
    ...{ log, metrics, database, upstreams, registry, streams },
  });
  const proxy = createProxy({
    originRule: createOriginRule(origin),
    bodyLimitBytes: config.BODY_LIMIT_BYTES,
    trustedProxies: config.TRUSTED_PROXIES,
    sessionCookie: cookie,
    deviceCookie: createOpaqueCookie(origin, 'device'),
    ...{ upstreams, tokens, limits, holdings, lines, intake, security, log },
  });
  const own = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  const trustedProxies = config.TRUSTED_PROXIES;
  const server = createServer(
    {
      keepAliveTimeout: 65_000,
      headersTimeout: paces.headersMs,
      connectionsCheckingInterval: 2_000,
      // Bodies have their own times, by how they come.
      requestTimeout: 0,
    },
    createFront({ trustedProxies, ...{ proxy, own, security, holdings, log, metrics } }),
  );
  watchConnections({ server, holdings, trustedProxies });
  standstill = createStandstill(server);
  const port = await listen(server, config.HOST, config.PORT);
  log.info({ port, origin: origin.origin }, 'ready');

  return {
    port,
    stop: async () => {
      clearInterval(sweeping);
      clearInterval(rechecking);
      intake.stop();
      standstill?.stop();
      registry.stop();
      streams.close();
      await closeServer(server);
      await Promise.all([
        relay?.stop(),
        Promise.race([nats.then((connection) => connection.drain()), pause(1_000)]),
      ]);
      await Promise.all([closeUpstreams(upstreams), database.close()]);
    },
  };
}

async function migrateWhenPossible(config: GatewayConfig, log: Log): Promise<void> {
  const url = config.MIGRATION_DATABASE_URL?.reveal();
  if (url === undefined) return;
  for (let failures = 0; ; failures += 1) {
    try {
      await migrate({ url, folders: [kitMigrations, gatewayMigrations] });
      return;
    } catch (error) {
      if (failures % 20 === 0) log.warn({ error }, 'start: migrations wait for PostgreSQL');
      await pause(500);
    }
  }
}

function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve((server.address() as { port: number }).port));
  });
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
