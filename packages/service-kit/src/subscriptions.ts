import {
  envelopeSchema,
  type FactData,
  type FactDefinition,
  streamOf,
  subjectOf,
} from '@banyan/contracts/fact';
import {
  AckPolicy,
  type ConsumerMessages,
  DeliverPolicy,
  jetstream,
  jetstreamManager,
  type JsMsg,
} from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import type { Sql } from 'postgres';
import type { Database, WriteTransaction } from './database.ts';
import { parkDeadLetter } from './dead-letters.ts';
import { createLanes, type Lanes } from './lanes.ts';
import { isUnavailable } from './problem.ts';
import type { Log } from './log.ts';
import { ensureStream } from './nats.ts';
import { systemScope } from './scope.ts';
import { inSpan } from './telemetry.ts';

export interface FactContext {
  readonly id: string;
  /** Id of the record the fact is about. */
  readonly subject: string;
  readonly time: string;
}

/** A reaction. `name` is its identity in `inbox_events`: never reuse one for another effect. */
export interface Subscription {
  readonly name: string;
  /** A fact's type, or a pattern with `*` for one part, such as `*.audit.recorded`. */
  readonly type: string;
  /**
   * `stream`: after everything of this kind that came before it. `record`: after what came before about the same record;
   * facts about different records are handled side by side.
   */
  readonly order: 'stream' | 'record';
  readonly handle: (tx: WriteTransaction, message: string) => Promise<void>;
}

/**
 * Declares `event → handler`. The handler's effects, and that it ran, are stored in one transaction. `order` is `record`
 * for a handler that concerns nothing but the record the fact is about.
 */
export function on<Definition extends FactDefinition>(
  definition: Definition,
  name: string,
  handler: (tx: WriteTransaction, data: FactData<Definition>, fact: FactContext) => Promise<void>,
  order: Subscription['order'] = 'stream',
): Subscription {
  return {
    name,
    type: definition.type,
    order,
    handle: async (tx, message) => {
      const { id, subject, time, data } = envelopeSchema.parse(JSON.parse(message));
      await handler(tx, definition.data.parse(data) as FactData<Definition>, { id, subject, time });
    },
  };
}

export interface Subscriber {
  /** Resolves when every stream has been read to its end. For tests. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

export interface SubscriberOptions {
  readonly client: Sql;
  readonly database: Database;
  readonly nats: Promise<NatsConnection>;
  /** The domain that listens; names its durable consumers. */
  readonly domain: string;
  /** Domains whose streams are read. */
  readonly sources: readonly string[];
  readonly subscriptions: readonly Subscription[];
  readonly log: Log;
  /** Waits in ms before deliveries 2 to 6 of a message that failed. */
  readonly backoffMs?: readonly number[];
  readonly onHandled?: (outcome: 'handled' | 'repeated' | 'failed' | 'parked') => void;
}

/** Deliveries of one message, the first included, before it is parked. */
export const maxDeliveries = 6;
/** Facts of one stream that are handled side by side. */
const width = 4;
const defaultBackoffMs: readonly number[] = [250, 1_000, 5_000, 15_000, 30_000];

/** Runs a handler's transaction once per event, whatever is redelivered. Returns false when it had run before. */
export async function handleOnce(
  database: Database,
  subscription: Subscription,
  eventId: string,
  message: string,
): Promise<boolean> {
  return database.write(systemScope(`handler:${subscription.name}`), async (tx) => {
    const first = await tx.sql`
      insert into inbox_events (handler, event_id) values (${subscription.name}, ${eventId}) on conflict do nothing returning event_id`;
    if (first.length === 0) return false;
    await subscription.handle(tx, message);
    return true;
  });
}

