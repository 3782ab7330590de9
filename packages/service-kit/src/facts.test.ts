import { memberUpdated } from '@banyan/contracts/archives/events';
import { streamOf } from '@banyan/contracts/fact';
import { jetstreamManager } from '@nats-io/jetstream';
import { createTestDatabase, type TestDatabase } from '@banyan/test-kit/database';
import { startTestNats, type TestNats } from '@banyan/test-kit/nats';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, createDatabase, type Database } from './database.ts';
import { replayDeadLetter } from './dead-letters.ts';
import { createLog } from './log.ts';
import { kitMigrations } from './migrate.ts';
import { connectNats } from './nats.ts';
import { factRow, insertOutbox } from './outbox.ts';
import { type Relay, startRelay } from './relay.ts';
import { systemScope } from './scope.ts';
import { startSubscriber, type Subscriber } from './subscriber.ts';
import { handleOnce, onMany, type Subscription } from './subscriptions.ts';

const log = createLog('test', 'silent');
let server: TestNats;
let source: TestDatabase;
let target: TestDatabase;
let database: Database;
let reader: Database;
let relay: Relay;
let subscriber: Subscriber;
let natsConnection: ReturnType<typeof connectNats>;
const clients: ReturnType<typeof connect>[] = [];
let broken = new Set<string>();

/** How many facts each transaction that committed has kept. */
let together: number[] = [];
let lost: string | null = null;

const keep: Subscription = onMany(memberUpdated, 'notes:keep', async (tx, facts) => {
  if (facts.some(({ person }) => broken.has(person.id))) throw new Error('cannot be kept');
  for (const { version, person } of facts)
    await tx.sql`insert into audit_entries (id, action, entity, subject_id) values (${uuidv7()}, ${`kept:${version}`}, 'note', ${person.id})`;
  if (facts.some(({ person }) => person.id === lost)) {
    lost = null;
    await tx.sql`select pg_terminate_backend(pg_backend_pid())`;
  }
  together.push(facts.length);
});

beforeAll(async () => {
  server = await startTestNats();
  source = await createTestDatabase('archives', [kitMigrations]);
  target = await createTestDatabase('notes', [kitMigrations]);
  const [from, to] = [connect(source.url, 3, 'archives'), connect(target.url, 3, 'notes')];
  clients.push(from, to);
  natsConnection = connectNats(server.url, 'test', log);
  relay = startRelay({ client: from, nats: natsConnection, domain: 'archives', log });
  database = createDatabase(from, { domain: 'archives', onFacts: () => relay.wake() });
  reader = createDatabase(to, { domain: 'notes', onFacts: () => undefined });
  subscriber = startSubscriber({
    database: reader,
    nats: natsConnection,
    domain: 'notes',
    sources: ['archives'],
    subscriptions: [keep],
    log,
    backoffMs: [1],
  });
});

afterAll(async () => {
  await subscriber.stop();
  await relay.stop();
  await (await natsConnection).close();
  await Promise.all(clients.map((client) => client.end({ timeout: 1 })));
  await Promise.all([source.drop(), target.drop()]);
  await server.close();
});

function updated(id: string, version: number) {
  const person = {
    id,
    name: '李',
    pinyin: 'li',
    organizationId: id,
    sectionId: null,
    stage: 'full',
    state: 'active',
    accountId: null,
    version,
  } as const;
  return { version, fields: ['post' as const], person };
}

function announce(id: string, version: number): Promise<void> {
  return database.write(systemScope('test'), async (tx) => tx.emit(memberUpdated, id, updated(id, version)));
}

const kept = (id: string) =>
  target.owner<
    { action: string }[]
  >`select action from audit_entries where subject_id = ${id} and action like 'kept:%' order by at, id`;

