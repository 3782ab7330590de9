import type { Kit } from '@banyan/service-kit/kit';
import { systemScope } from '@banyan/service-kit/scope';
import { recentPeople } from './member-pages.ts';

/** Since when the newest few thousand people have joined: a hint for the first pages of lists, right or not. */
export interface Recent {
  since: string | null;
}

const everyMs = 60_000;

/** Reads the day anew; null while there are fewer people than that. */
export async function refreshRecent(kit: Kit, recent: Recent): Promise<void> {
  const text =
    'select joined_key::text as since from members order by joined_key desc, id desc offset $1::int limit 1';
  const [row] = await kit.database.readOne<Recent>(systemScope('archives.member.count'), text, [
    recentPeople,
  ]);
  recent.since = row?.since ?? null;
}

/** Refreshes once a minute for as long as the process lives, and keeps it from ending no moment longer. */
export function refreshEveryMinute(kit: Kit, recent: Recent): void {
  const refresh = (): void =>
    void refreshRecent(kit, recent).catch((error: unknown) =>
      kit.log.warn({ error }, 'recent members: not read'),
    );
  refresh();
  setInterval(refresh, everyMs).unref();
}
