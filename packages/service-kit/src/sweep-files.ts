import type { Kit } from './kit.ts';
import { systemScope } from './scope.ts';

const day = 24 * 60 * 60 * 1000;

/** Days for which a removed file can be brought back. */
export const restorableDays = 30;

export interface Swept {
  /** Removed for good after their time. */
  readonly expired: number;
  /** Contents that no row names. */
  readonly orphans: number;
}

/**
 * Ends what nobody can reach any more: files that were removed long ago, and contents below `folder` that are older than
 * a day and have no row. Rows go first, so that whatever ends the sweep, the next one finds the rest.
 */
export async function sweepFiles(kit: Kit, folder: string): Promise<Swept> {
  const scope = systemScope('files.sweep');
  const now = kit.clock.now().getTime();
  await kit.files.discardUnfinished(new Date(now - day));
  const expired = await kit.database.write(scope, async (tx) => {
    const rows = await tx.sql<{ id: string; ownerId: string; organizationId: string; ownerEntity: string }[]>`
      delete from files where removed_at < ${new Date(now - restorableDays * day).toISOString()}
        and starts_with(storage_key, ${`${folder}/`})
      returning id, owner_id as "ownerId", owner_entity as "ownerEntity", organization_id as "organizationId"`;
    for (const row of rows)
      tx.audit({
        action: `${kit.domain}.file.erase`,
        entity: row.ownerEntity,
        subjectId: row.ownerId,
        organizationId: row.organizationId,
      });
    return rows.length;
  });
  return { expired, orphans: await sweepOrphans(kit, folder, new Date(now - day)) };
}

async function sweepOrphans(kit: Kit, folder: string, before: Date): Promise<number> {
  let swept = 0;
  let batch: string[] = [];
  const flush = async (): Promise<void> => {
    const rows = await kit.database.read(
      systemScope('files.sweep'),
      (tx) =>
        tx.sql<{ key: string }[]>`select storage_key as key from files where storage_key in ${tx.sql(batch)}`,
    );
    const known = new Set(rows.map(({ key }) => key));
    for (const key of batch.filter((one) => !known.has(one))) {
      await kit.files.remove(key);
      swept += 1;
    }
    batch = [];
  };
  for await (const { key, storedAt } of kit.files.list(folder)) {
    if (storedAt >= before) continue;
    batch.push(key);
    if (batch.length === 500) await flush();
  }
  if (batch.length > 0) await flush();
  return swept;
}