/** Until what is asked for is seen; the test's own time limit ends a wait that is in vain. */
async function until<Value>(look: () => Promise<Value>, wanted: (value: Value) => boolean): Promise<Value> {
  for (;;) {
    const value = await look();
    if (wanted(value)) return value;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe('facts', () => {
  it('arrive in order and have their effect once', async () => {
    const id = uuidv7();
    for (let version = 1; version <= 20; version += 1) await announce(id, version);
    const rows = await until(
      () => kept(id),
      (found) => found.length >= 20,
    );
    expect(rows.map(({ action }) => action)).toEqual(
      Array.from({ length: 20 }, (_, index) => `kept:${index + 1}`),
    );
  });

  it('that have heaped up are kept many at a time, those of one record in order', async () => {
    together = [];
    const ids = Array.from({ length: 100 }, () => uuidv7());
    await database.write(systemScope('test'), async (tx) => {
      for (const version of [1, 2, 3]) for (const id of ids) tx.emit(memberUpdated, id, updated(id, version));
    });
    for (const id of ids)
      await until(
        () => kept(id),
        (rows) => rows.map(({ action }) => action).join() === 'kept:1,kept:2,kept:3',
      );
    expect(together.reduce((sum, count) => sum + count)).toBe(300);
    expect(together.length).toBeLessThan(100);
  });

  it('of which one cannot be kept are kept all the same', async () => {
    const ids = Array.from({ length: 60 }, () => uuidv7());
    const bad = ids[30] as string;
    broken = new Set([bad]);
    await database.write(systemScope('test'), async (tx) => {
      for (const id of ids) tx.emit(memberUpdated, id, updated(id, 1));
    });
    for (const id of ids.filter((each) => each !== bad))
      await until(
        () => kept(id),
        (rows) => rows.length === 1,
      );
    expect(await kept(bad)).toEqual([]);
    broken = new Set();
    await until(
      () => kept(bad),
      (rows) => rows.length === 1,
    );
  });

  it('whose transaction dies with its connection are kept once, none of them parked', async () => {
    const ids = Array.from({ length: 60 }, () => uuidv7());
    lost = ids[30] as string;
    await database.write(systemScope('test'), async (tx) => {
      for (const id of ids) tx.emit(memberUpdated, id, updated(id, 1));
    });
    for (const id of ids)
      await until(
        () => kept(id),
        (rows) => rows.length > 0,
      );
    await subscriber.settle();
    for (const id of ids) expect(await kept(id)).toHaveLength(1);
    expect(lost).toBeNull();
    expect(await target.owner`select id from dead_letters`).toEqual([]);
  });

  it('have no second effect when they are delivered again', async () => {
    const id = uuidv7();
    await announce(id, 1);
    await until(
      () => kept(id),
      (found) => found.length === 1,
    );
    const [row] = await source.owner<
      { id: string; message: string }[]
    >`select id, message from outbox order by sequence desc limit 1`;
    const again = { id: row?.id ?? '', text: row?.message ?? '' };
    expect(await handleOnce(reader, keep, [again, again])).toBe(0);
    expect(await kept(id)).toHaveLength(1);
  });

  it('of a long transaction arrive, though a long queue that was stored later has gone before them', async () => {
    const early = uuidv7();
    const committed = Promise.withResolvers<void>();
    const stored = Promise.withResolvers<void>();
    const long = database.write(systemScope('test'), async ({ sql }) => {
      await insertOutbox(sql, [
        factRow('archives', { definition: memberUpdated, subject: early, data: updated(early, 1) }),
      ]);
      stored.resolve();
      await committed.promise;
    });
    await stored.promise;
    const ids = Array.from({ length: 600 }, () => uuidv7());
    await database.write(systemScope('test'), async (tx) => {
      for (const id of ids) tx.emit(memberUpdated, id, updated(id, 1));
    });
    const arrived = (subjects: readonly string[]) => async () =>
      (
        await target.owner<
          { n: number }[]
        >`select count(*)::int as n from audit_entries where subject_id = any(${[...subjects]}::uuid[])`
      )[0]?.n;
    await until(arrived(ids), (n) => n === ids.length);
    expect(await kept(early)).toHaveLength(0);
    committed.resolve();
    await long;
    await until(arrived([early]), (n) => n === 1);
  }, 30_000);

  it('wait in the outbox while the broker is down, and all arrive once afterwards', async () => {
    const ids = Array.from({ length: 30 }, () => uuidv7());
    await server.kill();
    for (const id of ids) await announce(id, 1);
    await server.start();
    for (const id of ids)
      expect(
        await until(
          () => kept(id),
          (found) => found.length > 0,
        ),
      ).toHaveLength(1);
  }, 30_000);

  it('are published again when the broker lost its store, and still have their effect once', async () => {
    const before = uuidv7();
    await announce(before, 1);
    await until(
      () => kept(before),
      (found) => found.length === 1,
    );
    await server.kill();
    await server.wipe();
    await server.start();
    const after = uuidv7();
    await announce(after, 1);
    await until(
      () => kept(after),
      (found) => found.length === 1,
    );
    expect(await kept(before)).toHaveLength(1);
    const manager = await jetstreamManager(await natsConnection);
    const [{ count } = { count: 0 }] = await source.owner<
      { count: number }[]
    >`select count(*)::int as count from outbox`;
    const info = await until(
      () => manager.streams.info(streamOf('archives')),
      ({ state }) => state.messages >= count,
    );
    expect(info.state.messages).toBe(count);
  }, 30_000);

  it('that cannot be handled are parked with their reason and stop nothing; a person replays them', async () => {
    const [bad, good] = [uuidv7(), uuidv7()];
    broken = new Set([bad]);
    await announce(bad, 1);
    await announce(good, 1);
    await until(
      () => kept(good),
      (found) => found.length === 1,
    );
    const [event] = await source.owner<
      { id: string; message: string }[]
    >`select id, message from outbox where message like ${`%"subject":"${bad}"%`}`;
    const letters = () =>
      target.owner<
        { id: string; reason: string; deliveries: number }[]
      >`select id, reason, deliveries from dead_letters where event_id = ${event?.id ?? ''}`;
    const [letter] = await until(letters, (found) => found.length === 1);
    expect(letter).toMatchObject({ reason: 'cannot be kept', deliveries: 6 });

    broken = new Set();
    await replayDeadLetter(reader, 'notes', systemScope('test'), [keep], letter?.id ?? '');
    expect(await kept(bad)).toHaveLength(1);
    await expect(
      replayDeadLetter(reader, 'notes', systemScope('test'), [keep], letter?.id ?? ''),
    ).rejects.toMatchObject({ kind: 'not-found' });
  });
});
