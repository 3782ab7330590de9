import { type AppContext, idempotencyOf, jsonOf, parseBody } from '@banyan/service-kit/http-app';
import type { WriteTransaction } from '@banyan/service-kit/database';
import type { Deps } from '../deps.ts';
import { actorName } from '../members/actor-name.ts';
import { findImport, refusedAct, requireStatus } from './find-import.ts';
import { undecidedColumns } from './guess-columns.ts';
import { writeImportJob } from './import-jobs.ts';
import { begunResponse } from './import-response.ts';
import { type ImportRecord, selectImport, updateImport } from './import-table.ts';
import { commitImportSchema } from './routes.ts';
import { importView } from './view-import.ts';

/** Has all rows written, in one act. Who asked, and whether wrong rows are left out, is kept for the job. */
export async function commitImport(deps: Deps, c: AppContext): Promise<Response> {
  const { kit } = deps;
  const { record, scope } = await findImport(deps, c);
  const body = await bodyOf(c);
  const { skipInvalid } = parseBody(commitImportSchema, body);
  const view = await kit.database.write(
    scope,
    async (tx) => {
      const current = requireStatus(await selectImport(tx, record.id, true), 'preview');
      if (undecidedColumns(current.columns).length > 0) throw refusedAct('archives.import-heading-undecided');
      if (current.invalid > 0 && !skipInvalid)
        throw refusedAct('archives.import-has-invalid-rows', { invalid: current.invalid });
      if (current.valid === 0) throw refusedAct('archives.import-nothing-to-do');
      await updateImport(tx, record.id, {
        status: 'committing',
        skip_invalid: skipInvalid,
        committed_by: await whoOf(tx),
        problem: null,
        progress_done: 0,
        progress_total: current.added + current.updated,
      });
      tx.enqueue(writeImportJob, { importId: record.id });
      return importView(tx, (await selectImport(tx, record.id)) as ImportRecord, kit.tree());
    },
    { idempotency: idempotencyOf(c, body) },
  );
  return begunResponse(view);
}

/** No body asks for nothing special. */
async function bodyOf(c: AppContext): Promise<unknown> {
  return c.req.header('content-type') === undefined ? {} : jsonOf(c);
}

/** Who acts, as the job will act for them. */
export async function whoOf(tx: WriteTransaction) {
  const { accountId, personId, requestId } = tx.scope.actor;
  return { accountId, personId, requestId, id: accountId, name: await actorName(tx) };
}
