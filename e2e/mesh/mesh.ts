import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '@banyan/test-kit/database';
import type { Sql } from 'postgres';
import { type Client, clientOf, signIn } from './client.ts';
import { natsOfTheMesh, postgresOfTheMesh } from './infrastructure.ts';
import type { ManagedProcess } from './managed-process.ts';
import { drawNatsPasswords, type MeshBroker } from './nats-observer.ts';
import { type ServiceName, servicesOfTheMesh } from './services.ts';
import { settleMesh } from './settle.ts';

export type ProcessName = ServiceName | 'nats' | 'postgres';

export interface MeshOptions {
  /** A PostgreSQL server of its own with everything that keeps a commit safe, for tests that kill it. */
  readonly ownPostgres?: boolean;
  /** Further environment of every service. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** The whole mesh for one test file: real processes, real databases, a broker of its own. */
export interface Mesh {
  readonly origin: string;
  readonly urls: Readonly<Record<ServiceName, string>>;
  /** Header that services ask of one another on /internal. */
  readonly secret: string;
  readonly broker: MeshBroker;
  /** Connections that see every row, for looking at what a service stored. */
  readonly owners: Readonly<Record<ServiceName, Sql>>;
  /** At the gateway without a session. */
  readonly anonymous: Client;
  signIn(username: string, password: string): Promise<Client>;
  /** Every outbox is empty and every consumer at its end. */
  settle(withinMs?: number): Promise<void>;
  /** kill -9. */
  kill(name: ProcessName): Promise<void>;
  /** Starts what was killed, and waits until it is ready. */
  restart(name: ProcessName): Promise<void>;
  pause(name: ProcessName): void;
  resume(name: ProcessName): void;
  cutNats(): Promise<void>;
  restoreNats(): Promise<void>;
  /** Processes that ended by themselves, with the end of their logs; empty when all is well. */
  ended(): string[];
  log(name: ProcessName): string;
  pid(name: ProcessName): number;
  close(): Promise<void>;
}

export async function startMesh({ ownPostgres = false, settings = {} }: MeshOptions = {}): Promise<Mesh> {
  const directory = mkdtempSync(join(tmpdir(), 'banyan-mesh-'));
  const running: ManagedProcess[] = [];
  const databases: TestDatabase[] = [];
  const begin = async (process: ManagedProcess): Promise<ManagedProcess> => {
    running.unshift(process);
    await process.start();
    return process;
  };
  const close = async (): Promise<void> => {
    try {
      for (const process of running.filter(({ name }) => name !== 'postgres')) await process.stop();
      await Promise.all(databases.map((database) => database.drop()));
    } finally {
      // Also where a test left it in such a state that nothing could be dropped.
      for (const process of running.filter(({ name }) => name === 'postgres')) await process.stop();
      rmSync(directory, { recursive: true, force: true });
    }
  };

  try {
    const postgres = ownPostgres ? await postgresOfTheMesh(directory) : null;
    if (postgres !== null) {
      await begin(postgres.process);
      process.env['TEST_DATABASE_URL'] = postgres.url;
    }
    const passwords = drawNatsPasswords();
    const nats = await natsOfTheMesh(directory, passwords);
    const broker = { url: nats.url, passwords };
    await begin(nats.process);
    // Without folders the database is empty: each service migrates its own, as on a first start.
    const database = async (name: ServiceName): Promise<TestDatabase> => {
      const made = await createTestDatabase(name, []);
      databases.push(made);
      return made;
    };
    const owned = {
      identity: await database('identity'),
      archives: await database('archives'),
      gateway: await database('gateway'),
    };
    const { processes, addresses } = await servicesOfTheMesh(directory, owned, broker, settings);
    for (const name of ['identity', 'archives', 'gateway'] as const) await begin(processes[name]);

    const all: Partial<Record<ProcessName, ManagedProcess>> = { ...processes, nats: nats.process };
    if (postgres !== null) all.postgres = postgres.process;
    const processOf = (name: ProcessName): ManagedProcess => {
      const found = all[name];
      if (found === undefined) throw new Error(`This mesh has no ${name} of its own.`);
      return found;
    };
    const origin = addresses.urls.gateway;
    const owners = {
      identity: owned.identity.owner,
      archives: owned.archives.owner,
      gateway: owned.gateway.owner,
    };
    return {
      origin,
      urls: addresses.urls,
      secret: addresses.secret,
      broker,
      owners,
      anonymous: clientOf(origin, null),
      signIn: (username, password) => signIn(origin, username, password),
      settle: (withinMs = 90_000) => settleMesh(owners, broker, withinMs),
      kill: (name) => processOf(name).kill(),
      restart: (name) => processOf(name).start(),
      pause: (name) => processOf(name).pause(),
      resume: (name) => processOf(name).resume(),
      cutNats: () => nats.process.kill(),
      restoreNats: () => nats.process.start(),
      ended: () =>
        running
          .filter((process) => !process.isRunning())
          .map((process) => `${process.name} has ended:\n${process.log().slice(-3_000)}`),
      log: (name) => processOf(name).log(),
      pid: (name) => processOf(name).pid() as number,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
