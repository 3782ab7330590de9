import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Transaction } from '@banyan/service-kit/database';
import { type Scope, systemScope } from '@banyan/service-kit/scope';
import type { Deps } from '../deps.ts';
import { type Checking, checkRows, type RowInput, rowInsert } from './check-rows.ts';
import type { CustomColumns } from './custom-columns.ts';
import { FileRefused, type PlaceInFile } from './file-refused.ts';
import { guessColumns, headingSignature, type Remembered } from './guess-columns.ts';
import { countRows, insertRows, markDuplicates, replaceRows, selectRows } from './import-row-table.ts';
import { type ImportRecord, selectImport, updateImport } from './import-table.ts';
import { openRow } from './kept-row.ts';
import { checkingOf, importerScope, isRightLost } from './layout.ts';
import { loadCustomColumns } from './load-custom-columns.ts';
import { batchText, type RawRow, textOfRow } from './raw-row.ts';
import { readInThread } from './read-in-thread.ts';
import type { RosterSource } from './read-roster.ts';

const permission = 'archives.member.import';
/** Few enough to be forgotten young: what outlives two scavenges fills the heap of the whole service. */
const chunk = 500;

export const fileFolder = 'imports';

export function fileKey(importId: string): string {
  return `${fileFolder}/${importId}`;
}

/** Reads the file where it has to be read, and checks every row. Safe to repeat: it begins anew. */
export async function checkImport(deps: Deps, importId: string, signal: AbortSignal): Promise<void> {
  const { kit } = deps;
  const system = systemScope(permission);
  const record = await kit.database.read(system, (tx) => selectImport(tx, importId));
  if (record?.status !== 'parsing') return;
  try {
    const scope = await importerScope(deps, record, record.organizationId);
    const version =
      record.choice === null
        ? await checkAnew(deps, record, scope, signal)
        : await readAnew(deps, record, scope, signal);
    await kit.database.write(system, async (tx) => {
      if (!(await isAwaited(tx, importId, version))) return;
      await markDuplicates(tx, importId);
      await updateImport(tx, importId, {
        ...(await countRows(tx, importId)),
        status: 'preview',
        choice: null,
      });
    });
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === null) throw error;
    await failImport(deps, importId, refusal.code, refusal.place);
  }
}

/** An attempt that was taken for dead may wake up when another one is done and somebody has gone on from there. */
async function isAwaited(tx: Transaction, importId: string, version: number): Promise<boolean> {
  const record = await selectImport(tx, importId, true);
  return record?.status === 'parsing' && record.version === version;
}

function refusalOf(error: unknown): { code: string; place: PlaceInFile | null } | null {
  if (error instanceof FileRefused) return error;
  return isRightLost(error) ? { code: 'archives.import-right-lost', place: null } : null;
}

/** Ends the reading of a file; its rows are gone, and nothing of it has been written. */
export async function failImport(
  { kit }: Deps,
  importId: string,
  code: string,
  place: PlaceInFile | null = null,
): Promise<void> {
  await kit.database.write(systemScope(permission), async (tx) => {
    const record = await selectImport(tx, importId, true);
    if (record?.status !== 'parsing') return;
    await tx.sql`delete from import_rows where import_id = ${importId}`;
    const none = {
      rows: 0,
      valid: 0,
      invalid: 0,
      added: 0,
      updated: 0,
      unchanged: 0,
      error_counts: [],
      warning_counts: [],
    };
    await updateImport(tx, importId, { ...none, status: 'failed', problem: { code, rows: [], place } });
  });
}

