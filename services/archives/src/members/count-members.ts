import type { Kit } from '@banyan/service-kit/kit';
import { systemScope } from '@banyan/service-kit/scope';

const everyMs = 3_000;

/** Adds what writes have counted to the totals. One process at a time does it; the others pass. */
export async function foldMemberCounts(kit: Kit): Promise<void> {
  const scope = systemScope('archives.member.count');
  await kit.database.write(scope, (tx) => tx.sql`select fold_member_counts()`);
}

/** Folds for as long as the process lives, and keeps it from ending no moment longer. */
export function foldEveryFewSeconds(kit: Kit): void {
  let running = false;
  const timer = setInterval(() => {
    if (running) return;
    running = true;
    foldMemberCounts(kit)
      .catch((error: unknown) => kit.log.warn({ error }, 'member counts: not folded'))
      .finally(() => {
        running = false;
      });
  }, everyMs);
  timer.unref();
}
