import { importUndone, memberVoided } from '@banyan/contracts/archives/events';
import type { WriteTransaction } from '@banyan/service-kit/database';
import { factRow, insertOutbox } from '@banyan/service-kit/outbox';
import { systemScope } from '@banyan/service-kit/scope';
import type { Deps } from '../deps.ts';
import { customName, isCustomName, keyIn } from '../fields/change-custom.ts';
import type { CustomValue } from '../fields/custom-field.ts';
import { isSensitive } from '../members/masks.ts';
import type { MemberValues } from '../members/member-fields.ts';
import { valuesOf } from '../members/member-record.ts';
import { recordColumns, type RecordRow, type StoredChange } from '../members/member-table.ts';
import type { Sealer } from '../members/sealed-fields.ts';
import { isWritable } from './import-row-table.ts';
import {
  type Asker,
  type ImportRecord,
  selectImport,
  type StoredProblem,
  updateImport,
} from './import-table.ts';
import { importerScope, isRightLost } from './layout.ts';
import { insertHistory, updateMembers } from './member-batch.ts';
import type { CustomStep } from './settle-custom.ts';
import { undoObstacles } from './undo-obstacles.ts';
import { showProgress } from './write-import.ts';
import { changeOf } from './write-rows.ts';

const permission = 'archives.member.import';
const chunk = 500;

class Obstructed extends Error {
  override readonly name = 'Obstructed';
  readonly rows: StoredProblem['rows'];

  constructor(rows: StoredProblem['rows']) {
    super('Something depends on the import.');
    this.rows = rows;
  }
}

/** Takes back all rows in one transaction. Safe to repeat. */
export async function takeBackImport(deps: Deps, importId: string, signal: AbortSignal): Promise<void> {
  const record = await deps.kit.database.read(systemScope(permission), (tx) => selectImport(tx, importId));
  if (record?.status !== 'undoing') return;
  try {
    await takeBackOnce(deps, record, signal);
  } catch (error) {
    if (error instanceof Obstructed)
      await backToCommitted(deps, record, {
        code: 'archives.import-not-undoable',
        rows: error.rows.slice(0, 100),
      });
    else if (isRightLost(error))
      await backToCommitted(deps, record, { code: 'archives.import-right-lost', rows: [] });
    else throw error;
  }
}

/** Nothing was taken back. */
export async function backToCommitted(
  { kit }: Deps,
  { id }: { id: string },
  problem: StoredProblem,
): Promise<void> {
  await kit.database.write(systemScope(permission), async (tx) => {
    if ((await selectImport(tx, id, true))?.status === 'undoing')
      await updateImport(tx, id, { status: 'committed', problem });
  });
}

async function takeBackOnce(deps: Deps, record: ImportRecord, signal: AbortSignal): Promise<void> {
  const { kit } = deps;
  const { id, organizationId } = record;
  const by = record.undoneBy as Asker;
  const scope = await importerScope(deps, by, organizationId);
  const system = systemScope(permission);
  await kit.database.write(scope, async (tx) => {
    await tx.sql`select pg_advisory_xact_lock(hashtextextended(${`import:${id}`}, 0))`;
    await tx.enter(system);
    if ((await selectImport(tx, id))?.status !== 'undoing') return;
    await lockRecords(tx, id);
    const obstacles = await undoObstacles(tx, id);
    if (obstacles.length > 0) throw new Obstructed(obstacles);
    const homes = new Set<string>();
    const totals = { admitted: 0, updated: 0 };
    for (let after = 0, done = 0; ;) {
      signal.throwIfAborted();
      await tx.enter(system);
      const rows = await writtenRows(tx, id, after);
      await tx.enter(scope);
      for (const { homeId } of rows) homes.add(homeId);
      totals.admitted += await voidAdded(tx, id, rows);
      totals.updated += await restoreUpdated(deps, tx, record, rows);
      done += rows.length;
      await showProgress(deps, id, done);
      if (rows.length < chunk) break;
      after = rows.at(-1)?.row ?? after;
    }
    await tx.enter(system);
    await updateImport(tx, id, { status: 'undone', undone_at: new Date().toISOString() });
    tx.emit(importUndone, id, { importId: id, organizationIds: [...homes], ...totals });
    tx.audit({ action: 'archives.import.undo', entity: 'import', subjectId: id, organizationId });
  });
}

/** In the order of their ids, so that two undos never wait for each other in a ring. */
async function lockRecords({ sql }: WriteTransaction, importId: string): Promise<void> {
  await sql`
    select count(*) from (
      select m.id from members m
      where m.id in (select r.record_id from import_rows r where r.import_id = ${importId} and ${sql.unsafe(isWritable)})
      order by m.id for update
    ) locked`;
}

