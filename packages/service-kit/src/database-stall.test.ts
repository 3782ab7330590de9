import { createTestDatabase, type TestDatabase } from '@banyan/test-kit/database';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connect, type Pool } from './connect.ts';
import { createDatabase, type Database, type Transaction } from './database.ts';
import { kitMigrations } from './migrate.ts';
import { problemOf } from './problem.ts';
import { systemScope } from './scope.ts';
import { type Door, doorToPostgres } from './testing/door-to-postgres.ts';

const pool = 3;
const scope = systemScope('test');
const unhandled: unknown[] = [];
const note = (error: unknown): void => void unhandled.push(error);

let test: TestDatabase;
let door: Door;
let client: Pool;
let database: Database;

beforeAll(async () => {
  test = await createTestDatabase('notes', [kitMigrations]);
  process.on('unhandledRejection', note);
});
afterAll(async () => {
  process.off('unhandledRejection', note);
  await test.drop();
});
beforeEach(async () => {
  door = await doorToPostgres(test.url);
  client = connect(door.url, pool, 'notes');
  database = createDatabase(client, { domain: 'notes', onFacts: () => undefined });
  await wholePool();
});
afterEach(async () => {
  await client.end({ timeout: 1 });
  door.shut();
  expect(unhandled).toEqual([]);
});

/** All connections at the same time, as only a pool can that has lost none. */
async function wholePool(): Promise<void> {
  let inside = 0;
  const { promise: allInside, resolve } = Promise.withResolvers<void>();
  await Promise.all(
    Array.from({ length: pool }, () =>
      database.read(scope, async ({ sql }) => {
        await sql`select 1`;
        if ((inside += 1) === pool) resolve();
        await allInside;
      }),
    ),
  );
}

const one = ({ sql }: Transaction): Promise<unknown> => sql`select 1`;
const keep = (key: string) => (tx: Transaction) =>
  tx.sql`insert into inbox_events (handler, event_id) values ('stall', ${key})`;
const kept = async (key: string): Promise<number> =>
  (await test.owner`select 1 from inbox_events where event_id = ${key}`).length;

interface Refusal {
  readonly afterMs: number;
  readonly status: number;
  readonly code: string;
  readonly detail: string | undefined;
  readonly retry: number | undefined;
}

/** What somebody is told who waits in vain, and after how long. */
async function refusalOf(work: Promise<unknown>): Promise<Refusal> {
  const began = performance.now();
  const error = await work.then(
    () => new Error('was answered'),
    (reason: unknown) => reason,
  );
  const { status, code, details } = problemOf(error);
  const afterMs = performance.now() - began;
  return { afterMs, status, code, detail: details?.detail, retry: details?.retryAfterSeconds };
}

const refused = { status: 503, code: 'service.unavailable', retry: 2 };
const unchanged = { ...refused, detail: expect.stringMatching(/^Nothing was changed/) };

describe('a server that answers nothing', () => {
  it('refuses whoever waits within seconds and whoever comes at once, and is back with all its connections', async () => {
    door.hush();
    const waiting = await Promise.all(
      [
        ...Array.from({ length: 3 * pool }, () => database.read(scope, one)),
        database.readOne(scope, 'select 1 as one', []),
        database.write(scope, one),
        client`select 1`,
      ].map(refusalOf),
    );
    for (const refusal of waiting) expect(refusal).toMatchObject(unchanged);
    expect(Math.max(...waiting.map(({ afterMs }) => afterMs))).toBeLessThan(10_000);

    const late = await Promise.all([database.read(scope, one), database.write(scope, one)].map(refusalOf));
    for (const refusal of late) expect(refusal).toMatchObject(unchanged);
    expect(Math.max(...late.map(({ afterMs }) => afterMs))).toBeLessThan(2_500);
    await expect(client.answers()).rejects.toMatchObject({ code: 'DATABASE_STALLED' });

    door.speak();
    const began = performance.now();
    await expect.poll(() => database.read(scope, one).catch(() => null), { timeout: 5_000 }).not.toBeNull();
    expect(performance.now() - began).toBeLessThan(5_000);
    await wholePool();
  });

  it('rolls back a write whose change has not returned, though it goes on as if nothing were', async () => {
    const key = uuidv7();
    const told = Promise.withResolvers<void>();
    let goneOn: unknown;
    const write = database.write(scope, async (tx) => {
      await keep(key)(tx);
      door.hush();
      void client`select 1`.catch(() => undefined);
      await told.promise;
      goneOn = await one(tx).catch((error: unknown) => error);
    });
    expect(await refusalOf(write)).toMatchObject(unchanged);
    door.speak();
    told.resolve();
    await expect.poll(() => goneOn).toMatchObject({ code: 'DATABASE_STALLED' });
    await expect.poll(() => database.read(scope, one).catch(() => null), { timeout: 5_000 }).not.toBeNull();
    expect(await kept(key)).toBe(0);
  });

  it('says of a write whose end it has been sent that nobody knows', async () => {
    const key = uuidv7();
    const write = database.write(scope, async (tx) => {
      await keep(key)(tx);
      door.hush();
    });
    const refusal = await refusalOf(write);
    expect(refusal).toMatchObject({ ...refused, detail: expect.stringMatching(/^Look whether/) });
    door.speak();
    await expect.poll(() => kept(key), { timeout: 5_000 }).toBe(1);
  });
});

it('a server that is slow is waited for, however many wait', async () => {
  const slow = Array.from({ length: 2 * pool }, (_, index) =>
    database.read(scope, ({ sql }) => sql`select ${index} as n, pg_sleep(4.5)`),
  );
  // Beside its connections, all of which are at work.
  await client.answers();
  expect(await Promise.all(slow)).toHaveLength(2 * pool);
});
