import type { Transaction } from '@banyan/service-kit/database';
import { systemScope } from '@banyan/service-kit/scope';
import type { Deps } from '../deps.ts';
import { type CheckedRow, type Checking, checkRows } from './check-rows.ts';
import { type ImportRow, selectRows } from './import-row-table.ts';
import type { ImportRecord, StoredProblem } from './import-table.ts';
import { openRow } from './kept-row.ts';
import { type Step, stepsOf } from './write-rows.ts';

/** Few enough to be forgotten young: what outlives two scavenges fills the heap of the whole service. */
export const rowsAtOnce = 500;

export function checkKept(
  deps: Deps,
  tx: Transaction,
  checking: Checking,
  importId: string,
  rows: readonly ImportRow[],
): Promise<CheckedRow[]> {
  return checkRows(
    tx,
    checking,
    rows.map(({ row, cells }) => ({ row, kept: openRow(deps.sealer, importId, row, cells) })),
  );
}

/** Whether a row would now do something else than its preview showed. */
export function isOvertaken(
  row: ImportRow,
  { settled: { action, match, organizationId } }: CheckedRow,
): boolean {
  return (
    action !== row.action ||
    organizationId !== row.homeId ||
    (match !== null && match.id !== row.recordId) ||
    (match?.version ?? null) !== row.recordVersion
  );
}

export interface JudgedChunk {
  readonly rows: readonly ImportRow[];
  readonly overtaken: StoredProblem['rows'];
  readonly steps: readonly Step[];
}

/**
 * The rows, judged against the roster as it is, with all that is to be written of them. Read on a connection of its own,
 * so that one chunk is made ready while another is written; what changes in between is caught by versions and ID numbers.
 */
export async function* judgedChunks(
  deps: Deps,
  record: ImportRecord,
  checking: Checking,
  signal: AbortSignal,
): AsyncGenerator<JudgedChunk, void> {
  for (let after = 0; ;) {
    signal.throwIfAborted();
    const { rows, checked } = await deps.kit.database.read(
      systemScope('archives.member.import'),
      async (tx) => {
        const kept = await selectRows(tx, record.id, after, rowsAtOnce, 'writable');
        return { rows: kept, checked: await checkKept(deps, tx, checking, record.id, kept) };
      },
    );
    const overtaken = checked.flatMap((row, index) => {
      const kept = rows[index] as ImportRow;
      if (!isOvertaken(kept, row)) return [];
      return [{ row: row.row, name: kept.name, code: row.settled.errors[0]?.code ?? 'row.overtaken' }];
    });
    const steps = overtaken.length > 0 ? [] : await stepsOf(deps, rows, checked);
    yield { rows, overtaken, steps };
    if (rows.length < rowsAtOnce) return;
    after = rows.at(-1)?.row ?? after;
  }
}
