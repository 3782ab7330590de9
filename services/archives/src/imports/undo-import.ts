import { type AppContext, idempotencyOf } from '@banyan/service-kit/http-app';
import { systemScope } from '@banyan/service-kit/scope';
import type { Deps } from '../deps.ts';
import { whoOf } from './commit-import.ts';
import { findImport, refusedAct, requireStatus } from './find-import.ts';
import { takeBackImportJob } from './import-jobs.ts';
import { begunResponse } from './import-response.ts';
import { type ImportRecord, selectImport, updateImport } from './import-table.ts';
import { undoObstacles } from './undo-obstacles.ts';
import { importView } from './view-import.ts';

/** Has a whole import taken back, while nothing depends on it; else says what does. */
export async function undoImport(deps: Deps, c: AppContext): Promise<Response> {
  const { kit } = deps;
  const { record, scope } = await findImport(deps, c);
  const view = await kit.database.write(
    scope,
    async (tx) => {
      const current = requireStatus(await selectImport(tx, record.id, true), 'committed');
      await tx.enter(systemScope('archives.member.import'));
      const rows = await undoObstacles(tx, record.id);
      await tx.enter(scope);
      if (rows.length > 0)
        throw refusedAct('archives.import-not-undoable', { rows: rows.slice(0, 100), total: rows.length });
      await updateImport(tx, record.id, {
        status: 'undoing',
        undone_by: await whoOf(tx),
        problem: null,
        progress_done: 0,
        progress_total: current.added + current.updated,
      });
      tx.enqueue(takeBackImportJob, { importId: record.id });
      return importView(tx, (await selectImport(tx, record.id)) as ImportRecord, kit.tree());
    },
    { idempotency: idempotencyOf(c, null) },
  );
  return begunResponse(view);
}
