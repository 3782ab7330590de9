import {
  type JetStreamManager,
  jetstreamManager,
  RetentionPolicy,
  StorageType,
  type StreamConfig,
} from '@nats-io/jetstream';
import { connect, type NatsConnection, PermissionViolationError } from '@nats-io/transport-node';
import { streamOf } from '@banyan/contracts/fact';
import type { NatsConfig } from './config.ts';
import { OperatorError } from './error.ts';
import type { Log } from './log.ts';
import { inboxOf } from './nats-permissions.ts';

const day = 24 * 60 * 60 * 1_000_000_000;

/** Facts are kept this long; a reader that was away for longer loads a snapshot. */
const keepDays = 30;

/** Connects now or as soon as there is a server that knows the user, and for as long as the process lives. */
export async function connectNats(
  { NATS_URL, NATS_USER, NATS_PASSWORD }: NatsConfig,
  name: string,
  log: Log,
): Promise<NatsConnection> {
  const patience = setTimeout(
    () => log.warn({ code: 'nats.waiting', user: NATS_USER }, 'nats: no server that lets this user in'),
    5_000,
  ).unref();
  const connection = await connect({
    servers: NATS_URL.split(','),
    name: `banyan-${name}`,
    ...(NATS_USER === undefined ? {} : { user: NATS_USER }),
    ...(NATS_PASSWORD === undefined ? {} : { pass: NATS_PASSWORD.reveal() }),
    inboxPrefix: inboxOf(NATS_USER ?? name),
    waitOnFirstConnect: true,
    // A server may learn of its users later than of its clients.
    ignoreAuthErrorAbort: true,
    maxReconnectAttempts: -1,
    reconnectTimeWait: 250,
    reconnectJitter: 250,
    pingInterval: 10_000,
  });
  clearTimeout(patience);
  void watchStatus(connection, log);
  return connection;
}

const mostTold = 100;

/** Comings and goings, and each kind of error once: what is refused is tried again and again. */
async function watchStatus(connection: NatsConnection, log: Log): Promise<void> {
  const told = new Set<string>();
  for await (const status of connection.status()) {
    if (status.type === 'disconnect' || status.type === 'reconnect')
      log.warn({ server: connection.getServer() }, `nats: ${status.type}`);
    if (status.type !== 'error') continue;
    const { error } = status;
    const what =
      error instanceof PermissionViolationError
        ? { code: 'nats.not-permitted', operation: error.operation, subject: error.subject }
        : { code: 'nats.error', name: error.name };
    const key = JSON.stringify(what);
    if (told.has(key) || told.size >= mostTold) continue;
    told.add(key);
    log.error(what, 'nats: the server has refused something');
  }
}

/** Calls back after every reconnection, when the server may be another one or have lost what it held. */
export async function onReconnect(connection: NatsConnection, callback: () => void): Promise<void> {
  for await (const status of connection.status()) if (status.type === 'reconnect') callback();
}

/** Without the look at the account, to which no service has a right. */
export function managerOf(connection: NatsConnection): Promise<JetStreamManager> {
  return jetstreamManager(connection, { checkAPI: false });
}

/**
 * Makes the stream of a domain, or changes one that is not as wanted, to which the operator alone has the right.
 * nats-server before 2.10 drops newer settings without a word, so what came back is compared with what was asked for.
 */
export async function ensureStream(connection: NatsConnection, domain: string): Promise<void> {
  const manager = await managerOf(connection);
  const wanted = {
    name: streamOf(domain),
    subjects: [`banyan.${domain}.>`],
    retention: RetentionPolicy.Limits,
    storage: StorageType.File,
    max_age: keepDays * day,
    duplicate_window: 120 * 1_000_000_000,
    allow_direct: true,
  } satisfies Partial<StreamConfig>;
  const existing = await manager.streams.info(wanted.name).catch(() => null);
  if (existing !== null && differences(wanted, existing.config).length === 0) return;
  const { config } =
    existing === null ? await manager.streams.add(wanted) : await manager.streams.update(wanted.name, wanted);
  const dropped = differences(wanted, config);
  if (dropped.length > 0)
    throw new OperatorError(`nats-server dropped settings of stream ${wanted.name}: ${dropped.join('; ')}`);
}

function differences(wanted: Partial<StreamConfig>, got: StreamConfig): string[] {
  return Object.entries(wanted).flatMap(([key, value]) => {
    const there = JSON.stringify(got[key as keyof StreamConfig]);
    return there === JSON.stringify(value) ? [] : [`${key}: asked ${JSON.stringify(value)}, got ${there}`];
  });
}
