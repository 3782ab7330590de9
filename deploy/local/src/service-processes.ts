import path from 'node:path';
import { type Installation, runningUrl } from './databases.ts';
import { shellDirectory } from './build-console.ts';
import { checkout } from './paths.ts';
import type { Ports } from './ports.ts';
import type { Secrets } from './secrets.ts';
import { passedThrough, services, type ServiceSpec } from './services.ts';
import type { ProcessSpec } from './supervisor.ts';

export interface EnvironmentSource {
  directory: string;
  ports: Ports;
  secrets: Secrets;
  installation: Installation;
  natsUrl: string;
  demo: boolean;
  remotesDirectory: string;
}

export function serviceUrls(ports: Ports): Record<string, string> {
  return Object.fromEntries(
    Object.entries(ports.services).map(([name, port]) => [name, `http://127.0.0.1:${port}`]),
  );
}

export function compileCache(directory: string): string {
  return path.join(directory, 'compile-cache');
}

/** What each service reads from its environment. */
export function serviceEnvironments(source: EnvironmentSource): Record<string, Record<string, string>> {
  const { directory, ports, secrets, installation, natsUrl, demo, remotesDirectory } = source;
  const urls = serviceUrls(ports);
  const given = passedThrough.flatMap((name) =>
    process.env[name] === undefined ? [] : [[name, process.env[name]]],
  );
  const environment = (service: ServiceSpec): Record<string, string> => ({
    ...Object.fromEntries(given),
    PATH: String(process.env.PATH),
    NODE_ENV: 'production',
    NODE_COMPILE_CACHE: compileCache(directory),
    HOST: '127.0.0.1',
    PORT: String(ports.services[service.name]),
    DATABASE_URL: runningUrl(installation, service),
    NATS_URL: natsUrl,
    NATS_USER: service.name,
    NATS_PASSWORD: String(secrets.natsPasswords[service.name]),
    IDENTITY_URL: String(urls.identity),
    SERVICE_SECRET: secrets.serviceSecret,
    FILES_DIR: path.join(directory, 'files', service.name),
    ...service.environment({ secrets, demo, urls, shellDirectory, remotesDirectory }),
  });
  return Object.fromEntries(services.map((service) => [service.name, environment(service)]));
}

/** Node sizes its heap by the machine's memory: on a large one an idle service would hold 200 MB for nothing. */
const heapFlags = ['--max-old-space-size=512', '--max-semi-space-size=16'];

export function serviceProcess(service: ServiceSpec, env: Record<string, string>): ProcessSpec {
  return {
    name: service.name,
    command: process.execPath,
    args: [...heapFlags, `services/${service.name}/src/main.ts`],
    cwd: checkout,
    env,
    stopSignal: 'SIGTERM',
    channel: true,
  };
}
