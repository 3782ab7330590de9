import type { NatsConnection } from '@nats-io/transport-node';
import type { Sql } from 'postgres';
import { type AccessDirectory, createAccessDirectory } from './access-directory.ts';
import { type Authenticator, createAuthenticator } from './authenticate.ts';
import { type Authorizer, createAuthorizer } from './authorize.ts';
import { type Clock, systemClock } from './clock.ts';
import { connect } from './connect.ts';
import { createDatabase, type Database } from './database.ts';
import { type FileScanner, noScanner } from './file-scanner.ts';
import { type FileStore, noFileStore } from './file-store.ts';
import type { IdentityClient } from './identity-client.ts';
import { createJobs, type Jobs } from './jobs.ts';
import type { Log } from './log.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { createTree, loadTree, type OrganizationTree } from './organization-tree.ts';
import { createStreams, type Streams } from './streams.ts';

/** What every service works with. Made once per process, or once per test file. */
export interface Kit {
  readonly domain: string;
  readonly log: Log;
  readonly clock: Clock;
  readonly database: Database;
  readonly access: AccessDirectory;
  readonly authenticator: Authenticator;
  readonly authorizer: Authorizer;
  readonly metrics: Metrics;
  readonly identity: IdentityClient;
  readonly files: FileStore;
  readonly scanner: FileScanner;
  readonly jobs: Jobs;
  readonly streams: Streams;
  /** Resolves while PostgreSQL answers, however busy the pool is. */
  databaseAnswers(): Promise<void>;
  /** The tree as this service knows it now; ask anew for every request. */
  tree(): OrganizationTree;
  reloadTree(): Promise<void>;
  /** After a commit that changed it. That it cannot be read anew right now undoes no commit: it is when it is heard of. */
  treeChanged(): Promise<void>;
  close(): Promise<void>;
}

export interface KitOptions {
  readonly domain: string;
  readonly databaseUrl: string;
  readonly pool: number;
  readonly timeZone: string;
  readonly log: Log;
  readonly clock?: Clock;
  readonly files?: FileStore;
  readonly scanner?: FileScanner;
  /** How access, tree and keys are asked for; identity itself answers in process. */
  readonly identity: (kit: { client: Sql }) => IdentityClient;
  readonly onFacts?: () => void;
  /** A client that takes nothing of an answer for so long is cut off; a minute unless said otherwise. */
  readonly stalledAfterMs?: number;
  /** PostgreSQL settings of every connection. */
  readonly databaseSettings?: Readonly<Record<string, string>> | undefined;
}

/** The kit and the raw client, which only the process around it (relay, subscriber, replicas) may use. */
export interface KitAndClient {
  readonly kit: Kit;
  readonly client: Sql;
}

export function createKit(options: KitOptions): KitAndClient {
  const { domain, log } = options;
  const settings = { 'banyan.time_zone': options.timeZone, ...options.databaseSettings };
  const client = connect(options.databaseUrl, options.pool, domain, settings, log);
  let tree = createTree([], 0);
  const access = createAccessDirectory(() => tree);
  const identity = options.identity({ client });
  const jobs = createJobs({ domain, databaseUrl: options.databaseUrl, timeZone: options.timeZone, log });
  const reloadTree = oneAfterAnother(async () => {
    tree = await loadTree(client, tree.edition + 1);
  });
  const kit: Kit = {
    domain,
    log,
    clock: options.clock ?? systemClock(options.timeZone),
    database: createDatabase(client, { domain, jobs, onFacts: options.onFacts ?? (() => undefined) }),
    access,
    authenticator: createAuthenticator({ domain, identity, access, client }),
    authorizer: createAuthorizer(access),
    metrics: createMetrics(domain, client),
    identity,
    files: options.files ?? noFileStore,
    scanner: options.scanner ?? noScanner,
    jobs,
    streams: createStreams({ log, stalledAfterMs: options.stalledAfterMs ?? 60_000 }),
    databaseAnswers: () => client.answers(),
    tree: () => tree,
    reloadTree,
    treeChanged: () =>
      reloadTree().catch((error: unknown) => log.warn({ error }, 'tree: not reloaded after a change')),
    close: () => client.end({ timeout: 5 }),
  };
  return { kit, client };
}

/** Callers that come during a run share the next one, so that what they have just committed is in it. */
function oneAfterAnother(run: () => Promise<void>): () => Promise<void> {
  let current: Promise<void> | null = null;
  let next: Promise<void> | null = null;
  const start = (): Promise<void> => {
    current = run().finally(() => {
      current = null;
    });
    return current;
  };
  return () => {
    if (current === null) return start();
    next ??= current
      .catch(() => undefined)
      .then(() => {
        next = null;
        return current ?? start();
      });
    return next;
  };
}

export type { NatsConnection };
