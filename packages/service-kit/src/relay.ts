import { jetstream } from '@nats-io/jetstream';
import { headers, type NatsConnection } from '@nats-io/transport-node';
import type { Sql } from 'postgres';
import { OperatorError } from './error.ts';
import type { Log } from './log.ts';
import { ensureStream, managerOf, onReconnect } from './nats.ts';

interface Waiting {
  readonly sequence: string;
  readonly id: string;
  readonly stream: string;
  readonly subject: string;
  readonly message: string;
  readonly traceparent: string | null;
}

/** Publishes what writes stored in the outbox. Several may run beside one another. */
export interface Relay {
  /** A hint that there is something to publish; without it the relay looks every second. */
  wake(): void;
  /** Publishes until nothing waits. For tests and for draining. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

export interface RelayOptions {
  readonly client: Sql;
  readonly nats: Promise<NatsConnection>;
  readonly domain: string;
  readonly log: Log;
  readonly onPublished?: (count: number) => void;
}

const batchSize = 256;
/** Longer than publishing a batch may take; what a killed relay has leased waits for it. */
const leaseSeconds = 10;
const keepPublished = '7 days';

export function startRelay({ client, nats, domain, log, onPublished }: RelayOptions): Relay {
  let stopped = false;
  let woken = false;
  let release: (() => void) | null = null;
  let prepared = false;
  void nats.then((connection) => onReconnect(connection, () => (prepared = false)));
  let inFlight: Promise<number> | null = null;
  let floor = '0';
  let fromStart = 0;

  const publish = (): Promise<number> => {
    inFlight ??= publishOnce().finally(() => {
      inFlight = null;
    });
    return inFlight;
  };

  /**
   * Of a long queue the next ones are looked for behind the last ones: what is published lies dead in the index until it
   * is vacuumed, and a long transaction keeps it there. What commits late with an early number is found once a second.
   */
  async function next(): Promise<Waiting[]> {
    if (Date.now() - fromStart > 1_000) floor = '0';
    const from = floor;
    if (from === '0') fromStart = Date.now();
    const rows = await lease(client, from);
    floor = rows.length === batchSize ? (rows.at(-1) as Waiting).sequence : '0';
    return rows.length === 0 && from !== '0' ? next() : rows;
  }

  async function publishOnce(): Promise<number> {
    const connection = await nats;
    if (!prepared) {
      await ensureStream(connection, domain);
      await republishLost(client, connection);
      prepared = true;
    }
    const rows = await next();
    if (rows.length === 0) return 0;
    await publishRows(client, connection, rows);
    onPublished?.(rows.length);
    return rows.length;
  }

  async function run(): Promise<void> {
    let failures = 0;
    let swept = 0;
    while (!stopped) {
      try {
        woken = false;
        const count = await publish();
        failures = 0;
        if (Date.now() - swept > 60_000) {
          swept = Date.now();
          prepared = false;
          await client`delete from outbox where published_at < now() - ${keepPublished}::interval`;
          await client`delete from idempotency_keys where created_at < now() - interval '2 days'`;
        }
        if (count === batchSize || woken) continue;
      } catch (error) {
        prepared = false;
        failures += 1;
        if (failures === 1 || failures % 60 === 0)
          log.warn({ error, failures }, 'relay: facts wait in the outbox');
      }
      await pause(failures > 0 ? Math.min(5_000, 100 * 2 ** failures) : 1_000);
    }
  }

  function pause(ms: number): Promise<void> {
    if (woken && ms === 1_000) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(done, ms);
      function done(): void {
        clearTimeout(timer);
        release = null;
        resolve();
      }
      release = done;
    });
  }

  const running = run();
  return {
    wake() {
      woken = true;
      release?.();
    },
    async settle() {
      while ((await publish()) > 0);
    },
    async stop() {
      stopped = true;
      release?.();
      await Promise.race([running, new Promise((resolve) => setTimeout(resolve, 2_000).unref())]);
    },
  };
}

/** Takes rows for some seconds in a transaction of its own, so that no lock is held while publishing. */
async function lease(client: Sql, floor: string): Promise<Waiting[]> {
  const rows = await client<Waiting[]>`
    update outbox set leased_until = now() + make_interval(secs => ${leaseSeconds})
    where sequence in (
      select sequence from outbox
      where published_at is null and sequence > ${floor} and (leased_until is null or leased_until < now())
      order by sequence limit ${batchSize} for update skip locked)
    returning sequence, id, stream, subject, message, traceparent`;
  return rows.toSorted((a, b) => Number(a.sequence) - Number(b.sequence));
}

/** All in flight together, in order; the event id as message id lets the server drop a twin. */
async function publishRows(client: Sql, connection: NatsConnection, rows: readonly Waiting[]): Promise<void> {
  const js = jetstream(connection, { timeout: 2_000 });
  const results = await Promise.allSettled(
    rows.map((row) => {
      const head = headers();
      if (row.traceparent !== null) head.set('traceparent', row.traceparent);
      return js.publish(row.subject, row.message, { msgID: row.id, headers: head });
    }),
  );
  const published: { sequence: string; stream_sequence: number }[] = [];
  const failed: string[] = [];
  let reason: unknown;
  for (const [index, result] of results.entries()) {
    const { sequence } = rows[index] as Waiting;
    if (result.status === 'fulfilled') published.push({ sequence, stream_sequence: result.value.seq });
    else {
      failed.push(sequence);
      reason = result.reason;
    }
  }
  await client`
    update outbox set published_at = now(), leased_until = null, stream_sequence = p.stream_sequence
    from jsonb_to_recordset(${JSON.stringify(published)}::text::jsonb) as p(sequence bigint, stream_sequence bigint)
    where outbox.sequence = p.sequence`;
  if (failed.length === 0) return;
  await client`update outbox set leased_until = null where sequence = any(${failed}::bigint[])`;
  throw new OperatorError(`${failed.length} facts were not taken`, { cause: reason });
}

/** PostgreSQL is the truth: what a stream has lost, because it was made anew or went back, is published again. */
async function republishLost(client: Sql, connection: NatsConnection): Promise<void> {
  const manager = await managerOf(connection);
  const streams = await client<{ stream: string }[]>`select distinct stream from outbox`;
  for (const { stream } of streams) {
    const { created, state } = await manager.streams.info(stream);
    const createdAt = new Date(created).toISOString();
    const [known] = await client<{ same: boolean; last_sequence: string }[]>`
      select created_at = ${createdAt}::timestamptz as same, last_sequence from stream_states where stream = ${stream}`;
    if (known !== undefined) {
      const survived = known.same ? state.last_seq : 0;
      await client`
        update outbox set published_at = null, stream_sequence = null
        where stream = ${stream} and stream_sequence > ${survived}`;
    }
    await client`
      insert into stream_states (stream, created_at, last_sequence) values (${stream}, ${createdAt}, ${state.last_seq})
      on conflict (stream) do update set created_at = excluded.created_at, last_sequence = excluded.last_sequence`;
  }
}
