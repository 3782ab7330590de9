import { importCommitted } from '@banyan/contracts/archives/events';
import type { WriteTransaction } from '@banyan/service-kit/database';
import { type Scope, systemScope } from '@banyan/service-kit/scope';
import type { Deps } from '../deps.ts';
import { rowInsert } from './check-rows.ts';
import { fileKey } from './check-import.ts';
import { countRows, type ImportRow, markDuplicates, replaceRows, selectRows } from './import-row-table.ts';
import {
  type Asker,
  type ImportRecord,
  selectImport,
  type StoredProblem,
  updateImport,
} from './import-table.ts';
import { checkKept, isOvertaken, judgedChunks, rowsAtOnce } from './judge-kept.ts';
import { checkingOf, importerScope, isRightLost } from './layout.ts';
import { oneAhead } from './one-ahead.ts';
import { writeSteps } from './write-rows.ts';

const permission = 'archives.member.import';
const progressStep = 1_000;

/** Rows that say something else now than they did in the preview. */
class Overtaken extends Error {
  override readonly name = 'Overtaken';
  readonly rows: StoredProblem['rows'];

  constructor(rows: StoredProblem['rows']) {
    super('Rows were overtaken.');
    this.rows = rows;
  }
}

/** Writes all rows in one transaction. Safe to repeat: what is committed is not written again, and nothing else is there. */
export async function writeImport(deps: Deps, importId: string, signal: AbortSignal): Promise<void> {
  const record = await deps.kit.database.read(systemScope(permission), (tx) => selectImport(tx, importId));
  if (record?.status === 'committing') {
    try {
      await writeOnce(deps, record, signal);
    } catch (error) {
      const problem = problemOf(error);
      if (problem === null) throw error;
      await backToPreview(deps, record, problem);
    }
  }
  const after = await deps.kit.database.read(systemScope(permission), (tx) => selectImport(tx, importId));
  if (after?.status === 'committed') await deps.kit.files.remove(fileKey(importId));
}

function problemOf(error: unknown): StoredProblem | null {
  if (error instanceof Overtaken)
    return { code: 'archives.import-overtaken', rows: error.rows.slice(0, 100) };
  // Somebody took an ID number between the check and the write.
  const { code, constraint_name: constraint } = (error ?? {}) as Record<string, unknown>;
  if (code === '23505' && constraint === 'members_id_number')
    return { code: 'archives.import-overtaken', rows: [] };
  return isRightLost(error) ? { code: 'archives.import-right-lost', rows: [] } : null;
}

/** Nothing was written. The rows are judged against the roster as it is now. */
export async function backToPreview(
  deps: Deps,
  { id }: { id: string },
  problem: StoredProblem,
): Promise<void> {
  const { kit } = deps;
  const system = systemScope(permission);
  const record = await kit.database.read(system, (tx) => selectImport(tx, id));
  if (record?.status !== 'committing') return;
  const scope = await importerScope(deps, record, record.organizationId).catch(() => null);
  await kit.database.write(system, async (tx) => {
    // As in `checkImport`.
    if ((await selectImport(tx, id, true))?.status !== 'committing') return;
    if (scope !== null) await judgeAgain(deps, tx, scope, record);
    await updateImport(tx, id, { ...(await countRows(tx, id)), status: 'preview', problem });
  });
}

async function judgeAgain(
  deps: Deps,
  tx: WriteTransaction,
  scope: Scope,
  record: ImportRecord,
): Promise<void> {
  const checking = await checkingOf(deps, tx, scope, record);
  for (let after = 0; ;) {
    const rows = await selectRows(tx, record.id, after, rowsAtOnce, 'writable');
    const checked = await checkKept(deps, tx, checking, record.id, rows);
    const changed = checked.flatMap((row, index) => {
      const kept = rows[index] as ImportRow;
      return isOvertaken(kept, row) ? [rowInsert(checking, row, kept.cells)] : [];
    });
    if (changed.length > 0) await replaceRows(tx, record.id, changed);
    if (rows.length < rowsAtOnce) break;
    after = rows.at(-1)?.row ?? after;
  }
  await markDuplicates(tx, record.id);
}

async function writeOnce(deps: Deps, record: ImportRecord, signal: AbortSignal): Promise<void> {
  const { kit } = deps;
  const { id } = record;
  const by = record.committedBy as Asker;
  const scope = await importerScope(deps, by, record.organizationId);
  const system = systemScope(permission);
  await kit.database.write(scope, async (tx) => {
    // Another worker that still believes in this job waits here, and then finds it done.
    await tx.sql`select pg_advisory_xact_lock(hashtextextended(${`import:${id}`}, 0))`;
    if ((await selectImport(tx, id))?.status !== 'committing') return;
    await tx.enter(system);
    const checking = await checkingOf(deps, tx, scope, record);
    await holdHomes(tx, id);
    await holdRecords(tx, id);
    await tx.enter(scope);
    const totals = { admitted: 0, updated: 0 };
    const homes = new Set<string>();
    const overtaken: StoredProblem['rows'][number][] = [];
    let done = 0;
    for await (const chunk of oneAhead(judgedChunks(deps, record, checking, signal))) {
      overtaken.push(...chunk.overtaken);
      // All that is overtaken is named: the rest is only looked at.
      if (overtaken.length === 0) overtaken.push(...(await writeSteps(tx, record, chunk.steps)));
      for (const { action, homeId } of chunk.rows) {
        totals[action === 'add' ? 'admitted' : 'updated'] += 1;
        homes.add(homeId as string);
      }
      done += chunk.rows.length;
      if (done % progressStep === 0) await showProgress(deps, id, done);
    }
    if (overtaken.length > 0) throw new Overtaken(overtaken);
    await tx.enter(system);
    if ((await selectImport(tx, id, true))?.status !== 'committing')
      throw new Error(`Import ${id} was given up.`);
    await updateImport(tx, id, { status: 'committed', committed_at: new Date().toISOString(), choice: null });
    tx.emit(importCommitted, id, { importId: id, organizationIds: [...homes], ...totals });
    tx.audit({
      action: 'archives.import.commit',
      entity: 'import',
      subjectId: id,
      organizationId: record.organizationId,
    });
  });
}

/** Seen while the rows are not: a short transaction of its own. */
export async function showProgress({ kit }: Deps, importId: string, done: number): Promise<void> {
  await kit.database.write(
    systemScope(permission),
    (tx) => tx.sql`update imports set progress_done = ${done} where id = ${importId}`,
  );
}

/** In the order of their ids, as every act on several people does, whatever the order of the file: none waits in a ring. */
async function holdRecords({ sql }: WriteTransaction, importId: string): Promise<void> {
  await sql`
    select count(*) from (
      select m.id from members m
      where m.id in (select record_id from import_rows where import_id = ${importId} and valid and action = 'update')
      order by m.id for update
    ) locked`;
}

/** No branch ends between the check and the commit. */
async function holdHomes({ sql }: WriteTransaction, importId: string): Promise<void> {
  const ended = await sql<{ id: string }[]>`
    with homes as (
      select o.id, o.status from organizations o
      where o.id in (select home_id from import_rows where import_id = ${importId} and valid and action = 'add')
      order by o.id for share
    ) select id from homes where status <> 'active'`;
  if (ended.length === 0) return;
  const rows = await sql<{ row: number; name: string | null }[]>`
    select row, name from import_rows
    where import_id = ${importId} and valid and action = 'add' and home_id = any(${ended.map(({ id }) => id)}) order by row`;
  throw new Overtaken(rows.map((row) => ({ ...row, code: 'organization.ended' })));
}
