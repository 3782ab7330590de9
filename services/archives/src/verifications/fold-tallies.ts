import type { Kit } from '@banyan/service-kit/kit';
import { systemScope } from '@banyan/service-kit/scope';

/** Adds what answers have counted to the tallies. */
export async function foldTallies(kit: Kit): Promise<void> {
  const scope = systemScope('archives.verification.answer');
  await kit.database.write(scope, (tx) => tx.sql`select fold_verification_tallies()`);
}
