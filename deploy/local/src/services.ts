import type { Secrets } from './secrets.ts';

export interface ServiceContext {
  secrets: Secrets;
  /** True while the demonstration group is loaded. */
  demo: boolean;
  urls: Record<string, string>;
  shellDirectory: string;
  remotesDirectory: string;
}

export interface ServiceSpec {
  name: string;
  database: string;
  /** Domains whose facts it follows. */
  reads: string[];
  /** Facts that each of its processes hears at once. */
  hears: string[];
  /** Folders of migrations beside the kit's and the service's own. */
  parts?: ('people' | 'jobs' | 'files')[];
  /** Answers with the path of a one-time link while nobody has an account. */
  firstStartPath?: string;
  environment: (context: ServiceContext) => Record<string, string>;
}

/** Every service of the mesh, in the order of starting; each waits by itself for what it needs. */
export const services: ServiceSpec[] = [
  {
    name: 'identity',
    database: 'banyan_identity',
    reads: ['identity', 'archives', 'gateway'],
    hears: ['identity.grant.changed'],
    parts: ['people'],
    firstStartPath: '/internal/bootstrap-link',
    environment: ({ secrets, demo }) => ({
      TOKEN_PRIVATE_KEY: secrets.tokenPrivateKey,
      ...(demo ? { DEMO: '1' } : {}),
    }),
  },
  {
    name: 'archives',
    database: 'banyan_archives',
    reads: ['identity'],
    hears: ['identity.grant.changed'],
    parts: ['jobs', 'files'],
    environment: ({ secrets }) => ({ FIELD_KEY: secrets.fieldKey, INDEX_KEY: secrets.indexKey }),
  },
  {
    name: 'gateway',
    database: 'banyan_gateway',
    reads: [],
    hears: ['identity.session.ended', 'identity.grant.changed', 'identity.account.disabled'],
    environment: ({ urls, shellDirectory, remotesDirectory }) => {
      const { gateway, ...proxied } = urls;
      return {
        SERVICES: JSON.stringify(proxied),
        SHELL_DIR: shellDirectory,
        REMOTES_DIR: remotesDirectory,
        PUBLIC_ORIGIN: process.env.PUBLIC_ORIGIN ?? String(gateway).replace('127.0.0.1', 'localhost'),
      };
    },
  },
];

/** The role a service runs as. */
export function serviceRole(service: ServiceSpec): string {
  return `banyan_${service.name}`;
}

/** Settings that a service takes from whoever runs the mesh. */
export const passedThrough = [
  'TIME_ZONE',
  'LOG_LEVEL',
  'OTEL_EXPORTER_OTLP_ENDPOINT',
  'INSECURE_HTTP',
  'RATE_LIMITS',
  'BANYAN_TODAY',
  'NODE_EXTRA_CA_CERTS',
  'S3_ENDPOINT',
  'S3_BUCKET',
  'S3_REGION',
  'S3_ACCESS_KEY_ID',
  'S3_SECRET_ACCESS_KEY',
  'CLAMD_ADDRESS',
];
