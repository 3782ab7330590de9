import type { Kit } from '@banyan/service-kit/kit';
import { type Scope, systemScope } from '@banyan/service-kit/scope';
import type { Deps } from '../deps.ts';
import { fileFolder, fileKey } from './check-import.ts';

/** A roster that nobody has gone on with for so long is thrown away: what it holds is not to lie about. */
const keptDays = 30;

export async function sweepImports({ kit }: Deps): Promise<void> {
  const scope = systemScope('archives.member.import');
  const before = new Date(kit.clock.now().getTime() - keptDays * 86_400_000);
  const swept = await kit.database.write(scope, async (tx) => {
    const rows = await tx.sql<{ id: string; organizationId: string }[]>`
      delete from imports where status in ('preview', 'failed') and created_at < ${before.toISOString()}
      returning id, organization_id as "organizationId"`;
    for (const { id, organizationId } of rows)
      tx.audit({ action: 'archives.import.discard', entity: 'import', subjectId: id, organizationId });
    return rows;
  });
  for (const { id } of swept) await kit.files.remove(fileKey(id));
  await sweepFilesWithoutImport(kit, scope);
}

const day = 86_400_000;

/** Files whose import a kill has kept from its row, or that have outlived it. */
async function sweepFilesWithoutImport(kit: Kit, scope: Scope): Promise<void> {
  const needed = await kit.database.read(
    scope,
    (tx) =>
      tx.sql<{ id: string }[]>`select id from imports where status not in ('committed', 'undoing', 'undone')`,
  );
  const keys = new Set(needed.map(({ id }) => fileKey(id)));
  const before = kit.clock.now().getTime() - day;
  for await (const { key, storedAt } of kit.files.list(fileFolder))
    if (!keys.has(key) && storedAt.getTime() < before) await kit.files.remove(key);
}
