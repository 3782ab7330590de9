import { streamOf } from '@banyan/contracts/fact';
import { AckPolicy, type ConsumerMessages, DeliverPolicy, jetstream, type JsMsg } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import type { Database } from './database.ts';
import { parkDeadLetter, parkUnreadable } from './dead-letters.ts';
import { createLanes, type Lanes } from './lanes.ts';
import type { Log } from './log.ts';
import { managerOf } from './nats.ts';
import { consumerOf } from './nats-permissions.ts';
import { isUnavailable } from './problem.ts';
import { envelopeOf } from './read-fact.ts';
import { covers, type FactMessage, handleOnce, type Subscription } from './subscriptions.ts';
import { inSpan } from './telemetry.ts';

export interface Subscriber {
  /** Resolves when every stream has been read to its end. For tests. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

export interface SubscriberOptions {
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
  readonly onHandled?: (outcome: 'handled' | 'repeated' | 'failed' | 'parked', count: number) => void;
}

/** A message on its way through the handlers that cover it. */
interface Delivery extends FactMessage {
  readonly message: JsMsg;
  readonly handlers: readonly Subscription[];
  /** Of a handler that follows the stream, all messages are of one lane. */
  readonly lane: string;
  readonly together: boolean;
}

/** Deliveries of one message, the first included, before it is parked. */
const maxDeliveries = 6;
/** Batches of one stream that are handled side by side. */
const width = 4;
/** Facts in one transaction: half of what the broker hands out at a time. */
const mostTogether = 128;
const defaultBackoffMs: readonly number[] = [250, 1_000, 5_000, 15_000, 30_000];

export function startSubscriber(options: SubscriberOptions): Subscriber {
  const { nats, domain, sources, log } = options;
  let stopped = false;
  const open = new Set<ConsumerMessages>();
  const followed: Lanes<Delivery>[] = [];

  async function follow(source: string): Promise<void> {
    let failures = 0;
    const lanes = createLanes<Delivery>(
      width,
      {
        key: ({ lane }) => lane,
        kind: ({ message }) => message.subject,
        most: ({ together }) => (together ? mostTogether : 1),
      },
      (batch) =>
        inSpan(batch[0]?.message.subject ?? '', 'consumer', traceparentOf(batch), () =>
          deliver(options, batch),
        ).catch(
          // Not acknowledged: they are delivered again.
          (error: unknown) => log.warn({ error, source }, 'subscriber: facts were left'),
        ),
    );
    followed.push(lanes);
    while (!stopped) {
      try {
        const messages = await openConsumer(await nats, domain, source);
        open.add(messages);
        failures = 0;
        for await (const message of messages) {
          if (stopped) break;
          const delivery = await deliveryOf(options, source, message);
          if (delivery !== null) lanes.enter(delivery);
        }
        await lanes.idle();
        open.delete(messages);
      } catch (error) {
        failures += 1;
        if (failures === 1) log.warn({ error, source }, 'subscriber: waiting for the stream');
        await new Promise((resolve) => setTimeout(resolve, Math.min(1_000, 200 * 2 ** failures)));
      }
    }
  }

  for (const source of sources) void follow(source);
  return {
    settle: async () => {
      const connection = await nats;
      const manager = await managerOf(connection);
      for (;;) {
        const infos = await Promise.all(
          sources.map((source) =>
            manager.consumers.info(streamOf(source), consumerOf(domain, source)).catch(() => null),
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
      await Promise.all(followed.map((lanes) => lanes.close()));
    },
  };
}

/**
 * One durable consumer per pair of domains with one wide filter: nats-server 2.9 takes a single filter. Throws until the
 * owner of the stream has made it.
 */
async function openConsumer(
  connection: NatsConnection,
  domain: string,
  source: string,
): Promise<ConsumerMessages> {
  const manager = await managerOf(connection);
  const name = consumerOf(domain, source);
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

/** A batch continues the trace of its first fact. */
function traceparentOf([first]: readonly Delivery[]): string | undefined {
  return first?.message.headers?.get('traceparent');
}

/** Null for what is no fact of this source: parked, so that it is not delivered again. */
async function deliveryOf(
  options: SubscriberOptions,
  source: string,
  message: JsMsg,
): Promise<Delivery | null> {
  try {
    const { id, subject } = envelopeOf(source, message);
    const handlers = options.subscriptions.filter(({ type }) => covers(type, message.subject));
    const together = handlers.every(({ order }) => order === 'record');
    const lane = together ? subject : 'stream';
    return { message, id, text: message.string(), handlers, lane, together };
  } catch (error) {
    await refuse(options, source, message, error);
    return null;
  }
}

async function refuse(
  options: SubscriberOptions,
  source: string,
  message: JsMsg,
  error: unknown,
): Promise<void> {
  const { database, log, onHandled } = options;
  const { streamSequence: sequence, deliveryCount: deliveries } = message.info;
  const { subject, data } = message;
  try {
    await parkUnreadable(database, { source, sequence, subject, data, deliveries, error });
  } catch (failure) {
    log.warn({ error: failure, source, sequence }, 'subscriber: an unreadable message could not be parked');
    tryLater(options, message);
    return;
  }
  message.term();
  onHandled?.('parked', 1);
  const reason = (error as Error).message;
  log.error({ code: 'fact.unreadable', source, sequence, subject, reason }, 'subscriber: parked unread');
}

async function deliver(options: SubscriberOptions, batch: readonly Delivery[]): Promise<void> {
  if (batch.length > 1 && (await deliverTogether(options, batch))) return;
  for (const delivery of batch) await deliverAlone(options, delivery);
}

/** False when somebody among them cannot be handled: alone, it is found and stops nobody else. */
async function deliverTogether(options: SubscriberOptions, batch: readonly Delivery[]): Promise<boolean> {
  const { database, log, onHandled } = options;
  for (const handler of batch[0]?.handlers ?? []) {
    try {
      const fresh = await handleOnce(database, handler, batch);
      onHandled?.('handled', fresh);
      onHandled?.('repeated', batch.length - fresh);
    } catch (error) {
      log.warn({ error, handler: handler.name, facts: batch.length }, 'subscriber: a batch failed');
      if (!isUnavailable(error)) return false;
      onHandled?.('failed', batch.length);
      for (const { message } of batch) tryLater(options, message);
      return true;
    }
  }
  for (const { message } of batch) message.ack();
  return true;
}

async function deliverAlone(options: SubscriberOptions, delivery: Delivery): Promise<void> {
  const { database, log, onHandled } = options;
  const { message, id: eventId, text } = delivery;
  for (const handler of delivery.handlers) {
    try {
      const fresh = await handleOnce(database, handler, [delivery]);
      onHandled?.(fresh > 0 ? 'handled' : 'repeated', 1);
    } catch (error) {
      const deliveries = message.info.deliveryCount;
      // A database that is away is no fault of the message: it is tried again for as long as that takes.
      if (isUnavailable(error) || deliveries < maxDeliveries) {
        onHandled?.('failed', 1);
        log.warn({ error, handler: handler.name, eventId, deliveries }, 'subscriber: will try again');
        tryLater(options, message);
        return;
      }
      await parkDeadLetter(database, {
        handler: handler.name,
        eventId,
        subject: message.subject,
        message: text,
        deliveries,
        error,
      });
      onHandled?.('parked', 1);
      log.error({ error, handler: handler.name, eventId }, 'subscriber: parked as a dead letter');
    }
  }
  message.ack();
}

function tryLater({ backoffMs = defaultBackoffMs }: SubscriberOptions, message: JsMsg): void {
  message.nak(backoffMs[Math.min(message.info.deliveryCount, backoffMs.length) - 1]);
}
