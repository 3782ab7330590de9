import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { howToGetIt, installRelease, pinnedRelease } from './nats-install.ts';
import type { ProcessSpec } from './supervisor.ts';
import { aptInstall, findOnPath } from './system-packages.ts';
import { Refusal, type Say } from './terminal.ts';

/** Path of nats-server: the machine's, the one fetched before, Debian's, or the official release. */
export async function findNatsServer(binDirectory: string, say: Say): Promise<string> {
  const fetched = path.join(binDirectory, 'nats-server');
  const present = findOnPath('nats-server') ?? (existsSync(fetched) ? fetched : undefined);
  if (present) return present;
  say('nats-server is missing; installing it');
  if (aptInstall(['nats-server'])) {
    const installed = findOnPath('nats-server');
    if (installed) return installed;
  }
  const release = pinnedRelease();
  if (!release) throw new Refusal(howToGetIt);
  say(`Fetching ${release.name} from ${release.baseUrl}`);
  return await installRelease(release, binDirectory);
}

/** JetStream on loopback for the users in a file beside it, its store in the data directory. Returns the path. */
export function writeNatsConfiguration(directory: string, port: number, usersFile: string): string {
  const store = path.join(directory, 'nats');
  mkdirSync(store, { recursive: true });
  const configuration = path.join(directory, 'nats.conf');
  writeFileSync(
    configuration,
    [
      `listen: "127.0.0.1:${port}"`,
      'server_name: "banyan-local"',
      'max_payload: 8MB',
      `jetstream { store_dir: ${JSON.stringify(store)}, max_memory_store: 64MB, max_file_store: 4GB }`,
      `include ${JSON.stringify(path.relative(directory, usersFile))}`,
      '',
    ].join('\n'),
    { mode: 0o600 },
  );
  return configuration;
}

/** What the supervisor runs. */
export function natsProcess(program: string, configuration: string): ProcessSpec {
  return {
    name: 'nats',
    command: program,
    args: ['-c', configuration],
    env: { ...process.env, GOMEMLIMIT: '128MiB' },
    stopSignal: 'SIGTERM',
  };
}

function greets(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    const answer = (greeted: boolean) => {
      socket.destroy();
      resolve(greeted);
    };
    socket.setTimeout(1000, () => answer(false));
    socket.once('error', () => answer(false));
    socket.once('data', (data) => answer(data.toString().startsWith('INFO')));
  });
}

export async function untilNatsAnswers(port: number, timeoutMs = 15_000): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  while (!(await greets(port))) {
    if (performance.now() > deadline)
      throw new Refusal('nats-server does not answer; see nats.log in the logs.');
    await delay(25);
  }
}