export function startSubscriber(options: SubscriberOptions): Subscriber {
  const { nats, domain, sources, log } = options;
  let stopped = false;
  const open = new Set<ConsumerMessages>();
  const followed: Lanes[] = [];

  async function follow(source: string): Promise<void> {
    let failures = 0;
    const lanes = createLanes(width);
    followed.push(lanes);
    while (!stopped) {
      try {
        const messages = await openConsumer(await nats, domain, source);
        open.add(messages);
        failures = 0;
        for await (const message of messages) {
          const traceparent = message.headers?.get('traceparent');
          await lanes.enter(laneOf(options.subscriptions, message), () =>
            inSpan(message.subject, 'consumer', traceparent, () => deliver(options, source, message)).catch(
              // Not acknowledged: it is delivered again.
              (error: unknown) => log.warn({ error, source }, 'subscriber: a fact was left'),
            ),
          );
          if (stopped) break;
        }
        await lanes.idle();
        open.delete(messages);
      } catch (error) {
        failures += 1;
        if (failures === 1) log.warn({ error, source }, 'subscriber: waiting for the stream');
        await new Promise((resolve) => setTimeout(resolve, Math.min(3_000, 200 * 2 ** failures)));
      }
    }
  }

  for (const source of sources) void follow(source);
  return {
    settle: async () => {
      const connection = await nats;
      const manager = await jetstreamManager(connection);
      for (;;) {
        const infos = await Promise.all(
          sources.map((source) =>
            manager.consumers.info(streamOf(source), consumerName(domain, source)).catch(() => null),
          ),
        );
        if (infos.every((info) => info !== null && info.num_pending === 0 && info.num_ack_pending === 0))
          return;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
    stop: async () => {
      stopped = true;
      await Promise.allSettled([...open].map((messages) => messages.close()));
      await Promise.all(followed.map((lanes) => lanes.idle()));
    },
  };
}

function consumerName(domain: string, source: string): string {
  return `${domain}-from-${source}`;
}

/** One durable consumer per pair of domains with one wide filter: nats-server 2.9 takes a single filter. */
async function openConsumer(
  connection: NatsConnection,
  domain: string,
  source: string,
): Promise<ConsumerMessages> {
  await ensureStream(connection, source);
  const manager = await jetstreamManager(connection);
  const name = consumerName(domain, source);
  await manager.consumers.add(streamOf(source), {
    durable_name: name,
    ack_policy: AckPolicy.Explicit,
    deliver_policy: DeliverPolicy.All,
    filter_subject: `banyan.${source}.>`,
    // What was on its way to a process or broker that died is delivered again after this long.
    ack_wait: 10_000_000_000,
    max_deliver: -1,
    max_ack_pending: 256,
  });
  const consumer = await jetstream(connection).consumers.get(streamOf(source), name);
  return consumer.consume({
    max_messages: 128,
    idle_heartbeat: 5_000,
    abort_on_missing_resource: true,
  } as never);
}

/** True when a subscription's type covers a subject. */
export function covers(type: string, subject: string): boolean {
  const wanted = subjectOf(type).split('.');
  const parts = subject.split('.');
  return (
    wanted.length === parts.length && wanted.every((part, index) => part === '*' || part === parts[index])
  );
}

function laneOf(subscriptions: readonly Subscription[], message: JsMsg): string {
  const covering = subscriptions.filter(({ type }) => covers(type, message.subject));
  if (covering.some(({ order }) => order === 'stream')) return 'stream';
  return (message.json() as { subject?: string }).subject ?? '';
}

async function deliver(options: SubscriberOptions, source: string, message: JsMsg): Promise<void> {
  const { database, log, subscriptions, onHandled, backoffMs = defaultBackoffMs } = options;
  const text = message.string();
  const eventId = message.headers?.get('Nats-Msg-Id') || (JSON.parse(text) as { id: string }).id;
  for (const subscription of subscriptions.filter(({ type }) => covers(type, message.subject))) {
    try {
      const first = await handleOnce(database, subscription, eventId, text);
      onHandled?.(first ? 'handled' : 'repeated');
    } catch (error) {
      const deliveries = message.info.deliveryCount;
      // A database that is away is no fault of the message: it is tried again for as long as that takes.
      if (isUnavailable(error) || deliveries < maxDeliveries) {
        onHandled?.('failed');
        log.warn({ error, handler: subscription.name, eventId, deliveries }, 'subscriber: will try again');
        message.nak(backoffMs[Math.min(deliveries, backoffMs.length) - 1] ?? 250);
        return;
      }
      await parkDeadLetter(database, {
        handler: subscription.name,
        eventId,
        subject: message.subject,
        message: text,
        deliveries,
        error,
      });
      onHandled?.('parked');
      log.error(
        { error, handler: subscription.name, eventId, source },
        'subscriber: parked as a dead letter',
      );
    }
  }
  message.ack();
}
