import type { Transaction } from '@banyan/service-kit/database';
import type { OrganizationTree } from '@banyan/service-kit/organization-tree';
import { isoInstant } from '../members/show-views.ts';
import { undecidedColumns } from './guess-columns.ts';
import { actProblems, fileProblems, rowMessages, undoReasons, warningMessages } from './import-codes.ts';
import type { ImportAbility, ImportField } from './import-fields.ts';
import { type ImportRow, rowColumns } from './import-row-table.ts';
import type { ImportRecord, Who } from './import-table.ts';
import type { ImportColumn, ImportSummary, ImportView, RowError } from './import-views.ts';
import { missingFields } from './layout.ts';
import { letterOf } from './merges.ts';
import type { Issue } from './parse-row.ts';

const shownErrors = 1_000;
const texts: Readonly<Record<string, string>> = {
  ...rowMessages,
  ...warningMessages,
  ...fileProblems,
  ...actProblems,
  ...undoReasons,
};

export function messageOf(code: string): string {
  return texts[code] ?? code;
}

export function abilitiesOf(record: ImportRecord): ImportAbility[] {
  switch (record.status) {
    case 'parsing':
      return ['discard'];
    case 'failed':
      return record.problem?.code === 'archives.import-right-lost' ? ['discard'] : ['map', 'discard'];
    case 'preview': {
      const ready = record.valid > 0 && undecidedColumns(record.columns).length === 0;
      return ['map', 'correct', ...(ready ? (['commit'] as const) : []), 'discard'];
    }
    case 'committed':
      return ['undo'];
    default:
      return [];
  }
}

const underWay = new Set(['parsing', 'committing', 'undoing']);

function personOf(who: Who | null): Who | null {
  return who === null ? null : { id: who.id, name: who.name };
}

export function importSummary(record: ImportRecord, tree: OrganizationTree): ImportSummary {
  const { id, organizationId, fileName, size, mode, status, version } = record;
  const { rows, valid, invalid, added, updated, unchanged } = record;
  return {
    id,
    organizationId,
    organizationName: tree.get(organizationId)?.name ?? '',
    fileName,
    size,
    mode,
    status,
    rows,
    valid,
    invalid,
    added,
    updated,
    unchanged,
    progress: underWay.has(status) ? { done: record.progressDone, total: record.progressTotal } : null,
    createdAt: isoInstant(record.createdAt),
    createdBy: { id: record.accountId, name: record.actorName },
    committedAt: record.committedAt && isoInstant(record.committedAt),
    committedBy: record.committedAt === null ? null : personOf(record.committedBy),
    undoneAt: record.undoneAt && isoInstant(record.undoneAt),
    undoneBy: record.undoneAt === null ? null : personOf(record.undoneBy),
    version,
    abilities: abilitiesOf(record),
  };
}

/** Headings that nobody has chosen between, rows that are wrong, and all else about an import. */
export async function importView(
  tx: Transaction,
  record: ImportRecord,
  tree: OrganizationTree,
): Promise<ImportView> {
  const columns = columnsOf(record.columns);
  const wrong = record.invalid === 0 ? [] : await wrongRows(tx, record.id);
  const { source, problem } = record;
  return {
    ...importSummary(record, tree),
    source: source && {
      kind: source.kind,
      sheets: source.sheets,
      sheet: source.sheet,
      encoding: source.encoding,
      delimiter: source.delimiter,
      headingFrom: source.from,
      headingTo: source.to,
      dropped: source.dropped,
    },
    columns: record.columns,
    defaults: record.defaults,
    missing: source === null ? [] : missingFields(record.mode, record.columns, record.defaults),
    errors: [...headingErrors(record), ...wrong.flatMap((row) => rowErrors(row, columns))].slice(
      0,
      shownErrors,
    ),
    errorCounts: record.errorCounts,
    warningCounts: record.warningCounts,
    problem: problem && {
      ...problem,
      message: messageOf(problem.code),
      rows: [...problem.rows],
      place: problem.place ? { sheet: problem.place.sheet ?? null, row: problem.place.row ?? null } : null,
    },
  };
}

function wrongRows(tx: Transaction, importId: string): Promise<ErrorRow[]> {
  return tx.sql.unsafe<ErrorRow[]>(
    `select r.row, r.errors, r.duplicate_of as "duplicateOf", (r.id_hash is not null) as "hasId"
      from import_rows r where r.import_id = $1::uuid and not r.valid order by r.row limit ${shownErrors}`,
    [importId],
  );
}

export type ErrorRow = Pick<ImportRow, 'row' | 'errors' | 'duplicateOf'> & { readonly hasId: boolean };

/** Row columns with what `rowErrors` needs. */
export const shownRowColumns = `${rowColumns}, (r.id_hash is not null) as "hasId"`;

export type ColumnsByField = ReadonlyMap<ImportField, ImportColumn>;

export function columnsOf(columns: readonly ImportColumn[]): ColumnsByField {
  return new Map(
    columns.flatMap((column) => (column.field === null ? [] : [[column.field, column] as const])),
  );
}

function headingErrors({ columns, source }: ImportRecord): RowError[] {
  return undecidedColumns(columns).map(({ index, heading }) => ({
    row: source?.to ?? 1,
    column: heading,
    cell: `${letterOf(index)}${source?.to ?? 1}`,
    field: null,
    code: 'heading.duplicate',
    message: messageOf('heading.duplicate'),
  }));
}

/** What is wrong with a row, where in the file, and what to do. */
export function rowErrors(
  { row, errors, duplicateOf, hasId }: ErrorRow,
  columns: ColumnsByField,
): RowError[] {
  const own = errors.map((issue) => rowError(row, issue, columns));
  if (duplicateOf === null) return own;
  const field = hasId ? 'idNumber' : 'name';
  return [...own, rowError(row, { field, code: 'duplicate.in-file', rows: duplicateOf }, columns)];
}

export function rowError(row: number, issue: Issue, columns: ColumnsByField): RowError {
  const column = issue.field === null ? undefined : columns.get(issue.field);
  return {
    row,
    column: column?.heading ?? '',
    cell: column === undefined ? null : `${column.letter}${row}`,
    field: issue.field,
    code: issue.code,
    message: messageOf(issue.code),
    ...(issue.rows && { rows: [...issue.rows] }),
    ...(issue.suggestions && { suggestions: [...issue.suggestions] }),
    ...(issue.memberId && { memberId: issue.memberId }),
  };
}
