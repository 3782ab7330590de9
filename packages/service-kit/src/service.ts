import type { Server } from 'node:http';
import type { Sql } from 'postgres';
import { closeServer } from './close-server.ts';
import type { ServiceConfig } from './config.ts';
import { createScanner } from './file-scanner.ts';
import { createFileStore } from './file-store.ts';
import { mountHealth } from './health.ts';
import { hearAccess } from './hear-access.ts';
import { createServiceApp, mountOpenApi, type ServiceApp } from './http-app.ts';
import { createHttpServer } from './http-server.ts';
import { createIdentityClient, type IdentityClient } from './identity-client.ts';
import type { Schedule, Worker } from './jobs.ts';
import { createKit, type Kit } from './kit.ts';
import { createLog, type Log } from './log.ts';
import { migrate } from './migrate.ts';
import { connectNats } from './nats.ts';
import { bootstrapOrganizations, organizationSubscriptions } from './organizations-replica.ts';
import { type Relay, startRelay } from './relay.ts';
import { type Subscriber, startSubscriber } from './subscriber.ts';
import type { Subscription } from './subscriptions.ts';
import { untilStopped } from './process.ts';
import { exportTraces } from './telemetry.ts';

export interface ServiceDefinition {
  readonly domain: string;
  readonly config: ServiceConfig;
  readonly migrations: readonly string[];
  /** Domains whose facts this service reacts to. */
  readonly sources: readonly string[];
  /** True in identity, which owns the tree instead of keeping a replica. */
  readonly ownsTree?: boolean;
  readonly identity?: (parts: { client: Sql }) => IdentityClient;
  /** PostgreSQL settings of every connection, such as `plan_cache_mode`. */
  readonly databaseSettings?: Readonly<Record<string, string>>;
  /** Mounts the features on the app and names the reactions. No I/O. */
  readonly compose: (
    kit: Kit,
    app: ServiceApp,
  ) => {
    subscriptions: readonly Subscription[];
    jobs?: readonly (Worker | Schedule)[];
    start?: () => Promise<void>;
  };
}

/** A running service: what a test of a whole mesh holds on to. */
export interface RunningService {
  readonly kit: Kit;
  readonly relay: Relay;
  readonly subscriber: Subscriber;
  readonly port: number;
  stop(): Promise<void>;
}

/** Starts a service: migrate, load the tree, listen, follow facts. Resolves once it is ready. */
export async function startService(definition: ServiceDefinition): Promise<RunningService> {
  const { domain, config } = definition;
  const log = createLog(domain, config.LOG_LEVEL);
  const stopTraces = config.OTEL_EXPORTER_OTLP_ENDPOINT
    ? await exportTraces(domain, config.OTEL_EXPORTER_OTLP_ENDPOINT)
    : async () => undefined;
  if (config.MIGRATION_DATABASE_URL)
    await migrate({ url: config.MIGRATION_DATABASE_URL.reveal(), folders: definition.migrations });

  let relay: Relay | null = null;
  const { kit, client } = createKit({
    domain,
    log,
    databaseUrl: config.DATABASE_URL.reveal(),
    pool: config.DATABASE_POOL,
    timeZone: config.TIME_ZONE,
    databaseSettings: definition.databaseSettings,
    files: createFileStore(config),
    scanner: createScanner(config.CLAMD_ADDRESS),
    stalledAfterMs: config.STALLED_AFTER_MS,
    identity: definition.identity ?? (() => createIdentityClient(config.IDENTITY_URL, config.SERVICE_SECRET)),
    onFacts: () => relay?.wake(),
  });
  const app = createServiceApp(kit);
  const readiness = { ready: false };
  mountHealth(app, kit, readiness, config.SERVICE_SECRET);
  const { subscriptions, jobs = [], start } = definition.compose(kit, app);
  mountOpenApi(app, domain);

  const server = createHttpServer(app);
  const port = await listen(server, config.HOST, config.PORT);
  log.info({ port }, 'listening');

  if (!definition.ownsTree) await untilDone(() => bootstrapOrganizations(client, kit.identity), log);
  await untilDone(() => kit.reloadTree(), log);
  await client.listen(
    'organizations_changed',
    () => void kit.reloadTree().catch((error: unknown) => log.warn({ error }, 'tree: not reloaded')),
    () => void kit.reloadTree().catch(() => undefined),
  );
  await start?.();
  await untilDone(() => kit.jobs.start(jobs), log);

  const nats = connectNats(config, domain, log);
  relay = startRelay({
    client,
    nats,
    domain,
    log,
    onPublished: (count) => kit.metrics.facts.inc({ direction: 'out', outcome: 'published' }, count),
  });
  void hearAccess(kit, nats);
  // The replica of the tree first: what a domain does about a change finds it there.
  const all = [...(definition.ownsTree ? [] : organizationSubscriptions(kit.identity)), ...subscriptions];
  const subscriber = startSubscriber({
    nats,
    domain,
    log,
    database: kit.database,
    sources: definition.sources,
    subscriptions: all,
    onHandled: (outcome, count) => kit.metrics.facts.inc({ direction: 'in', outcome }, count),
  });
  readiness.ready = true;
  log.info('ready');

  const running = relay;
  return {
    kit,
    relay: running,
    subscriber,
    port,
    stop: async () => {
      readiness.ready = false;
      await subscriber.stop();
      await closeServer(server);
      await kit.jobs.stop();
      await running.stop();
      await Promise.race([
        nats.then((connection) => connection.drain()),
        new Promise((resolve) => setTimeout(resolve, 2_000).unref()),
      ]);
      await kit.close();
      await stopTraces();
    },
  };
}

/** The whole life of a service's process. */
export async function runService(definition: ServiceDefinition): Promise<void> {
  const service = await startService(definition);
  await untilStopped();
  await service.stop();
  // A timer of a feature keeps no process.
  process.exit(0);
}

function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve((server.address() as { port: number }).port));
  });
}

async function untilDone(step: () => Promise<unknown>, log: Log): Promise<void> {
  for (let failures = 0; ; failures += 1) {
    try {
      await step();
      return;
    } catch (error) {
      if (failures % 20 === 0) log.warn({ error }, 'start: waiting for what this service needs');
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}
