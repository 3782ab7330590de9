import { randomUUID } from 'node:crypto';
import { type FactDefinition, sourceOf, streamOf, subjectOf } from '@banyan/contracts/fact';
import { jetstream, jetstreamManager, type StreamConfig } from '@nats-io/jetstream';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { connectAs, type MeshBroker } from './nats-observer.ts';

/** Somebody who has come by the credentials of a service. */
export interface Forger {
  readonly connection: NatsConnection;
  /** Announces something as that service's fact would be; the envelope may be given other values. */
  announce(
    definition: FactDefinition,
    data: unknown,
    envelope?: Readonly<Record<string, unknown>>,
  ): Promise<void>;
  /** Puts anything on a subject of the stream of that service. */
  put(subject: string, message: string): Promise<void>;
  /** What the broker says to a publication or request, or null when it lets it pass. */
  refusal(subject: string): Promise<string | null>;
  /** What the broker says to a subscription, or null when it lets it be. */
  deafness(subject: string): Promise<string | null>;
}

export async function forgerAs(broker: MeshBroker, user: string): Promise<Forger> {
  const connection = await connectAs(broker, user);
  const js = jetstream(connection);
  const put = async (subject: string, message: string): Promise<void> => {
    await js.publish(subject, message);
  };
  return {
    connection,
    put,
    announce: async ({ type, domain }, data, given = {}) => {
      const envelope = {
        specversion: '1.0',
        id: randomUUID(),
        source: sourceOf(domain),
        type,
        subject: randomUUID(),
        time: new Date().toISOString(),
        datacontenttype: 'application/json',
        data,
      };
      await put(String(given['natsSubject'] ?? subjectOf(type)), JSON.stringify({ ...envelope, ...given }));
    },
    refusal: async (subject) => {
      const refused = await connection
        .request(subject, '{}', { timeout: 5_000 })
        .then(() => null)
        .catch((error: unknown) => String(error));
      return refused?.includes('Permissions Violation for Publish') === true ? refused : null;
    },
    deafness: async (subject) => {
      const told = Promise.withResolvers<string | null>();
      const subscription = connection.subscribe(subject, {
        callback: (error) => {
          if (error !== null) told.resolve(String(error));
        },
      });
      // The server answers in order: what it has not refused by now, it has taken.
      await connection.flush();
      told.resolve(null);
      if (!subscription.isClosed()) subscription.unsubscribe();
      return told.promise;
    },
  };
}

/** What the broker says to somebody without a name. */
export async function anonymousAt({ url }: MeshBroker): Promise<string> {
  try {
    const connection = await connect({ servers: url, reconnect: false });
    await connection.close();
    return 'let in';
  } catch (error) {
    return String(error);
  }
}

/** What a consumer has been handed, redeliveries included, beside what its stream holds. */
export async function deliveriesOf(broker: MeshBroker, domain: string, reader: string) {
  const connection = await connectAs(broker, 'observer');
  try {
    const manager = await jetstreamManager(connection);
    const { state } = await manager.streams.info(streamOf(domain));
    const info = await manager.consumers.info(streamOf(domain), `${reader}-from-${domain}`);
    return {
      held: state.messages,
      delivered: info.delivered.consumer_seq,
      unacknowledged: info.num_ack_pending,
      redelivered: info.num_redelivered,
    };
  } finally {
    await connection.close();
  }
}

/** The settings of a domain's stream. */
export async function settingsOf(broker: MeshBroker, domain: string): Promise<StreamConfig> {
  const connection = await connectAs(broker, 'observer');
  try {
    return (await (await jetstreamManager(connection)).streams.info(streamOf(domain))).config;
  } finally {
    await connection.close();
  }
}
