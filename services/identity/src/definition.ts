import { fileURLToPath } from 'node:url';
import { kitMigrations, peopleMigrations } from '@banyan/service-kit/migrate';
import type { ServiceDefinition } from '@banyan/service-kit/service';
import { mountFeatures } from './app.ts';
import type { IdentityConfig } from './config.ts';
import type { IdentityParts } from './deps.ts';
import { localIdentity } from './internal/local-identity.ts';
import { syncShippedRoles } from './roles/sync-shipped-roles.ts';
import { sweepEveryMinute } from './sessions/sweep-sessions.ts';
import { sources, subscriptions } from './subscriptions.ts';

export const migrations = [
  kitMigrations,
  peopleMigrations,
  fileURLToPath(new URL('../migrations', import.meta.url)),
];

/** The service as a process or a test starts it. */
export function identityDefinition(config: IdentityConfig, parts: IdentityParts): ServiceDefinition {
  return {
    domain: 'identity',
    config,
    migrations,
    sources,
    ownsTree: true,
    identity: ({ client }) => localIdentity(client, parts.tokens),
    compose: (kit, app) => {
      mountFeatures(app, { ...parts, kit });
      return {
        subscriptions,
        start: async () => {
          await syncShippedRoles(kit);
          sweepEveryMinute(kit);
        },
      };
    },
  };
}
