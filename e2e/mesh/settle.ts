import { jetstreamManager } from '@nats-io/jetstream';
import type { Sql } from 'postgres';
import { connectAs, type MeshBroker } from './nats-observer.ts';
import type { ServiceName } from './services.ts';
import { until } from './until.ts';

/** Durable consumers that have to be there before silence means that all was read. */
const readers: Readonly<Record<ServiceName, readonly string[]>> = {
  identity: ['archives-from-identity', 'identity-from-identity'],
  archives: ['identity-from-archives'],
  gateway: ['identity-from-gateway'],
};
const names = Object.keys(readers) as ServiceName[];

interface Sight {
  /** Facts stored so far, by domain: unequal before and after a look means that somebody still writes. */
  readonly stored: readonly number[];
  readonly waiting: number;
  readonly unread: number;
  readonly missing: readonly string[];
}

/** Waits until every outbox is empty and every consumer has read its stream to the end. */
export async function settleMesh(
  owners: Readonly<Record<ServiceName, Sql>>,
  broker: MeshBroker,
  withinMs: number,
): Promise<void> {
  const connection = await connectAs(broker, 'observer');
  try {
    const manager = await jetstreamManager(connection);
    const unreadOf = async (domain: ServiceName): Promise<{ unread: number; missing: string[] }> => {
      const found = await manager.consumers
        .list(`banyan-${domain}`)
        .next()
        .catch(() => []);
      const consumers = found.map(({ name }) => name);
      return {
        unread: found.reduce(
          (sum, { num_pending, num_ack_pending }) => sum + num_pending + num_ack_pending,
          0,
        ),
        missing: readers[domain].filter((name) => !consumers.includes(name)),
      };
    };
    const look = async (): Promise<Sight> => {
      const outboxes = await Promise.all(names.map((name) => outboxOf(owners[name])));
      const streams = await Promise.all(names.map(unreadOf));
      return {
        stored: outboxes.map(({ stored }) => stored),
        waiting: outboxes.reduce((sum, { waiting }) => sum + waiting, 0),
        unread: streams.reduce((sum, { unread }) => sum + unread, 0),
        missing: streams.flatMap(({ missing }) => missing),
      };
    };
    const isQuiet = ({ waiting, unread, missing }: Sight): boolean =>
      waiting === 0 && unread === 0 && missing.length === 0;
    await until(
      'outboxes empty and consumers at their end',
      async () => [await look(), await look()] as const,
      ([first, second]) =>
        isQuiet(first) && isQuiet(second) && String(first.stored) === String(second.stored),
      { withinMs, everyMs: 25 },
    );
  } finally {
    await connection.close();
  }
}

async function outboxOf(owner: Sql): Promise<{ stored: number; waiting: number }> {
  const [row] = await owner<{ stored: number; waiting: number }[]>`
    select count(*)::int as stored, (count(*) filter (where published_at is null))::int as waiting from outbox`;
  return row ?? { stored: 0, waiting: 0 };
}
