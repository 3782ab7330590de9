import { AppError, notFound } from '@banyan/service-kit/error';
import { type AppContext, authorize } from '@banyan/service-kit/http-app';
import { type Actor, holds, narrowTo, type Scope, systemScope } from '@banyan/service-kit/scope';
import type { Deps } from '../deps.ts';
import { checkRecordId } from '../members/record-id.ts';
import { actProblems, type ActProblem } from './import-codes.ts';
import type { ImportStatus } from './import-fields.ts';
import { type ImportRecord, selectImport } from './import-table.ts';

export interface FoundImport {
  readonly record: ImportRecord;
  /** Closed around the organization that the import is about. */
  readonly scope: Scope;
}

/** An import that the reader may see: one about an organization where the reader may import. */
export async function findImport({ kit }: Deps, c: AppContext): Promise<FoundImport> {
  const granted = await authorize(kit, c, 'archives.member.import');
  const id = (c.req.param('id') as string).toLowerCase();
  checkRecordId(id);
  const record = await kit.database.read(systemScope('archives.member.import'), (tx) => selectImport(tx, id));
  if (record === undefined || !holds(granted, kit.tree(), record.organizationId)) throw notFound();
  return { record, scope: narrowTo(granted, record.organizationId) };
}

/** Whether somebody may see an import, whatever else is asked about it. */
export async function isImportInSight({ kit }: Deps, actor: Actor, id: string): Promise<boolean> {
  const granted = kit.authorizer.scopeFor(actor, 'archives.member.import');
  if (granted === null) return false;
  const [record] = await kit.database.read(
    systemScope('archives.member.import'),
    (tx) => tx.sql<{ at: string }[]>`select organization_id as at from imports where id = ${id}`,
  );
  return record !== undefined && holds(granted, kit.tree(), record.at);
}

export function refusedAct(code: ActProblem, extensions: Readonly<Record<string, unknown>> = {}): AppError {
  return new AppError('conflict', code, actProblems[code], { extensions });
}

/** Throws 409 unless the import is at one of these points. */
export function requireStatus(
  record: ImportRecord | undefined,
  ...statuses: readonly ImportStatus[]
): ImportRecord {
  if (record === undefined) throw notFound();
  if (!statuses.includes(record.status))
    throw refusedAct('archives.import-not-ready', { importStatus: record.status });
  return record;
}

export function requireVersion(record: { readonly version: number }, version: number): void {
  if (record.version === version) return;
  throw new AppError('stale', 'record.stale', 'Somebody else has changed this meanwhile.', {
    detail: 'Read it again, and send your change with its version.',
    extensions: { version: record.version },
  });
}
