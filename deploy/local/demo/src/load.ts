import { dayOf, zonedInstants } from './civil-date.ts';
import { archivesFilling } from './fill-archives.ts';
import { identityFilling } from './fill-identity.ts';
import { type DemoRun, type Filling, markLoaded, openDatabase, type OpenDatabase } from './filling.ts';
import { type FilledBranch, generateBranches } from './generate-members.ts';
import { generateOrganizations } from './generate-organizations.ts';
import { stripTables } from './stripped-tables.ts';

export interface LoadDemoOptions {
  /** Connections of the owner role to migrated databases without data. */
  readonly ownerUrls: { readonly identity: string; readonly archives: string };
  readonly members: number;
  /** The civil date on which the group is as it is, `2026-11-23`. */
  readonly today: string;
  /** Base64 of 32 bytes each, as archives reads them. */
  readonly fieldKey: string;
  readonly indexKey: string;
  readonly seed?: string;
  readonly timeZone?: string;
  /** Called with one line about every block of members. */
  readonly onProgress?: (line: string) => void;
}

export interface LoadedDemo {
  readonly organizations: number;
  readonly members: number;
}

interface Target {
  readonly name: string;
  readonly filling: Filling;
  readonly database: OpenDatabase;
}

const membersPerBlock = 8_000;
/** From here on indexes are built after the rows: less than half the work of keeping them up, and denser. */
const stripFrom = 50_000;

/**
 * Fills the databases of identity and archives with the demonstration group. Each database is filled in one transaction
 * whose last row is the mark of a whole load, so a crash leaves it empty; a database with the mark is left as it is.
 */
export async function loadDemo(options: LoadDemoOptions): Promise<LoadedDemo> {
  const run = runOf(options);
  const fillings = [
    ['archives', archivesFilling(run, options), options.ownerUrls.archives],
    ['identity', identityFilling(run), options.ownerUrls.identity],
  ] as const;
  const opened: Target[] = [];
  try {
    for (const [name, filling, url] of fillings)
      opened.push({ name, filling, database: await openDatabase(url) });
    await fill(
      run,
      opened.filter(({ database }) => !database.isLoaded),
      options.onProgress ?? (() => undefined),
    );
  } finally {
    await Promise.all(opened.map(({ database }) => database.sql.end({ timeout: 5 })));
  }
  return { organizations: run.tree.organizations.length, members: run.members };
}

function runOf({ seed = 'banyan', members, today, timeZone = 'Asia/Shanghai' }: LoadDemoOptions): DemoRun {
  const basis = { seed, members, today: dayOf(today) };
  return { ...basis, tree: generateOrganizations(basis), instant: zonedInstants(timeZone) };
}

async function fill(run: DemoRun, targets: readonly Target[], say: (line: string) => void): Promise<void> {
  if (targets.length === 0) return;
  const each = <T>(step: (target: Target, index: number) => Promise<T>) => Promise.all(targets.map(step));
  await each(({ database }) => database.sql`begin`);
  const restores = await each(async ({ database, filling }) => {
    const restore = run.members < stripFrom ? undefined : await stripTables(database.sql, filling.bulkTables);
    await filling.begin(database.sql);
    return restore;
  });
  let done = 0;
  for (const block of blocksOf(run)) {
    await each(({ database, filling }) => filling.take(database.sql, block));
    done += block.reduce((sum, { members }) => sum + members.length, 0);
    say(`${done.toLocaleString('en-US')} of ${run.members.toLocaleString('en-US')} members`);
  }
  if (run.members >= stripFrom) say('All members are written; building indexes');
  await each(async ({ database, filling }, index) => {
    await restores[index]?.();
    await filling.finish(database.sql);
  });
  for (const { database, name } of targets) {
    await markLoaded(database.sql, run);
    await database.sql`commit`;
    say(`${name} is loaded`);
  }
  await each(({ database, filling }) =>
    database.sql.unsafe(`vacuum (analyze) ${filling.analyzed.join(', ')}`),
  );
}

function* blocksOf(run: DemoRun): Generator<FilledBranch[]> {
  let block: FilledBranch[] = [];
  let members = 0;
  for (const branch of generateBranches(run, run.tree)) {
    block.push(branch);
    members += branch.members.length;
    if (members < membersPerBlock) continue;
    yield block;
    block = [];
    members = 0;
  }
  if (block.length > 0) yield block;
}
