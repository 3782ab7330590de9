import type { ImportField, ImportRow, RowError } from './import.ts';

export type Cell = {
  text: string;
  masked: boolean;
  corrected: boolean;
  errors: RowError[];
  warnings: RowError[];
};

/** What stands in a field of a row and what is to be said of it; a column that the file lacks is empty. */
export function cellOf(row: ImportRow, field: ImportField): Cell {
  const cell = row.cells.find((other) => other.field === field);
  return {
    text: cell?.text ?? '',
    masked: cell?.masked ?? false,
    corrected: cell?.corrected ?? false,
    errors: row.errors.filter((error) => error.field === field),
    warnings: row.warnings.filter((warning) => warning.field === field),
  };
}

/** What is wrong with the row as a whole. */
export function rowErrors(row: ImportRow): RowError[] {
  return row.errors.filter(({ field }) => field === null);
}
