import { createReadStream } from 'node:fs';
import { AppError, forbidden, notFound } from '@banyan/service-kit/error';
import type { Transaction } from '@banyan/service-kit/database';
import {
  type AppContext,
  authorize,
  idempotencyOf,
  parseBody,
  parseQuery,
} from '@banyan/service-kit/http-app';
import type { OrganizationTree, TreeNode } from '@banyan/service-kit/organization-tree';
import { homeTypes } from '@banyan/contracts/organization';
import { mayHaveCommitted } from '@banyan/service-kit/problem';
import { type ReceivedFile, receiveFile } from '@banyan/service-kit/receive-file';
import { holds, narrowTo, type Scope, topNodes } from '@banyan/service-kit/scope';
import { z } from '@hono/zod-openapi';
import { v7 as uuidv7 } from 'uuid';
import type { Deps } from '../deps.ts';
import { fileKey } from './check-import.ts';
import { FileRefused } from './file-refused.ts';
import { refusedAct } from './find-import.ts';
import { actProblems } from './import-codes.ts';
import { checkImportJob } from './import-jobs.ts';
import { begunResponse } from './import-response.ts';
import { type ImportRecord, selectImport } from './import-table.ts';
import { importModeSchema, type ImportView } from './import-views.ts';
import { refuseAtOnce } from './read-roster.ts';
import { startQuerySchema } from './routes.ts';
import { importView } from './view-import.ts';

export const maxFileBytes = 50 * 1024 * 1024;
const fieldsSchema = z.object({ mode: importModeSchema.default('both') });

/** Takes a file in. What it is, is looked at while its sender waits; what it holds, afterwards. */
export async function startImport(deps: Deps, c: AppContext): Promise<Response> {
  const { kit } = deps;
  const granted = await authorize(kit, c, 'archives.member.import');
  const organizationId = organizationOf(granted, kit.tree(), c);
  const file = await receiveFile(c, { field: 'file', maxBytes: maxFileBytes });
  try {
    const { mode } = parseBody(fieldsSchema, file.fields);
    await refuseFile(file.path);
    const scope = narrowTo(granted, organizationId);
    const idempotency = idempotencyOf(c, { organizationId, mode, sha256: file.sha256 });
    return begunResponse(await takeIn(deps, scope, { organizationId, mode, file }, idempotency));
  } finally {
    await file.remove();
  }
}

/** The node asked for, else the one node at the top of the scope. */
function organizationOf(scope: Scope, tree: OrganizationTree, c: AppContext): string {
  const asked = parseQuery(c, startQuerySchema).organizationId?.toLowerCase();
  if (asked !== undefined) {
    if (!holds(scope, tree, asked)) throw notFound();
    return asked;
  }
  const tops = topNodes(scope, tree);
  if (tops.length === 0) throw forbidden();
  if (tops.length > 1)
    throw new AppError(
      'invalid',
      'archives.import-organization-required',
      actProblems['archives.import-organization-required'],
      {
        errors: [{ field: 'organizationId', code: 'required', message: 'One of `organizations`.' }],
        extensions: { organizations: tops.map(({ id, name }) => ({ id, name })) },
      },
    );
  return (tops[0] as TreeNode).id;
}

async function refuseFile(path: string): Promise<void> {
  try {
    await refuseAtOnce(path);
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    throw new AppError('unsupported', error.code, error.message, {
      errors: [{ field: 'file', code: error.code, message: error.message }],
    });
  }
}

interface Taken {
  readonly organizationId: string;
  readonly mode: ImportRecord['mode'];
  readonly file: ReceivedFile;
}

async function takeIn(
  deps: Deps,
  scope: Scope,
  taken: Taken,
  idempotency: ReturnType<typeof idempotencyOf>,
): Promise<ImportView> {
  const { kit } = deps;
  const id = uuidv7();
  const key = fileKey(id);
  // A request that is repeated is its own twin, and gets its first answer.
  if (idempotency === null) await refuseTwin(deps, scope, taken);
  await kit.files.put(key, createReadStream(taken.file.path));
  try {
    const view = await kit.database.write(
      scope,
      async (tx) => {
        await insertImport(tx, id, taken, kit.tree());
        tx.enqueue(checkImportJob, { importId: id });
        tx.audit({
          action: 'archives.import.start',
          entity: 'import',
          subjectId: id,
          organizationId: taken.organizationId,
        });
        return importView(tx, (await selectImport(tx, id)) as ImportRecord, kit.tree());
      },
      { idempotency },
    );
    if (view.id !== id) await kit.files.remove(key);
    return view;
  } catch (error) {
    // Where the commit's answer is lost there may be an import that wants it; where there is none, the sweep finds it.
    if (!mayHaveCommitted(error)) await kit.files.remove(key);
    const { code, constraint_name: constraint } = (error ?? {}) as Record<string, unknown>;
    if (code === '23505' && constraint === 'imports_under_way') await refuseTwin(deps, scope, taken);
    throw error;
  }
}

async function insertImport(
  { sql, scope }: Transaction,
  id: string,
  taken: Taken,
  tree: OrganizationTree,
): Promise<void> {
  const { organizationId, mode, file } = taken;
  const { accountId, personId, requestId } = scope.actor;
  const isHome = (homeTypes as readonly string[]).includes(tree.get(organizationId)?.type ?? '');
  const defaults = { organizationId: isHome ? organizationId : null, stage: null };
  await sql`
    insert into imports (id, organization_id, account_id, person_id, actor_name, request_id, file_name, size, sha256, mode,
      status, choice, defaults)
    values (${id}, ${organizationId}, ${accountId}, ${personId}, (select member_name(${personId}::uuid)), ${requestId},
      ${file.name}, ${file.size}, ${file.sha256}, ${mode}, 'parsing', '{}', ${JSON.stringify(defaults)}::text::jsonb)`;
}

async function refuseTwin({ kit }: Deps, scope: Scope, { organizationId, file }: Taken): Promise<void> {
  const [twin] = await kit.database.read(
    scope,
    (tx) => tx.sql<{ id: string }[]>`
      select id from imports where organization_id = ${organizationId} and sha256 = ${file.sha256}
        and status in ('parsing', 'preview', 'committing', 'undoing')`,
  );
  if (twin !== undefined) throw refusedAct('archives.import-duplicate', { importId: twin.id });
}
