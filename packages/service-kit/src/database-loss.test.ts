import { createTestDatabase, type TestDatabase } from '@banyan/test-kit/database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, reconnectDelay } from './connect.ts';
import { createDatabase, type Database, type Transaction } from './database.ts';
import { kitMigrations } from './migrate.ts';
import { systemScope } from './scope.ts';
import { doorToPostgres } from './testing/door-to-postgres.ts';

let test: TestDatabase;
let client: ReturnType<typeof connect>;
let killer: ReturnType<typeof connect>;
let database: Database;

beforeAll(async () => {
  test = await createTestDatabase('notes', [kitMigrations]);
  client = connect(test.url, 2, 'notes');
  killer = connect(test.url, 1, 'killer');
  database = createDatabase(client, { domain: 'notes', onFacts: () => undefined });
});
afterAll(async () => {
  await Promise.all([client.end({ timeout: 1 }), killer.end({ timeout: 1 })]);
  await test.drop();
});

const scope = systemScope('test');

/** Ends the session of a transaction in its middle, as a server does that is killed. */
async function loseSession({ sql }: Transaction): Promise<unknown> {
  const [row] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`;
  await killer`select pg_terminate_backend(${row?.pid ?? 0})`;
  const abandoned = sql`select 1`.execute().catch(() => undefined);
  await abandoned;
  return sql`select 2`;
}

describe('a session that PostgreSQL ends', () => {
  it('costs its own transaction, and neither the process nor a place in the pool', async () => {
    const uncaught: unknown[] = [];
    const note = (error: unknown): void => void uncaught.push(error);
    process.on('uncaughtException', note);
    try {
      for (let round = 0; round < 10; round += 1) {
        await expect(database.read(scope, loseSession)).rejects.toMatchObject({ code: expect.any(String) });
        await expect(database.write(scope, loseSession)).rejects.toMatchObject({ code: expect.any(String) });
      }
      const together = Array.from({ length: 8 }, () =>
        database.read(scope, async ({ sql }) => (await sql<{ one: number }[]>`select 1 as one`)[0]?.one),
      );
      expect(await Promise.all(together)).toEqual(Array.from({ length: 8 }, () => 1));
    } finally {
      process.off('uncaughtException', note);
    }
    expect(uncaught).toEqual([]);
  });
});

it('a server that is back is found within a second, however often it was looked for in vain', () => {
  expect(connect(test.url, 1, 'notes').options.backoff).toBe(reconnectDelay);
  for (let failures = 0; failures < 100; failures += 1) {
    expect(reconnectDelay(failures)).toBeGreaterThan(0);
    expect(reconnectDelay(failures)).toBeLessThanOrEqual(1);
  }
});

it('a server that goes away while a connection begins costs a question at the most, and never the process', async () => {
  const unhandled: unknown[] = [];
  const note = (error: unknown): void => void unhandled.push(error);
  process.on('unhandledRejection', note);
  let times = 0;
  const door = await doorToPostgres(test.url, (asked, { shut }) => {
    if (asked.includes('pg_catalog.pg_type') && (times += 1) === 1) shut();
  });
  const visitor = connect(door.url, 1, 'notes');
  try {
    await visitor`select 1`.catch(() => undefined);
    expect(times).toBe(1);
    await door.open();
    const [row] = await visitor<{ ids: string[] }[]>`select ${['a', 'b']}::text[] as ids`;
    expect(row?.ids).toEqual(['a', 'b']);
    expect(unhandled).toEqual([]);
  } finally {
    process.off('unhandledRejection', note);
    await visitor.end({ timeout: 1 });
    door.shut();
  }
});

it('whoever asks while a server is away is answered, and the whole pool is there once it is back', async () => {
  const door = await doorToPostgres(test.url);
  const pool = 3;
  const visitor = connect(door.url, pool, 'notes');
  const visited = createDatabase(visitor, { domain: 'notes', onFacts: () => undefined });
  const asked = () =>
    visited
      .read(scope, ({ sql }) => sql`select 1`)
      .then(
        () => 'told',
        () => 'refused',
      );
  try {
    expect(await asked()).toBe('told');
    door.shut();
    const waiting = Array.from({ length: 4 * pool }, asked);
    expect(await Promise.race(waiting)).toBe('refused');
    await door.open();
    await Promise.all(waiting);
    // All at the same time, as only a pool can that has lost no connection.
    let inside = 0;
    const { promise: allInside, resolve } = Promise.withResolvers<void>();
    const together = Array.from({ length: pool }, () =>
      visited.read(scope, async ({ sql }) => {
        await sql`select 1`;
        if ((inside += 1) === pool) resolve();
        await allInside;
      }),
    );
    await Promise.all(together);
  } finally {
    await visitor.end({ timeout: 1 });
    door.shut();
  }
});
