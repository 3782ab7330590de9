import type { ArchivesSchemas } from '@banyan/api-client/archives';

export type Import = ArchivesSchemas['Import'];
export type ImportSummary = ArchivesSchemas['ImportSummary'];
export type ImportColumn = ArchivesSchemas['ImportColumn'];
export type ImportRow = ArchivesSchemas['ImportRow'];
export type RowError = ArchivesSchemas['ImportRowError'];
/** A field of every record. */
export type RosterField = ArchivesSchemas['ImportField'];
/** What a column can bring: also `custom.<key>`. */
export type ImportField = NonNullable<ArchivesSchemas['ImportColumnField']>;
export type ImportMode = ImportSummary['mode'];
export type ImportStatus = ImportSummary['status'];

export const modes: readonly ImportMode[] = ['both', 'add', 'update'];
export const statuses: readonly ImportStatus[] = [
  'parsing',
  'preview',
  'committing',
  'committed',
  'undoing',
  'undone',
  'failed',
];

/** The service is at work; the page asks again each second. */
export function isRunning(status: ImportStatus | undefined): boolean {
  return status === 'parsing' || status === 'committing' || status === 'undoing';
}

export type Step = 'columns' | 'rows' | 'differences' | 'result';

/** The steps that can be looked at now, in their order. */
export function openSteps({ status }: Import): Step[] {
  if (status === 'preview') return ['columns', 'rows', 'differences'];
  if (status === 'committed' || status === 'undone') return ['result', 'rows'];
  return [];
}

/** Where somebody who comes back goes on: at the first thing that still stops the import. */
export function firstOpenStep(shown: Import): Step {
  if (shown.status !== 'preview') return 'result';
  if (shown.missing.length > 0) return 'columns';
  return shown.invalid > 0 ? 'rows' : 'differences';
}

/** The fields a row is shown with: the name, then what is or was wrong, so that it is in sight, then the rest. */
export function fieldsOf(columns: readonly ImportColumn[], rows: readonly ImportRow[]): ImportField[] {
  const wrong = rows.flatMap((row) => [
    ...row.errors.map(({ field }) => field),
    ...row.cells.filter(({ corrected }) => corrected).map(({ field }) => field),
  ]);
  const mapped = columns.map(({ field }) => field);
  const inOrder = mapped.filter((field) => wrong.includes(field));
  return [...new Set<ImportField | null>(['name', ...inOrder, ...wrong, ...mapped])].filter(
    (field) => field !== null,
  );
}

export type CellPlace = { row: number; field: ImportField };

/** The wrong cells of these rows, row by row, in the order of the columns. */
export function wrongCells(rows: readonly ImportRow[], fields: readonly ImportField[]): CellPlace[] {
  return rows.flatMap(({ row, errors }) =>
    fields.filter((field) => errors.some((error) => error.field === field)).map((field) => ({ row, field })),
  );
}

/** The next wrong cell after one: first what is still wrong in the same row, then further down, then from the top. */
export function nextWrongCell(
  rows: readonly ImportRow[],
  fields: readonly ImportField[],
  from: CellPlace,
): CellPlace | null {
  const wrong = wrongCells(rows, fields).filter((cell) => cell.row !== from.row || cell.field !== from.field);
  return (
    wrong.find(({ row }) => row === from.row) ?? wrong.find(({ row }) => row > from.row) ?? wrong[0] ?? null
  );
}
