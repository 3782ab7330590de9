import { fork } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { buildConsole } from './build-console.ts';
import { migratorRole, ownerUrl } from './databases.ts';
import type { DemonstrationWish } from './demonstration.ts';
import { firstStartLink } from './first-start-link.ts';
import { honourHandovers } from './handover.ts';
import { findNatsServer, natsProcess, untilNatsAnswers, writeNatsConfiguration } from './nats-server.ts';
import { makeStreams } from './nats-streams.ts';
import { natsUsers, writeNatsUsers } from './nats-users.ts';
import { keepFolderToOwner } from './owner-only.ts';
import { checkout, inCheckout } from './paths.ts';
import { choosePorts, type Ports } from './ports.ts';
import { databaseUrl, preparePostgres, superuser, untilPostgresReady } from './postgres.ts';
import type { Preparation, Prepared } from './prepare-databases.ts';
import { stopLeftovers } from './process-record.ts';
import { publishRemotes } from './publish-remotes.ts';
import { forgetRunningMesh, refuseSecondMesh, writeRunningMesh } from './running-mesh.ts';
import { loadSecrets, type Secrets } from './secrets.ts';
import { compileCache, serviceEnvironments, serviceProcess, serviceUrls } from './service-processes.ts';
import { serviceRole, services } from './services.ts';
import { startServices } from './start-services.ts';
import { createSupervisor, type Supervisor } from './supervisor.ts';
import { Refusal, type Say, seconds } from './terminal.ts';

export interface MeshOptions {
  directory: string;
  port: number;
  demonstration: DemonstrationWish;
  say: Say;
  /** Ends the start before its time; everything started is stopped. */
  signal: AbortSignal;
  /** Replaces the embedded PostgreSQL: a connection that may create roles. */
  databaseUrl?: string | undefined;
  /** Replaces the embedded NATS. */
  natsUrl?: string | undefined;
  /** Further settings of the embedded PostgreSQL. */
  postgresSettings?: Record<string, string>;
}

export interface Mesh {
  origin: string;
  demo: boolean;
  /** Path of the one-time link that makes the first accounts, while there are none. */
  firstStartPath: string | undefined;
  supervisor: Supervisor;
  stop: () => Promise<void>;
}

const roles = [superuser, migratorRole, ...services.map(serviceRole)];

