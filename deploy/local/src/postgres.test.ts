import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import postgres from 'postgres';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createDatabases, dropDatabases, ownerUrl, runningUrl } from './databases.ts';
import { isFree } from './ports.ts';
import { databaseUrl, preparePostgres, superuser, untilPostgresReady } from './postgres.ts';
import { isReachableByAll, type PostgresPlace } from './postgres-place.ts';
import { processStartedAt } from './process-record.ts';
import { createSupervisor, type Supervisor } from './supervisor.ts';

const password = 'only-for-this-test';
const asRoot = process.getuid?.() === 0;
let directory = '';
let place: PostgresPlace | undefined;
let supervisor: Supervisor | undefined;

beforeEach(() => {
  // Made with mode 0700, as a home directory may be: PostgreSQL's own user cannot pass through it.
  directory = mkdtempSync(path.join(tmpdir(), 'banyan-postgres-'));
});
afterEach(async () => {
  await supervisor?.stopAll();
  supervisor = undefined;
  if (place) rmSync(path.dirname(place.data), { recursive: true, force: true });
  rmSync(directory, { recursive: true, force: true });
});

async function findPort(): Promise<number> {
  let port = 23_000 + (process.pid % 5000);
  while (!(await isFree(port))) port += 1;
  return port;
}

async function startPostgres(): Promise<string> {
  const port = await findPort();
  const running = createSupervisor({ directory, say: () => {}, firstDelayMs: 50 });
  supervisor = running;
  const { place: found, ...spec } = await preparePostgres({ directory, port, password });
  place = found;
  running.start(spec);
  await untilPostgresReady(found, () => running.pid('postgres'));
  return databaseUrl(`postgres://127.0.0.1:${port}`, superuser, password, 'postgres');
}

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await sql.unsafe(text);
  } finally {
    await sql.end();
  }
}

test('the server runs below a directory that its user cannot enter', async () => {
  const url = await startPostgres();
  expect(isReachableByAll(path.join(directory, 'x'))).toBe(false);
  if (asRoot) expect(place?.data.startsWith('/var/tmp/banyan-')).toBe(true);
  expect(await query(url, 'show server_version_num')).toEqual([
    { server_version_num: expect.stringMatching(/^18/) },
  ]);
});

test('its log holds no value of a row or statement that it refuses, and still when it started', async () => {
  const url = await startPostgres();
  await query(url, 'create table people (name text primary key, born date)');
  const insert = `insert into people values ('榕小明', '1990-01-01')`;
  await query(url, insert);
  await expect(query(url, insert)).rejects.toMatchObject({ code: '23505' });
  await expect(query(url, `select '榕小明'::uuid`)).rejects.toMatchObject({ code: '22P02' });
  await expect(query(url, `select 榕小明 from people`)).rejects.toMatchObject({ code: '42703' });
  const log = supervisor?.logTail('postgres') ?? '';
  expect(log).toContain('ready to accept connections');
  expect(log).not.toContain('榕小明');
});

test('a wrong password is refused', async () => {
  const url = new URL(await startPostgres());
  url.password = 'wrong';
  await expect(query(url.href, 'select 1')).rejects.toThrow('password authentication failed');
});

test('a running role reads what it was granted, owns nothing and is bound by row security', async () => {
  const adminUrl = await startPostgres();
  const service = { name: 'trial', database: 'banyan_trial', reads: [], hears: [], environment: () => ({}) };
  const installation = { adminUrl, passwords: { banyan_migrator: 'a', banyan_trial: 'b' } };
  expect(await createDatabases(installation, [service])).toEqual(['banyan_trial']);
  expect(await createDatabases(installation, [service])).toEqual([]);
  await dropDatabases(adminUrl, [service]);
  expect(await createDatabases(installation, [service])).toEqual(['banyan_trial']);
  await query(
    ownerUrl(installation, 'banyan_trial'),
    `create table rows (id int); insert into rows values (1); grant select on rows to banyan_service;
     alter table rows enable row level security, force row level security;`,
  );
  expect(await query(ownerUrl(installation, 'banyan_trial'), 'select id from rows')).toEqual([{ id: 1 }]);
  expect(await query(runningUrl(installation, service), 'select id from rows')).toEqual([]);
  await expect(query(runningUrl(installation, service), 'drop table rows')).rejects.toThrow('must be owner');
});

test('a server left by a killed launcher is stopped before the next one starts on its data', async () => {
  const { place: found, ...spec } = await preparePostgres({ directory, port: await findPort(), password });
  place = found;
  const { uid, gid, cwd, env } = spec;
  const orphan = spawn(spec.command, spec.args, {
    cwd,
    env,
    detached: true,
    stdio: 'ignore',
    ...(uid ? { uid, gid } : {}),
  });
  await untilPostgresReady(found, () => orphan.pid);
  expect(await query(await startPostgres(), 'select 1 as one')).toEqual([{ one: 1 }]);
  expect(processStartedAt(Number(orphan.pid))).toBeUndefined();
});

test('data outside the checkout is forgotten with the data directory', async () => {
  await startPostgres();
  await supervisor?.stopAll();
  supervisor = undefined;
  const before = String(place?.data);
  rmSync(directory, { recursive: true });
  mkdirSync(directory, { mode: 0o700 });
  await startPostgres();
  expect(existsSync(before)).toBe(!asRoot && before === place?.data);
});
