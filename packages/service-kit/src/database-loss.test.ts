import { type AddressInfo, createConnection, createServer } from 'node:net';
import { createTestDatabase, type TestDatabase } from '@banyan/test-kit/database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, createDatabase, type Database, reconnectDelay, type Transaction } from './database.ts';
import { kitMigrations } from './migrate.ts';
import { systemScope } from './scope.ts';

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

/** PostgreSQL behind a port of its own that takes nobody in again once somebody has asked for the types. */
async function behindDoor(): Promise<{ url: string; shut: Promise<void>; reopen(): Promise<void> }> {
  const { hostname, port } = new URL(test.url);
  const shut = Promise.withResolvers<void>();
  let isOpen = false;
  const door = createServer((inside) => {
    const outside = createConnection({ host: hostname, port: Number(port) });
    for (const side of [inside, outside]) side.on('error', () => undefined);
    outside.pipe(inside);
    inside.on('data', (asked) => {
      if (isOpen || !asked.includes('pg_catalog.pg_type')) return void outside.write(asked);
      door.close();
      inside.resetAndDestroy();
      outside.destroy();
      shut.resolve();
    });
  });
  const open = async (at: number): Promise<number> => {
    await new Promise<void>((resolve) => door.listen(at, '127.0.0.1', resolve));
    return (door.address() as AddressInfo).port;
  };
  const at = await open(0);
  const url = new URL(test.url);
  url.host = `127.0.0.1:${at}`;
  return {
    url: url.href,
    shut: shut.promise,
    reopen: async () => {
      isOpen = true;
      await open(at);
    },
  };
}

it('a server that goes away while a connection begins costs a question at the most, and never the process', async () => {
  const unhandled: unknown[] = [];
  const note = (error: unknown): void => void unhandled.push(error);
  process.on('unhandledRejection', note);
  const door = await behindDoor();
  const visitor = connect(door.url, 1, 'notes');
  try {
    const first = visitor`select 1`.catch(() => undefined);
    await door.shut;
    await first;
    await door.reopen();
    const [row] = await visitor<{ ids: string[] }[]>`select ${['a', 'b']}::text[] as ids`;
    expect(row?.ids).toEqual(['a', 'b']);
    expect(unhandled).toEqual([]);
  } finally {
    process.off('unhandledRejection', note);
    await visitor.end({ timeout: 1 });
  }
});