/** Starts everything and returns once the gateway says that every service is ready. */
export async function startMesh(options: MeshOptions): Promise<Mesh> {
  const { directory, say } = options;
  mkdirSync(directory, { recursive: true });
  refuseSecondMesh(directory);
  const origin = `http://localhost:${options.port}`;
  writeRunningMesh(directory, { origin });
  const left = await stopLeftovers(path.join(directory, 'processes.json'));
  if (left.length > 0) say(`Stopped what an earlier run left behind: ${left.join(', ')}`);
  const names = services.map((service) => service.name);
  const ports = await choosePorts(options.port, names, say);
  const secrets = await loadSecrets(
    directory,
    roles,
    natsUsers.map(({ user }) => user),
  );
  for (const folder of ['files', 'nats']) keepFolderToOwner(path.join(directory, folder));
  const supervisor = createSupervisor({ directory, say });
  const stop = async () => {
    await supervisor.stopAll();
    forgetRunningMesh(directory);
  };
  const aborted = new Promise<never>((_, reject) => {
    options.signal.addEventListener('abort', () => reject(new Refusal('Stopped before it was up')), {
      once: true,
    });
  });
  aborted.catch(() => {});
  try {
    return {
      ...(await Promise.race([bringUp(options, ports, secrets, supervisor), aborted])),
      supervisor,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function bringUp(options: MeshOptions, ports: Ports, secrets: Secrets, supervisor: Supervisor) {
  const { directory, say } = options;
  const remotesDirectory = path.join(directory, 'remotes');
  mkdirSync(remotesDirectory, { recursive: true });
  const building = buildConsole(remotesDirectory, say, options.signal);
  building.catch(() => {});
  const [adminUrl, natsUrl] = await Promise.all([
    options.databaseUrl ?? startPostgres(options, ports, secrets, supervisor),
    prepareNats(options, ports, secrets, supervisor),
  ]);
  const installation = { adminUrl, passwords: secrets.databasePasswords };
  const source = { directory, ports, secrets, installation, natsUrl, remotesDirectory };
  const { archives = {} } = serviceEnvironments({ ...source, demo: false });
  const { demonstration } = options;
  const { demo } = await prepareDatabases({ installation, secrets, demonstration, archives }, directory);
  await building;
  const environments = serviceEnvironments({ ...source, demo });
  const specs = services.map((service) => serviceProcess(service, environments[service.name] ?? {}));
  await Promise.all([
    startServices(specs, ports, supervisor, say),
    publishRemotes(environments.gateway ?? {}),
  ]);
  const origin = `http://localhost:${ports.gateway}`;
  const ownerUrls = Object.fromEntries(
    services.map(({ name, database }) => [name, ownerUrl(installation, database)]),
  );
  writeRunningMesh(directory, { origin, services: { environments, ownerUrls, remotesDirectory } });
  honourHandovers(directory, specs, supervisor, say);
  const firstStartPath = demo
    ? undefined
    : await firstStartLink({ urls: serviceUrls(ports), serviceSecret: secrets.serviceSecret });
  return { origin, demo, firstStartPath };
}

async function startPostgres(
  options: MeshOptions,
  ports: Ports,
  secrets: Secrets,
  supervisor: Supervisor,
): Promise<string> {
  const began = performance.now();
  const password = String(secrets.databasePasswords[superuser]);
  const { place, ...spec } = await preparePostgres({
    directory: options.directory,
    port: ports.postgres,
    password,
    settings: options.postgresSettings ?? {},
  });
  supervisor.start(spec);
  await untilPostgresReady(place, () => supervisor.pid('postgres'));
  options.say(`PostgreSQL: ready on port ${ports.postgres} in ${seconds(began)}`);
  return databaseUrl(`postgres://127.0.0.1:${ports.postgres}`, superuser, password, 'postgres');
}

/** Every service is a user of its own. Of somebody else's server the users are written down, to be included there. */
async function prepareNats(
  options: MeshOptions,
  ports: Ports,
  secrets: Secrets,
  supervisor: Supervisor,
): Promise<string> {
  const { directory, say, natsUrl = `nats://127.0.0.1:${ports.nats}` } = options;
  const usersFile = writeNatsUsers(directory, secrets.natsPasswords);
  if (options.natsUrl === undefined) {
    const began = performance.now();
    const program = await findNatsServer(path.join(directory, 'bin'), say);
    supervisor.start(natsProcess(program, writeNatsConfiguration(directory, ports.nats, usersFile)));
    await untilNatsAnswers(ports.nats);
    say(`NATS: ready on port ${ports.nats} in ${seconds(began)}`);
  } else {
    say(`NATS: yours. Include ${usersFile} in its configuration, readable by it alone:`);
    say('  it names the user of each service and what each may do. Without it, everybody may do everything.');
  }
  await makeStreams(natsUrl, String(secrets.natsPasswords.operator), say);
  return natsUrl;
}

function prepareDatabases(preparation: Preparation, directory: string): Promise<Prepared> {
  return new Promise((resolve, reject) => {
    const child = fork(inCheckout('deploy/local/src/prepare-databases.ts'), {
      cwd: checkout,
      // What it compiles of archives, archives need not compile again.
      env: { ...process.env, NODE_COMPILE_CACHE: compileCache(directory) },
    });
    child.send(preparation);
    child.once('message', (prepared) => resolve(prepared as Prepared));
    child.once('error', reject);
    child.once('exit', () =>
      reject(new Refusal('The databases could not be prepared; the reason is above.')),
    );
  });
}
