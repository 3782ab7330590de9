/**
 * What is to be known of a cell besides its text: `f` a formula with its value, `n` a formula without one, `e` an error,
 * `d` a number shown as a date (the text is the date), `r` a number that lost digits when it was stored.
 */
export type CellMark = 'f' | 'n' | 'e' | 'd' | 'r';

/** A row as the file has it. Cells are text; blank cells at the end are left out. */
export interface RawRow {
  /** As the spreadsheet numbers it, from 1. */
  readonly row: number;
  readonly cells: string[];
  readonly marks?: Record<number, CellMark>;
}

export const rowLimit = 200_000;
export const columnLimit = 200;
export const cellLimit = 32_767;
/** Nothing is looked for after so many blank rows. */
export const blankLimit = 20_000;

export function isBlank({ cells, marks }: RawRow): boolean {
  return marks === undefined && cells.every((cell) => cell === '');
}
