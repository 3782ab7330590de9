import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '@banyan/test-kit/nats';
import type { TestDatabase } from '@banyan/test-kit/database';
import { exportJWK, generateKeyPair } from 'jose';
import { type ManagedProcess, manageProcess } from './managed-process.ts';
import type { MeshBroker } from './nats-observer.ts';

const checkout = fileURLToPath(new URL('../..', import.meta.url));

export const domains = ['identity', 'archives'] as const;
export type Domain = (typeof domains)[number];
export type ServiceName = Domain | 'gateway';

export interface ServiceAddresses {
  readonly urls: Readonly<Record<ServiceName, string>>;
  readonly secret: string;
}

/** Each service as the process that `npm start` runs, on ports of its own. */
export async function servicesOfTheMesh(
  directory: string,
  databases: Readonly<Record<ServiceName, TestDatabase>>,
  broker: MeshBroker,
  settings: Readonly<Record<string, string>>,
): Promise<{ processes: Record<ServiceName, ManagedProcess>; addresses: ServiceAddresses }> {
  const ports = { identity: await freePort(), archives: await freePort(), gateway: await freePort() };
  const urls = {
    identity: `http://127.0.0.1:${ports.identity}`,
    archives: `http://127.0.0.1:${ports.archives}`,
    gateway: `http://localhost:${ports.gateway}`,
  };
  const secret = randomBytes(16).toString('hex');
  const own: Record<ServiceName, Record<string, string>> = {
    identity: { TOKEN_PRIVATE_KEY: await privateKey() },
    archives: {
      FIELD_KEY: randomBytes(32).toString('base64'),
      INDEX_KEY: randomBytes(32).toString('base64'),
    },
    gateway: {
      SERVICES: JSON.stringify({ identity: urls.identity, archives: urls.archives }),
      RATE_LIMITS: JSON.stringify(unlimited),
      ...consoleFolders(directory),
    },
  };
  const processOf = (name: ServiceName): ManagedProcess =>
    manageProcess({
      name,
      command: process.execPath,
      args: [`services/${name}/src/main.ts`],
      cwd: checkout,
      channel: true,
      stopSignal: 'SIGTERM',
      isReady: () => isReady(`http://127.0.0.1:${ports[name]}`),
      env: {
        NODE_ENV: 'production',
        HOST: '127.0.0.1',
        PORT: String(ports[name]),
        DATABASE_URL: databases[name].url,
        DATABASE_POOL: '5',
        MIGRATION_DATABASE_URL: databases[name].ownerUrl,
        NATS_URL: broker.url,
        NATS_USER: name,
        NATS_PASSWORD: String(broker.passwords[name]),
        IDENTITY_URL: urls.identity,
        SERVICE_SECRET: secret,
        FILES_DIR: join(directory, 'files', name),
        LOG_LEVEL: process.env['TEST_LOG_LEVEL'] ?? 'warn',
        ...own[name],
        ...settings,
      },
    });
  return {
    processes: {
      identity: processOf('identity'),
      archives: processOf('archives'),
      gateway: processOf('gateway'),
    },
    addresses: { urls, secret },
  };
}

const many = { points: 10_000_000, seconds: 10 };
const unlimited = { session: many, address: many, signIn: many };

async function privateKey(): Promise<string> {
  const { privateKey: key } = await generateKeyPair('ES256', { extractable: true });
  return JSON.stringify({ ...(await exportJWK(key)), kid: 'mesh', alg: 'ES256', use: 'sig' });
}

/** A console of one page: the mesh is asked by programs. */
function consoleFolders(directory: string): { SHELL_DIR: string; REMOTES_DIR: string } {
  const [shell, remotes] = [join(directory, 'shell'), join(directory, 'remotes')];
  for (const folder of [shell, remotes]) mkdirSync(folder, { recursive: true });
  for (const page of ['index.html', 'sign-in.html'])
    writeFileSync(join(shell, page), '<!doctype html><title>Banyan</title>');
  return { SHELL_DIR: shell, REMOTES_DIR: remotes };
}

async function isReady(url: string): Promise<boolean> {
  const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2_000) }).catch(() => null);
  await answer?.body?.cancel();
  return answer?.ok === true;
}
