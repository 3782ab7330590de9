import { type Installation, ownerUrl, readNote, writeNote } from './databases.ts';
import type { Secrets } from './secrets.ts';
import { services } from './services.ts';
import { Refusal, type Say, seconds } from './terminal.ts';

export interface DemonstrationWish {
  /** False: start with empty databases. */
  wanted: boolean;
  /** Undefined: the size that ships. */
  members?: number;
}

export interface Loading {
  installation: Installation;
  secrets: Secrets;
  demonstration: DemonstrationWish;
  /** The environment of archives, which takes part in the loading. */
  archives: Record<string, string>;
}

const shippedMembers = 12_000;
const noteDatabase = String(services[0]?.database);
const loading = 'demonstration: loading';
const none = 'demonstration: none';

/** Day of the demonstration data: fixed by `BANYAN_TODAY`, otherwise the group's own today. */
export function demonstrationDay(): string {
  if (process.env.BANYAN_TODAY) return process.env.BANYAN_TODAY;
  const timeZone = process.env.TIME_ZONE ?? 'Asia/Shanghai';
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(new Date());
}

/** True when the last start ended in the middle of loading: what is there is a part of a group. */
export async function wasInterrupted(adminUrl: string): Promise<boolean> {
  return (await readNote(adminUrl, noteDatabase)) === loading;
}

/** Says of new databases what is to become of them, before anything is in them. */
export function announce(adminUrl: string, wish: DemonstrationWish): Promise<void> {
  return writeNote(adminUrl, noteDatabase, wish.wanted ? loading : none);
}

function loadedMembers(note: string | undefined): number | undefined {
  const match = /^demonstration: (\d+) members/.exec(note ?? '');
  return match ? Number(match[1]) : undefined;
}

/** Loads the demonstration group into databases announced for it. Returns true when a group is there. */
export async function loadDemonstration(
  { installation, secrets, demonstration: wish, archives }: Loading,
  say: Say,
): Promise<boolean> {
  const note = await readNote(installation.adminUrl, noteDatabase);
  const present = loadedMembers(note);
  if (wish.members !== undefined && note !== loading && present !== wish.members) {
    const holds = present === undefined ? 'data of its own' : `a group of ${present} members`;
    throw new Refusal(
      `The database holds ${holds}. For ${wish.members} members start with another BANYAN_DATA, or delete .data first.`,
    );
  }
  if (note !== loading) return present !== undefined;
  const members = wish.members ?? shippedMembers;
  const today = demonstrationDay();
  const began = performance.now();
  say(`Demonstration group: loading ${members} members as of ${today}`);
  // Groups of other sizes are there to be measured. Archives is loaded while the databases take the group in.
  const activity = members === shippedMembers ? import('@banyan/demo/activity') : null;
  activity?.catch(() => undefined);
  const { loadDemo } = await import('@banyan/demo');
  const ownerUrls = {
    identity: ownerUrl(installation, 'banyan_identity'),
    archives: ownerUrl(installation, 'banyan_archives'),
  };
  let nextLine = began + 5000;
  await loadDemo({
    ownerUrls,
    members,
    today,
    fieldKey: secrets.fieldKey,
    indexKey: secrets.indexKey,
    onProgress: (line: unknown) => {
      if (performance.now() < nextLine) return;
      nextLine = performance.now() + 5000;
      say(`  ${String(line)}`);
    },
  });
  if (activity !== null) {
    const { loadActivity } = await activity;
    const refused = await loadActivity({ ownerUrls, environment: archives, members, today });
    for (const { message } of refused) say(`  Archives refused a part of the demonstration: ${message}`);
  }
  await writeNote(installation.adminUrl, noteDatabase, `demonstration: ${members} members as of ${today}`);
  say(`Demonstration group: loaded in ${seconds(began)}`);
  return true;
}
