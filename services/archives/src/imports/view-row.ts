import { isSensitive, masks } from '../members/masks.ts';
import { maskedChange } from '../members/member-record.ts';
import type { Sealer } from '../members/sealed-fields.ts';
import { type ImportField, importFields, type ImportStatus } from './import-fields.ts';
import type { ImportRecord, ImportRow } from './import-table.ts';
import type { ImportRowView } from './import-views.ts';
import { openRow } from './kept-row.ts';
import { columnsByField } from './layout.ts';
import { type KeptRow } from './parse-row.ts';
import { columnsOf, rowError, rowErrors } from './view-import.ts';

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
  const fields = importFields.filter(
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
    changes:
      row.recordId === null
        ? []
        : row.changes.map((change) => maskedChange(sealer, row.recordId as string, change)),
    corrected: row.corrected,
    version: row.version,
  };
}
