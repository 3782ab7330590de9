import postgres from 'postgres';
import { zonedInstants, dayOf } from '../civil-date.ts';
import type { DemoRun } from '../filling.ts';
import { generateOrganizations } from '../generate-organizations.ts';
import { accessOfAccount } from './account-access.ts';
import { openArchives } from './archives-in-process.ts';
import { arrivalStories } from './arrivals.ts';
import { dossierStories } from './dossiers.ts';
import { importStories } from './imports.ts';
import { registerStories } from './registers.ts';
import { requestStories } from './requests.ts';
import { roundStories } from './rounds.ts';
import { type Scene, setScene } from './scene.ts';
import { type Story, tell } from './tell.ts';
import { setBack, toldTime } from './told-time.ts';
import { transferStories } from './transfers.ts';
import { viewAndFieldStories } from './views-and-fields.ts';

export interface LoadActivityOptions {
  /** Connections of the owner role to databases that hold the group. */
  readonly ownerUrls: { readonly identity: string; readonly archives: string };
  /** What the process of archives would read. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly members: number;
  readonly today: string;
  readonly seed?: string;
  readonly timeZone?: string;
}

/**
 * Months of daily work in the group that was loaded: transfers, dossiers, rounds, proposals, registers, views and imports.
 * Archives itself does all of it in this process, as the accounts would ask it to; what it was told of the past is dated
 * back afterwards. Call it once, before the services start. Returns what archives refused, which is nothing.
 */
export async function loadActivity(options: LoadActivityOptions): Promise<readonly Error[]> {
  const { ownerUrls, members, today, seed = 'banyan', timeZone = 'Asia/Shanghai' } = options;
  const basis = { seed, members, today: dayOf(today) };
  const run: DemoRun = { ...basis, tree: generateOrganizations(basis), instant: zonedInstants(timeZone) };
  const quiet = { max: 1, onnotice: () => undefined };
  const [owner, identity] = [postgres(ownerUrls.archives, quiet), postgres(ownerUrls.identity, quiet)];
  const clock = toldTime(timeZone);
  const archives = await openArchives({
    environment: options.environment,
    clock,
    accessOf: (accountId) => accessOfAccount(identity, accountId),
  });
  try {
    const scene = await setScene(run, archives, owner, identity);
    const refused = await tell(await storiesOf(scene), (at) => clock.set(at));
    await setBack(owner, clock.told);
    return refused;
  } finally {
    await Promise.all([archives.close(), owner.end({ timeout: 5 }), identity.end({ timeout: 5 })]);
  }
}

/** In the order in which they find their people. */
async function storiesOf(scene: Scene): Promise<readonly Story[]> {
  return [
    ...registerStories(scene),
    ...transferStories(scene),
    ...arrivalStories(scene),
    ...requestStories(scene),
    ...importStories(scene),
    ...viewAndFieldStories(scene),
    ...(await dossierStories(scene)),
    ...roundStories(scene),
  ];
}
