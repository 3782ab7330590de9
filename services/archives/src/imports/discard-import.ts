import type { AppContext } from '@banyan/service-kit/http-app';
import type { Deps } from '../deps.ts';
import { fileKey } from './check-import.ts';
import { findImport, requireStatus } from './find-import.ts';
import { selectImport } from './import-table.ts';

/** Forgets a file of which nothing has been written. One that is being read stops. */
export async function discardImport(deps: Deps, c: AppContext): Promise<Response> {
  const { kit } = deps;
  const { record, scope } = await findImport(deps, c);
  await kit.database.write(scope, async (tx) => {
    requireStatus(await selectImport(tx, record.id, true), 'parsing', 'preview', 'failed');
    await tx.sql`delete from imports where id = ${record.id}`;
    tx.audit({
      action: 'archives.import.discard',
      entity: 'import',
      subjectId: record.id,
      organizationId: record.organizationId,
    });
  });
  await kit.files.remove(fileKey(record.id));
  return new Response(null, { status: 204 });
}
