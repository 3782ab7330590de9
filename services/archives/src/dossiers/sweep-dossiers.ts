import { defineJob, type Schedule, schedule, type Worker, work } from '@banyan/service-kit/jobs';
import type { Kit } from '@banyan/service-kit/kit';
import { systemScope } from '@banyan/service-kit/scope';
import { sweepFiles } from '@banyan/service-kit/sweep-files';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { chunkFolder, contentFolder } from './dossier-table.ts';
import { uploadDays } from './upload-store.ts';

const sweepDossiersJob = defineJob('archives.dossier.sweep', z.object({}));

/** At night, when nobody uploads. */
export function dossierJobs({ kit }: Deps): readonly (Worker | Schedule)[] {
  return [work(sweepDossiersJob, () => sweepDossiers(kit)), schedule(sweepDossiersJob, '17 3 * * *', {})];
}

const day = 86_400_000;

/** Ends uploads that nobody has gone on with, their chunks, and what `sweepFiles` ends. */
export async function sweepDossiers(kit: Kit): Promise<void> {
  const now = kit.clock.now().getTime();
  const before = new Date(now - uploadDays * day).toISOString();
  const chunks = await kit.database.write(systemScope('archives.dossier.sweep'), async ({ sql }) => {
    await sql`delete from dossier_uploads where created_at < ${before}`;
    return sql<{ key: string }[]>`select jsonb_array_elements_text(chunks) as key from dossier_uploads`;
  });
  const wanted = new Set(chunks.map(({ key }) => key));
  for await (const { key, storedAt } of kit.files.list(chunkFolder))
    if (!wanted.has(key) && storedAt.getTime() < now - day) await kit.files.remove(key);
  await sweepFiles(kit, contentFolder);
}
