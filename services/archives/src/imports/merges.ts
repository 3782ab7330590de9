import type { Readable } from 'node:stream';
import { FileRefused } from './file-refused.ts';
import { columnLimit, type RawRow } from './raw-row.ts';

/** Cells shown as one; only the first holds the value. Columns from 0, rows from 1, both ends included. */
export interface Merge {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

const mergeLimit = 50_000;

/** They stand behind the rows of a sheet, and are needed before them. */
export async function readMerges(source: Readable): Promise<Merge[]> {
  const merges: Merge[] = [];
  let rest = '';
  try {
    for await (const chunk of source) {
      const text = rest + (chunk as Buffer).toString('latin1');
      if (text.includes('mergeCell'))
        for (const [, ref] of text.matchAll(/<(?:\w+:)?mergeCell\s+ref="([A-Z]+\d+:[A-Z]+\d+)"/g)) {
          if (merges.length < mergeLimit) merges.push(mergeOf(ref as string));
        }
      // A tag that is cut in two comes whole with the next piece; one that was read is not read again.
      rest = text.slice(Math.max(text.lastIndexOf('>') + 1, text.length - 100));
    }
  } catch {
    // What is damaged is told by the reading of the rows.
  }
  return merges.toSorted((a, b) => a.top - b.top);
}

function mergeOf(ref: string): Merge {
  const [, left, top, right, bottom] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(ref) as unknown as string[];
  return {
    top: Number(top),
    bottom: Number(bottom),
    left: columnNumber(left as string),
    right: columnNumber(right as string),
  };
}

function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** Puts the value of merged cells into each of them, row by row from the top. A merge is never wider than 60 columns. */
export function spreadMerges(merges: readonly Merge[]): (row: RawRow) => void {
  let next = 0;
  let active: { merge: Merge; text: string }[] = [];
  return ({ row, cells }) => {
    active = active.filter(({ merge }) => merge.bottom >= row);
    for (let merge = merges[next]; merge !== undefined && merge.top <= row; merge = merges[next]) {
      next += 1;
      const text = merge.top === row ? (cells[merge.left] ?? '') : '';
      if (text !== '') active.push({ merge, text });
      // Merges do not overlap, so that no row has more of them than columns.
      if (active.length > columnLimit) throw new FileRefused('archives.import-damaged', null, { row });
    }
    for (const { merge, text } of active) {
      const right = Math.min(merge.right, merge.left + 60);
      while (cells.length <= right) cells.push('');
      for (let column = merge.left; column <= right; column += 1)
        if (cells[column] === '') cells[column] = text;
    }
  };
}

/** The spreadsheet's name of a column, from 0. */
export function letterOf(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}
