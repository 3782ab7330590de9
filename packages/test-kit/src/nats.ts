import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createConnection, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A nats-server with JetStream of the test's own, which can be cut off, killed and emptied. */
export interface TestNats {
  readonly url: string;
  start(): Promise<void>;
  kill(): Promise<void>;
  /** Deletes the store while the server is down, as a disk that was lost. */
  wipe(): Promise<void>;
  close(): Promise<void>;
}

export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

export async function startTestNats(): Promise<TestNats> {
  const port = await freePort();
  const store = await mkdtemp(join(tmpdir(), 'banyan-nats-'));
  let child: ChildProcess | null = null;

  const nats: TestNats = {
    url: `nats://127.0.0.1:${port}`,
    start: async () => {
      child = spawn(
        process.env['TEST_NATS_SERVER'] ?? 'nats-server',
        ['-a', '127.0.0.1', '-p', String(port), '-js', '-sd', store],
        { stdio: 'ignore' },
      );
      await reachable(port);
    },
    kill: async () => {
      const ended = child;
      child = null;
      if (ended === null || ended.exitCode !== null) return;
      await new Promise<void>((resolve) => {
        ended.once('exit', () => resolve());
        ended.kill('SIGKILL');
      });
    },
    wipe: () => rm(join(store, 'jetstream'), { recursive: true, force: true }),
    close: async () => {
      await nats.kill();
      await rm(store, { recursive: true, force: true });
    },
  };
  await nats.start();
  return nats;
}

async function reachable(port: number): Promise<void> {
  for (let attempt = 0; attempt < 1_200; attempt += 1) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = createConnection({ host: '127.0.0.1', port });
      socket.once('connect', () => (socket.destroy(), resolve(true)));
      socket.once('error', () => resolve(false));
    });
    if (open) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`nats-server did not open port ${port}`);
}
