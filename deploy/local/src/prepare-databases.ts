import { existsSync } from 'node:fs';
import {
  fileMigrations,
  jobMigrations,
  kitMigrations,
  migrate,
  peopleMigrations,
} from '@banyan/service-kit/migrate';
import { createDatabases, dropDatabases, ownerUrl } from './databases.ts';
import { announce, type Loading, loadDemonstration, wasInterrupted } from './demonstration.ts';
import { inCheckout } from './paths.ts';
import { services, type ServiceSpec } from './services.ts';
import { Refusal, say } from './terminal.ts';

/** What the launcher sends to this process, which ends when the databases are ready and gives its memory back. */
export type Preparation = Loading;

export interface Prepared {
  demo: boolean;
}

const parts = { people: peopleMigrations, jobs: jobMigrations, files: fileMigrations };

function migrationFolders(service: ServiceSpec): string[] {
  const own = inCheckout('services', service.name, 'migrations');
  const chosen = (service.parts ?? []).map((part) => parts[part]);
  return [kitMigrations, ...chosen, ...(existsSync(own) ? [own] : [])];
}

async function prepare(preparation: Preparation): Promise<Prepared> {
  const { installation, demonstration } = preparation;
  if (await wasInterrupted(installation.adminUrl)) {
    say('The last start ended while the demonstration group was loading; beginning again');
    await dropDatabases(installation.adminUrl, services);
  }
  const made = await createDatabases(installation, services);
  if (made.length === services.length) await announce(installation.adminUrl, demonstration);
  for (const service of services) {
    const url = ownerUrl(installation, service.database);
    const applied = await migrate({ url, folders: migrationFolders(service) });
    if (applied.length > 0) say(`${service.database}: ${applied.length} migrations applied`);
  }
  return { demo: await loadDemonstration(preparation, say) };
}

process.once('message', (message) => {
  prepare(message as Preparation)
    .then((prepared) => process.send?.(prepared, () => process.disconnect()))
    .catch((error: Error) => {
      process.stderr.write(`${error instanceof Refusal ? error.message : error.stack}\n`);
      process.exit(1);
    });
});
process.once('disconnect', () => process.exit());
