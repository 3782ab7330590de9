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

/** People of a file. */
export const rowLimit = 200_000;
export const columnLimit = 200;
/** Blank columns too, of which spreadsheets write as many as they can have. */
export const widthLimit = 16_384;
export const lastRow = 1_048_576;
/** Characters of a cell, of a row, and of all people of a file; a person takes two hundred. */
export const cellLimit = 32_767;
export const recordLimit = 256 * 1024;
export const textLimit = 128 * 1024 * 1024;
/** Of all people, up to the last that is filled in each row. */
export const cellsLimit = 10_000_000;
/** Nothing is looked for after so many blank rows. */
export const blankLimit = 20_000;
/** Of a workbook: texts that cells share, their bytes, formats of cells, sheets. */
export const stringsLimit = 4_000_000;
export const stringBytesLimit = 64 * 1024 * 1024;
export const stylesLimit = 65_536;
export const sheetsLimit = 200;
/** Rows that are handed on together hold no more characters than this and one row. */
export const batchText = 1024 * 1024;

export function isBlank({ cells, marks }: RawRow): boolean {
  return marks === undefined && cells.every((cell) => cell === '');
}

/** In characters. */
export function textOfRow({ cells }: RawRow): number {
  let length = 0;
  for (const cell of cells) length += cell.length;
  return length;
}
