import { chmodSync } from 'node:fs';
import { createConnection } from 'node:net';
import { natsProcess, writeNatsConfiguration } from '@banyan/local/nats-server';
import { writeNatsUsers } from '@banyan/local/nats-users';
import { databaseUrl, preparePostgres, superuser } from '@banyan/local/postgres';
import { freePort } from '@banyan/test-kit/nats';
import postgres from 'postgres';
import { type ManagedProcess, manageProcess } from './managed-process.ts';
import { type NatsPasswords, usersOfTheMesh } from './nats-observer.ts';

export interface Infrastructure {
  readonly process: ManagedProcess;
  readonly url: string;
}

/** nats-server as `npm start` runs it, with a user for whoever watches. */
export async function natsOfTheMesh(directory: string, passwords: NatsPasswords): Promise<Infrastructure> {
  const port = await freePort();
  const users = writeNatsUsers(directory, passwords, usersOfTheMesh);
  const program = process.env['TEST_NATS_SERVER'] ?? 'nats-server';
  const { command, args } = natsProcess(program, writeNatsConfiguration(directory, port, users));
  return {
    url: `nats://127.0.0.1:${port}`,
    process: manageProcess({
      name: 'nats',
      command,
      args,
      env: {},
      stopSignal: 'SIGTERM',
      isReady: () => greets(port),
    }),
  };
}

/** A PostgreSQL server that keeps its commits through kill -9: nothing of its durability is switched off. */
export async function postgresOfTheMesh(directory: string): Promise<Infrastructure> {
  const port = await freePort();
  const password = 'test-only';
  chmodSync(directory, 0o755);
  const { place, ...spec } = await preparePostgres({
    directory,
    port,
    password,
    settings: { max_connections: '80', shared_buffers: '32MB' },
  });
  const url = databaseUrl(`postgres://127.0.0.1:${port}`, superuser, password, 'postgres');
  const { uid, gid } = place;
  return {
    url,
    process: manageProcess({
      name: 'postgres',
      command: spec.command,
      args: spec.args ?? [],
      env: { LC_ALL: 'C', TZ: 'UTC' },
      cwd: '/',
      ...(uid === undefined || gid === undefined ? {} : { uid, gid }),
      stopSignal: 'SIGINT',
      isReady: () => accepts(url),
    }),
  };
}

async function accepts(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => undefined });
  try {
    await sql`select 1`;
    return true;
  } catch {
    return false;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

function greets(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ host: '127.0.0.1', port });
    const answer = (greeted: boolean): void => {
      socket.destroy();
      resolve(greeted);
    };
    socket.setTimeout(500, () => answer(false));
    socket.once('error', () => answer(false));
    socket.once('data', (data) => answer(data.toString().startsWith('INFO')));
  });
}