/** The columns have changed, or the roster has: the rows that are kept are judged anew. Returns the version it was done at. */
async function checkAnew(
  deps: Deps,
  record: ImportRecord,
  scope: Scope,
  signal: AbortSignal,
): Promise<number> {
  const { database } = deps.kit;
  const system = systemScope(permission);
  const checking = await database.read(system, (tx) => checkingOf(deps, tx, scope, record));
  let after = 0;
  for (let done = 0; ;) {
    signal.throwIfAborted();
    const seen = await database.write(system, async (tx) => {
      if (!(await isAwaited(tx, record.id, record.version))) return [];
      const rows = await selectRows(tx, record.id, after, chunk);
      const inputs = rows.map(({ row, cells }) => ({
        row,
        kept: openRow(deps.sealer, record.id, row, cells),
        sealed: cells,
      }));
      const checked = await checkRows(tx, checking, inputs);
      await replaceRows(
        tx,
        record.id,
        checked.map((row, index) => rowInsert(checking, row, inputs[index]?.sealed)),
      );
      done += rows.length;
      await tx.sql`update imports set progress_done = ${done}, progress_total = rows where id = ${record.id}`;
      return rows;
    });
    if (seen.length < chunk) return record.version;
    after = seen.at(-1)?.row ?? after;
  }
}

async function readAnew(
  deps: Deps,
  record: ImportRecord,
  scope: Scope,
  signal: AbortSignal,
): Promise<number> {
  const { kit } = deps;
  const system = systemScope(permission);
  await kit.database.write(system, (tx) => tx.sql`delete from import_rows where import_id = ${record.id}`);
  const folder = await mkdtemp(join(tmpdir(), 'banyan-import-'));
  try {
    const path = join(folder, 'content');
    await pipeline(await kit.files.open(fileKey(record.id)), createWriteStream(path, { mode: 0o600 }));
    let checking: Checking | null = null;
    let kept: Kept | null = null;
    let waiting: RawRow[] = [];
    let text = 0;
    let done = 0;
    const flush = async (): Promise<void> => {
      if (checking === null || waiting.length === 0) return;
      const inputs = waiting.map(({ row, cells, marks }): RowInput => ({ row, kept: { cells, marks } }));
      waiting = [];
      text = 0;
      done += inputs.length;
      await storeChunk(deps, record, checking, inputs, done);
    };
    const dropped = await readInThread(
      path,
      record.choice ?? {},
      {
        found: async (source) => {
          const custom = await kit.database.read(system, (tx) =>
            loadCustomColumns(deps, tx, scope, record.organizationId),
          );
          kept = await keepSource(deps, record, source, custom);
          const mapped = { ...record, ...kept };
          checking = await kit.database.read(system, (tx) => checkingOf(deps, tx, scope, mapped, custom));
        },
        people: async (rows) => {
          signal.throwIfAborted();
          waiting.push(...rows);
          for (const row of rows) text += textOfRow(row);
          if (waiting.length >= chunk || text >= batchText) await flush();
        },
      },
      signal,
    );
    await flush();
    const source = { ...(kept as Kept | null)?.source, dropped };
    return await kit.database.write(system, (tx) => updateImport(tx, record.id, { source }));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function storeChunk(
  { kit }: Deps,
  record: ImportRecord,
  checking: Checking,
  inputs: readonly RowInput[],
  done: number,
): Promise<void> {
  const system = systemScope(permission);
  await kit.database.write(system, async (tx) => {
    const checked = await checkRows(tx, checking, inputs);
    await insertRows(
      tx,
      record,
      checked.map((row) => rowInsert(checking, row)),
    );
    await tx.sql`update imports set progress_done = ${done}, rows = ${done} where id = ${record.id}`;
  });
}

type Kept = Pick<ImportRecord, 'source' | 'columns'>;

/** What was found out of the file, with the mapping that files of these headings had the last time. */
async function keepSource(
  { kit }: Deps,
  record: ImportRecord,
  found: RosterSource,
  custom: CustomColumns,
): Promise<Kept> {
  const { headings, samples, ...source } = found;
  return kit.database.write(systemScope(permission), async (tx) => {
    const [remembered] = await tx.sql<{ fields: Remembered }[]>`
      select fields from import_mappings
      where organization_id = ${record.organizationId} and signature = ${headingSignature(headings)}`;
    const kept = {
      source: { ...source, dropped: 0 },
      columns: guessColumns(headings, samples, remembered?.fields ?? null, custom),
    };
    await updateImport(tx, record.id, kept);
    return kept;
  });
}