interface WrittenRow {
  readonly row: number;
  readonly action: 'add' | 'update';
  readonly homeId: string;
  readonly recordId: string;
  readonly leftVersion: number;
  readonly changes: StoredChange[];
}

function writtenRows({ sql }: WriteTransaction, importId: string, after: number): Promise<WrittenRow[]> {
  return sql<WrittenRow[]>`
    select row, action, home_id as "homeId", record_id as "recordId", coalesce(record_version, 0)::int + 1 as "leftVersion",
      changes
    from import_rows r where r.import_id = ${importId} and r.row > ${after} and ${sql.unsafe(isWritable)}
    order by r.row limit ${chunk}`;
}

/** People whom the import put on record never were: their records go where nobody is shown them. */
async function voidAdded(
  tx: WriteTransaction,
  importId: string,
  rows: readonly WrittenRow[],
): Promise<number> {
  const added = rows.filter(({ action }) => action === 'add');
  if (added.length === 0) return 0;
  const ids = added.map(({ recordId }) => recordId);
  const kept = await tx.sql`
    insert into voided_members (id, organization_id, import_id, record, history)
    select m.id, m.organization_id, ${importId}, to_jsonb(m),
      coalesce((select jsonb_agg(to_jsonb(h) order by h.version) from member_history h where h.member_id = m.id), '[]')
    from members m where m.id = any(${ids}::uuid[])`;
  // A record that the first wall no longer holds has moved, and would have been an obstacle.
  if (kept.count !== ids.length)
    throw new Obstructed(added.map(({ row }) => ({ row, name: null, code: 'undo.changed-since' })));
  await tx.sql`delete from member_history where member_id = any(${ids}::uuid[])`;
  await tx.sql`delete from members where id = any(${ids}::uuid[])`;
  const facts = added.map(({ recordId, leftVersion }) =>
    factRow('archives', {
      definition: memberVoided,
      subject: recordId,
      data: { version: leftVersion + 1, personId: recordId },
    }),
  );
  await insertOutbox(tx.sql, facts);
  return added.length;
}

/** Records that the import changed get their former values back, as a new version. */
async function restoreUpdated(
  { sealer }: Deps,
  tx: WriteTransaction,
  record: ImportRecord,
  rows: readonly WrittenRow[],
): Promise<number> {
  const updated = rows.filter(({ action }) => action === 'update');
  if (updated.length === 0) return 0;
  const records = await tx.sql.unsafe<RecordRow[]>(
    `select ${recordColumns} from members m where m.id = any($1::uuid[])`,
    [updated.map(({ recordId }) => recordId)],
  );
  const byId = new Map(records.map((each) => [each.id, each]));
  const steps = updated.map(({ row, recordId, leftVersion, changes }) => {
    const current = byId.get(recordId);
    if (current === undefined) throw new Obstructed([{ row, name: null, code: 'undo.changed-since' }]);
    const now = valuesOf(sealer, current);
    const former = { ...now, ...formerValues(sealer, recordId, changes) };
    return changeOf(sealer, row, current, leftVersion, now, former, formerCustom(current, changes));
  });
  const done = await updateMembers(
    tx,
    steps.map(({ update }) => update),
  );
  if (done.size !== steps.length)
    throw new Obstructed(
      updated
        .filter(({ recordId }) => !done.has(recordId))
        .map(({ row }) => ({ row, name: null, code: 'undo.changed-since' })),
    );
  await insertHistory(
    tx,
    record.id,
    record.undoneBy?.name ?? null,
    steps.map(({ history }) => history),
  );
  await insertOutbox(
    tx.sql,
    steps.map(({ fact }) => fact),
  );
  return updated.length;
}

function formerValues(sealer: Sealer, id: string, changes: readonly StoredChange[]): Partial<MemberValues> {
  return Object.fromEntries(
    changes
      .filter(({ field }) => !isCustomName(field))
      .map(({ field, from }) => [
        field,
        from !== null && isSensitive(field)
          ? sealer.open(id, field, Buffer.from(String(from), 'base64'))
          : from,
      ]),
  );
}

function formerCustom({ custom }: RecordRow, changes: readonly StoredChange[]): CustomStep | null {
  const steps = changes.flatMap(({ field, from, to }) => {
    const key = keyIn(field);
    return key === null
      ? []
      : [{ key, field: customName(key), from: to as CustomValue | null, to: from as CustomValue | null }];
  });
  if (steps.length === 0) return null;
  const values: Record<string, CustomValue> = { ...custom };
  for (const { key, to } of steps)
    if (to === null) delete values[key];
    else values[key] = to;
  return { values, changes: steps.map(({ field, from, to }) => ({ field, from, to })) };
}
