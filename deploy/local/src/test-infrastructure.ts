import { rmSync } from 'node:fs';
import path from 'node:path';
import { findNatsServer } from './nats-server.ts';
import { choosePorts } from './ports.ts';
import { databaseUrl, preparePostgres, superuser, untilPostgresReady } from './postgres.ts';
import { stopLeftovers } from './process-record.ts';
import { loadSecrets } from './secrets.ts';
import { createSupervisor } from './supervisor.ts';
import type { Say } from './terminal.ts';

export interface TestInfrastructure {
  /** Owner and superuser: tests make and drop databases. */
  databaseUrl: string;
  natsServer: string;
  /** A port for a gateway that nobody uses. */
  gatewayPort: number;
  stop: () => Promise<void>;
}

/** Nothing in a test's database has to survive the machine. */
const forgetful = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '200',
};

/** A PostgreSQL of its own, empty, and the path of nats-server. */
export async function startTestInfrastructure(
  directory: string,
  basePort: number,
  say: Say,
): Promise<TestInfrastructure> {
  await stopLeftovers(path.join(directory, 'processes.json'));
  rmSync(directory, { recursive: true, force: true });
  const natsServer = await findNatsServer(path.join(directory, '..', 'bin'), say);
  const ports = await choosePorts(basePort, [], say);
  const secrets = await loadSecrets(directory, [superuser]);
  const password = String(secrets.databasePasswords[superuser]);
  const supervisor = createSupervisor({ directory, say });
  const { place, ...spec } = await preparePostgres({
    directory,
    port: ports.postgres,
    password,
    settings: forgetful,
  });
  supervisor.start(spec);
  await untilPostgresReady(place, () => supervisor.pid('postgres'));
  return {
    databaseUrl: databaseUrl(`postgres://127.0.0.1:${ports.postgres}`, superuser, password, 'postgres'),
    natsServer,
    gatewayPort: basePort,
    stop: () => supervisor.stopAll(),
  };
}
