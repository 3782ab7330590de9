import type { ImportField } from './import-fields.ts';
import { normalText } from './normal-text.ts';
import type { KeptRow, Layout } from './parse-row.ts';
import type { CellMark } from './raw-row.ts';

/** The text of a field: corrected, else from its column. */
export function cellOf(
  layout: Pick<Layout, 'columns'>,
  kept: KeptRow,
  field: ImportField,
): { text: string; mark: CellMark | null } {
  const { text, mark } = rawCellOf(layout, kept, field);
  return { text: text === '' ? '' : normalText(text), mark };
}

/** The same as it was written. */
export function rawCellOf(
  { columns }: Pick<Layout, 'columns'>,
  kept: KeptRow,
  field: ImportField,
): { text: string; mark: CellMark | null } {
  const corrected = kept.corrections?.[field];
  if (corrected !== undefined) return { text: corrected, mark: null };
  const column = columns.get(field);
  if (column === undefined) return { text: '', mark: null };
  return { text: kept.cells[column] ?? '', mark: kept.marks?.[column] ?? null };
}
