import { fileURLToPath } from 'node:url';
import { fileMigrations, jobMigrations, kitMigrations } from '@banyan/service-kit/migrate';
import type { ServiceDefinition } from '@banyan/service-kit/service';
import { mountFeatures } from './app.ts';
import type { ArchivesConfig } from './config.ts';
import type { ArchivesParts } from './deps.ts';
import { jobs } from './jobs.ts';
import { foldEveryFewSeconds } from './members/count-members.ts';
import { refreshEveryMinute } from './members/recent-members.ts';
import { sources, subscriptionsOf } from './subscriptions.ts';

export const migrations = [
  kitMigrations,
  jobMigrations,
  fileMigrations,
  fileURLToPath(new URL('../migrations', import.meta.url)),
];

/** The service as a process or a test starts it. */
export function archivesDefinition(config: ArchivesConfig, parts: ArchivesParts): ServiceDefinition {
  return {
    domain: 'archives',
    config,
    migrations,
    sources,
    // Planning the hot statements takes longer than running them, and none of them is better planned for its values.
    // Statements stay in one process, but for statistics, which ask for more.
    databaseSettings: { plan_cache_mode: 'force_generic_plan', max_parallel_workers_per_gather: '0' },
    compose: (kit, app) => {
      const recent = { since: null };
      const deps = { ...parts, kit, recent };
      mountFeatures(app, deps);
      return {
        subscriptions: subscriptionsOf(kit),
        jobs: jobs(deps),
        start: async () => {
          foldEveryFewSeconds(kit);
          refreshEveryMinute(kit, recent);
        },
      };
    },
  };
}
