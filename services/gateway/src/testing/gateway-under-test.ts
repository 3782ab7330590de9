import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { freePort } from '@banyan/test-kit/nats';
import { readGatewayConfig } from '../config.ts';
import { startGateway } from '../gateway.ts';
import { type Answer, call, type CallOptions } from './call.ts';
import { type StubIdentity, startStubIdentity, startStubService, type StubService } from './stub-service.ts';

/** A whole gateway on a real port, before stubs of identity and archives. */
export interface GatewayUnderTest {
  readonly port: number;
  readonly origin: string;
  readonly identity: StubIdentity;
  readonly archives: StubService;
  /** Folder of the shell's build; `remotes` beside it. */
  readonly folder: string;
  call(method: string, path: string, options?: CallOptions): Promise<Answer>;
  /** A session that identity knows, as a `cookie` header. */
  signIn(name: string): Record<'cookie', string>;
  close(): Promise<void>;
}

const nowhere = 'postgres://nobody@127.0.0.1:1/none';

export async function startGatewayUnderTest(
  environment: Record<string, string> = {},
  files: Record<string, string> = {},
): Promise<GatewayUnderTest> {
  const [identity, archives, port] = await Promise.all([startStubIdentity(), startStubService(), freePort()]);
  const folder = await mkdtemp(join(tmpdir(), 'banyan-gateway-'));
  await writeFiles(folder, { 'shell/index.html': '<body>', ...files });
  const config = readGatewayConfig({
    PORT: String(port),
    DATABASE_URL: nowhere,
    NATS_URL: 'nats://127.0.0.1:1',
    SERVICE_SECRET: 'test',
    SERVICES: JSON.stringify({ identity: identity.url, archives: archives.url }),
    SHELL_DIR: join(folder, 'shell'),
    REMOTES_DIR: join(folder, 'remotes'),
    LOG_LEVEL: process.env['TEST_LOG_LEVEL'] ?? 'silent',
    ...environment,
  });
  const gateway = await startGateway(config);
  return {
    port,
    origin: config.PUBLIC_ORIGIN.origin,
    identity,
    archives,
    folder,
    call: (method, path, options) => call(port, method, path, options),
    signIn: (name) => {
      const session = `session-of-${name}`.padEnd(43, '0');
      identity.sessions.set(session, { sessionId: idOf(name, 'a'), accountId: idOf(name, 'b') });
      return { cookie: `banyan-${port}=${session}` };
    },
    close: async () => {
      await gateway.stop();
      await Promise.all([identity.kill(), archives.kill()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The same id for the same name, so that a test can announce facts about it. */
export function idOf(name: string, kind: 'a' | 'b'): string {
  const hex = Buffer.from(name).toString('hex').padEnd(12, '0').slice(0, 12);
  return `019a0000-0000-7000-8000-${kind}${hex.slice(1)}`;
}

export async function writeFiles(folder: string, files: Record<string, string>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    const file = join(folder, name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}
