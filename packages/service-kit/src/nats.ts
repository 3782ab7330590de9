import { jetstreamManager, RetentionPolicy, StorageType, type StreamConfig } from '@nats-io/jetstream';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { streamOf } from '@banyan/contracts/fact';
import type { Log } from './log.ts';

const day = 24 * 60 * 60 * 1_000_000_000;

/** Facts are kept this long; a reader that was away for longer loads a snapshot. */
const keepDays = 30;

/** Connects now or as soon as there is a server, and for as long as the process lives. */
export async function connectNats(url: string, name: string, log: Log): Promise<NatsConnection> {
  const connection = await connect({
    servers: url.split(','),
    name: `banyan-${name}`,
    waitOnFirstConnect: true,
    maxReconnectAttempts: -1,
    reconnectTimeWait: 250,
    reconnectJitter: 250,
    pingInterval: 10_000,
  });
  void watchStatus(connection, log);
  return connection;
}

async function watchStatus(connection: NatsConnection, log: Log): Promise<void> {
  for await (const status of connection.status()) {
    if (status.type === 'disconnect' || status.type === 'reconnect')
      log.warn({ server: connection.getServer() }, `nats: ${status.type}`);
  }
}

/** Calls back after every reconnection, when the server may be another one or have lost what it held. */
export async function onReconnect(connection: NatsConnection, callback: () => void): Promise<void> {
  for await (const status of connection.status()) if (status.type === 'reconnect') callback();
}

/**
 * Makes the stream of a domain, or widens it. nats-server before 2.10 drops newer settings without a word, so what came
 * back is compared with what was asked for.
 */
export async function ensureStream(connection: NatsConnection, domain: string): Promise<void> {
  const manager = await jetstreamManager(connection);
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
  const { config } =
    existing === null ? await manager.streams.add(wanted) : await manager.streams.update(wanted.name, wanted);
  for (const [key, value] of Object.entries(wanted)) {
    const got = config[key as keyof StreamConfig];
    if (JSON.stringify(got) !== JSON.stringify(value)) {
      throw new Error(
        `nats-server dropped ${key} of stream ${wanted.name}: asked ${JSON.stringify(value)}, got ${JSON.stringify(got)}`,
      );
    }
  }
}
