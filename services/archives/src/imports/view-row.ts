import { isCustomName } from '../fields/change-custom.ts';
import { isSensitive, masks } from '../members/masks.ts';
import { maskedChange } from '../members/member-record.ts';
import type { Sealer } from '../members/sealed-fields.ts';
import type { BranchIndex } from './branches.ts';
import { type ImportField, importFields, type ImportStatus } from './import-fields.ts';
import type { ImportRow } from './import-row-table.ts';
import type { ImportRecord } from './import-table.ts';
import type { ImportRowView } from './import-views.ts';
import { openRow } from './kept-row.ts';
import { columnsByField } from './layout.ts';
import { type KeptRow, parseRow } from './parse-row.ts';
import { type ColumnsByField, columnsOf, rowError, rowErrors } from './view-import.ts';

type Change = ImportRowView['changes'][number];
export type ShownRow = ImportRow & { readonly hasId: boolean };

/** The text of a field as the file has it, or as corrected. */
export function textOf(columns: ReadonlyMap<ImportField, number>, kept: KeptRow, field: ImportField): string {
  return kept.corrections?.[field] ?? kept.cells[columns.get(field) ?? -1] ?? '';
}

function mask(field: ImportField, text: string): string {
  return isSensitive(field) && text !== '' ? masks[field](text) : text;
}

/** While these hold, the people of added rows are on the roll. */
const written = new Set<ImportStatus>(['committed', 'undoing']);

/** A row for its reader. A sensitive cell is shown where it is wrong and the reader may correct it; else masked. */
export function viewRow(
  sealer: Sealer,
  record: ImportRecord,
  row: ShownRow,
  entitled: boolean,
): ImportRowView {
  const kept = openRow(sealer, record.id, row.row, row.cells);
  const columns = columnsOf(record.columns);
  const indexes = columnsByField(record.columns);
  const errors = rowErrors(row, columns);
  const wrong = new Set(errors.map(({ field }) => field));
  const fields = shownFields(columns, kept).filter(
    (field) => columns.has(field) || kept.corrections?.[field] !== undefined || wrong.has(field),
  );
  return {
    row: row.row,
    name: row.name,
    valid: row.valid,
    action: row.valid ? row.action : null,
    memberId: row.action === 'add' && !written.has(record.status) ? null : row.recordId,
    cells: fields.map((field) => {
      const text = textOf(indexes, kept, field);
      const masked = isSensitive(field) && !(entitled && wrong.has(field));
      return {
        field,
        column: columns.get(field)?.heading ?? '',
        text: masked ? mask(field, text) : text,
        masked,
        corrected: kept.corrections?.[field] !== undefined,
      };
    }),
    errors,
    warnings: row.warnings.map((issue) => rowError(row.row, issue, columns)),
    changes: changesOf(sealer, record, row, kept),
    corrected: row.corrected,
    version: row.version,
  };
}

/** Those of every record, then custom ones that the file or a correction brings. */
function shownFields(columns: ColumnsByField, { corrections = {} }: KeptRow): ImportField[] {
  const custom = [...columns.keys(), ...Object.keys(corrections)].filter(isCustomName);
  return custom.length === 0 ? [...importFields] : [...importFields, ...new Set(custom)];
}

/** What an update changes, or what an addition writes. */
function changesOf(sealer: Sealer, record: ImportRecord, row: ShownRow, kept: KeptRow): Change[] {
  const { recordId } = row;
  if (recordId === null || !row.valid) return [];
  // Of an addition only values of custom fields are kept apart from its cells.
  if (row.action === 'add') return [...newValues(record, row.homeId, kept), ...row.changes];
  return row.changes.map((change) => maskedChange(sealer, recordId, change));
}

function newValues(
  { columns, defaults, source }: ImportRecord,
  organizationId: string | null,
  kept: KeptRow,
): Change[] {
  // The branch was found when the row was checked.
  const branches: BranchIndex = {
    find: () => organizationId ?? { code: 'organization.unknown', suggestions: [] },
    get: () => undefined,
    section: () => null,
    homes: [],
  };
  const layout = {
    columns: columnsByField(columns),
    defaults,
    date1904: source?.date1904 ?? false,
    branches,
  };
  const { stage, values } = parseRow(layout, kept);
  return Object.entries({ organizationId, stage, ...values })
    .filter(([, to]) => to !== undefined && to !== null)
    .map(([field, to]) => ({
      field,
      from: null,
      to: isSensitive(field) && typeof to === 'string' ? masks[field](to) : to,
    }));
}
