import { spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { totalmem } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { findPostgresPlace, type PostgresPlace } from './postgres-place.ts';
import { isRunning, recordProcess, untilGone } from './process-record.ts';
import type { ProcessSpec } from './supervisor.ts';
import { Refusal } from './terminal.ts';

export const superuser = 'postgres';

const mib = 2 ** 20;

/** An eighth of the machine for pages, within bounds: it is taken as it is used, and a small group uses little. */
const pagesMib = Math.floor(Math.min(Math.max(totalmem() / 8, 128 * mib), 2048 * mib) / mib);

/**
 * For two shared processors; everything that keeps a commit safe stays at its default. With 1 GB of log a large import
 * meets a checkpoint every 50,000 rows, and after each one every page it touches is logged whole again.
 */
const settings: Record<string, string> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: `${pagesMib}MB`,
  work_mem: '8MB',
  maintenance_work_mem: '128MB',
  effective_cache_size: `${4 * pagesMib}MB`,
  random_page_cost: '1.1',
  jit: 'off',
  max_wal_size: '4GB',
  autovacuum_max_workers: '2',
  timezone: 'UTC',
  // A message quotes the value that it complains of, its DETAIL the row, its STATEMENT all of them. Services log the codes.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_timezone: 'UTC',
};

export interface PostgresOptions {
  directory: string;
  port: number;
  password: string;
  /** Beyond the settings above, for tests and benchmarks. */
  settings?: Record<string, string>;
}

function postmasterFile(place: PostgresPlace): string {
  return path.join(place.data, 'postmaster.pid');
}

async function initialise(place: PostgresPlace, password: string): Promise<void> {
  const folder = `${place.data}.new`;
  const passwordFile = `${place.data}.password`;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (place.uid !== undefined && place.gid !== undefined) {
    chownSync(folder, place.uid, place.gid);
    chownSync(passwordFile, place.uid, place.gid);
  }
  const flags = ['--auth=scram-sha-256', '--encoding=UTF8', '--locale=C', '--locale-provider=builtin'];
  try {
    await run(path.join(place.bin, 'initdb'), place, [
      `--pgdata=${folder}`,
      `--username=${superuser}`,
      `--pwfile=${passwordFile}`,
      '--builtin-locale=C.UTF-8',
      ...flags,
    ]);
    renameSync(folder, place.data);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function run(program: string, place: PostgresPlace, args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const { uid, gid } = place;
    const child = spawn(program, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      cwd: '/',
      ...(uid === undefined ? {} : { uid, gid }),
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (output += text));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new Refusal(`${path.basename(program)} failed (exit code ${code}): ${output.trim()}`));
    });
  });
}

/** Stops the server that a killed launcher left on this data, so that this launcher owns the one it starts. */
async function stopOrphan(place: PostgresPlace): Promise<void> {
  if (!existsSync(postmasterFile(place))) return;
  const pid = Number(readFileSync(postmasterFile(place), 'utf8').split('\n')[0]);
  const record = recordProcess('postgres', pid, 'SIGINT');
  if (!record.startedAt || !commandLine(pid).includes(place.data)) return;
  process.kill(pid, 'SIGINT');
  if (await untilGone(record, 15_000)) return;
  if (isRunning(record)) process.kill(pid, 'SIGQUIT');
  if (!(await untilGone(record, 10_000))) throw new Refusal(`PostgreSQL process ${pid} does not stop.`);
}

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

/** Makes the cluster if there is none and returns what the supervisor runs. */
export async function preparePostgres(
  options: PostgresOptions,
): Promise<ProcessSpec & { place: PostgresPlace }> {
  mkdirSync(options.directory, { recursive: true });
  const place = findPostgresPlace(options.directory);
  for (const program of ['postgres', 'initdb']) ensureExecutable(path.join(place.bin, program));
  await stopOrphan(place);
  if (!existsSync(path.join(place.data, 'PG_VERSION'))) await initialise(place, options.password);
  const all = { ...settings, ...options.settings, port: String(options.port) };
  return {
    name: 'postgres',
    command: path.join(place.bin, 'postgres'),
    args: ['-D', place.data, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
    // Fast shutdown: sessions end, what was committed stays.
    stopSignal: 'SIGINT',
    uid: place.uid,
    gid: place.gid,
    cwd: '/',
    place,
  };
}

function ensureExecutable(file: string): void {
  try {
    chmodSync(file, 0o755);
  } catch {
    // A read-only installation has the mode already, or starting it says so.
  }
}

/** Its eighth line says `ready` once connections are accepted; its first tells this server's file from an old one. */
export async function untilPostgresReady(
  place: PostgresPlace,
  pid: () => number | undefined,
  timeoutMs = 60_000,
): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const lines = existsSync(postmasterFile(place))
      ? readFileSync(postmasterFile(place), 'utf8').split('\n')
      : [];
    if (lines[7]?.trim() === 'ready' && Number(lines[0]) === pid()) return;
    if (performance.now() > deadline)
      throw new Refusal('PostgreSQL does not come up; see postgres.log in the logs.');
    await delay(25);
  }
}

export function databaseUrl(base: string, user: string, password: string, database: string): string {
  const url = new URL(base);
  url.username = user;
  url.password = password;
  url.pathname = `/${database}`;
  return url.href;
}
