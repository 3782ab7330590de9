import { dateOfSerial } from './excel-dates.ts';
import { FileRefused } from './file-refused.ts';
import type { OpenZip } from './open-zip.ts';
import {
  blankLimit,
  type CellMark,
  cellLimit,
  columnLimit,
  isBlank,
  lastRow,
  type RawRow,
  recordLimit,
  textOfRow,
} from './raw-row.ts';
import { readXml } from './read-xml.ts';
import { type Merge, readMerges, spreadMerges } from './merges.ts';
import { unescaped, type WorkbookParts } from './workbook-parts.ts';

/** Digits that a number keeps in a spreadsheet. */
const exactDigits = 15;

/** Index of the column of `AB12`, from 0. */
export function columnOf(ref: string): number {
  let column = 0;
  for (let index = 0; index < ref.length; index += 1) {
    const code = ref.charCodeAt(index) & ~32;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column - 1;
}

interface OpenCell {
  column: number;
  style: number;
  type: string;
  value: string;
  formula: boolean;
  valued: boolean;
}

/** Text and mark of a cell as it stands in the XML. */
function readCell(
  cell: OpenCell,
  { strings, dateStyles, date1904 }: WorkbookParts,
): [string, CellMark | null] {
  const { type, value } = cell;
  if (cell.formula && (!cell.valued || value === '')) return ['', type === 'str' && cell.valued ? 'f' : 'n'];
  if (type === 'e') return [value, 'e'];
  const formula: CellMark | null = cell.formula ? 'f' : null;
  if (type === 's') return [strings.at(Number(value)), formula];
  if (type === 'inlineStr' || type === 'str') return [unescaped(value), formula];
  if (type === 'b') return [value === '1' ? 'TRUE' : 'FALSE', formula];
  if (type === 'd') return [value.slice(0, 10), formula];
  if (value.trim() === '') return ['', null];
  const number = Number(value);
  if (!Number.isFinite(number)) return [value, formula];
  if (dateStyles[cell.style] === true) {
    const date = dateOfSerial(number, date1904);
    if (date !== null) return [date, formula ?? 'd'];
  }
  const text = Number.isInteger(number) ? BigInt(number).toString() : String(number);
  return [text, Number.isInteger(number) && text.length > exactDigits ? 'r' : formula];
}

/** The rows of one sheet in their order, from the first to the last that is not blank. */
export async function readSheet(
  zip: OpenZip,
  parts: WorkbookParts,
  entry: string,
  deliver: (rows: RawRow[]) => Promise<boolean>,
): Promise<void> {
  const merges = await readMerges(await zip.open(entry));
  const reader = new SheetReader(parts, merges);
  await readXml(await zip.open(entry), {
    open: (name, attributes) => reader.open(name, attributes),
    text: (piece) => reader.text(piece),
    close: (name) => reader.close(name),
    paused: async () =>
      reader.ended || ((reader.ready.length > 0 && (await deliver(reader.take()))) as boolean),
  });
}

class SheetReader {
  ready: RawRow[] = [];
  ended = false;
  readonly #parts: WorkbookParts;
  readonly #spread: (row: RawRow) => void;
  #row: { row: number; cells: string[]; marks?: Record<number, CellMark> } | null = null;
  #cell: OpenCell | null = null;
  #takes = false;
  #inReading = false;
  #last = 0;
  #blanks = 0;

  constructor(parts: WorkbookParts, merges: readonly Merge[]) {
    this.#parts = parts;
    this.#spread = spreadMerges(merges);
  }

  take(): RawRow[] {
    const rows = this.ready;
    this.ready = [];
    return rows;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'row') {
      const row = Number(attributes['r'] ?? this.#last + 1);
      // Rows stand in their order, and each once.
      if (!(Number.isInteger(row) && row > this.#last && row <= lastRow))
        throw new FileRefused('archives.import-damaged', null, { row: this.#last });
      this.#row = { row, cells: [] };
      this.#last = row;
    } else if (name === 'c' && this.#row !== null) {
      const ref = attributes['r'];
      const column = ref === undefined ? (this.#cell?.column ?? -1) + 1 : columnOf(ref);
      const style = Number(attributes['s'] ?? 0);
      this.#cell = { column, style, type: attributes['t'] ?? 'n', value: '', formula: false, valued: false };
    } else if (this.#cell !== null) {
      if (name === 'f') this.#cell.formula = true;
      else if (name === 'rPh') this.#inReading = true;
      else if (name === 'v' || name === 't') {
        this.#takes = !this.#inReading;
        this.#cell.valued = true;
      }
    }
  }

  text(piece: string): void {
    if (!this.#takes || this.#cell === null) return;
    this.#cell.value += piece;
    if (this.#cell.value.length > cellLimit)
      throw new FileRefused('archives.import-cell-too-long', null, { row: this.#last });
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.#takes = false;
    else if (name === 'rPh') this.#inReading = false;
    else if (name === 'c') this.#closeCell();
    else if (name === 'row') this.#closeRow();
  }

  #closeCell(): void {
    const [row, cell] = [this.#row, this.#cell];
    if (row === null || cell === null || (!cell.valued && !cell.formula)) return;
    const [text, mark] = readCell(cell, this.#parts);
    if (text.trim() === '' && mark === null) return;
    if (cell.column >= columnLimit)
      throw new FileRefused('archives.import-too-many-columns', null, { row: row.row });
    if (cell.column < 0) throw new FileRefused('archives.import-damaged', null, { row: row.row });
    while (row.cells.length < cell.column) row.cells.push('');
    row.cells[cell.column] = text;
    if (mark !== null) (row.marks ??= {})[cell.column] = mark;
  }

  #closeRow(): void {
    const row = this.#row;
    this.#row = null;
    this.#cell = null;
    if (row === null || this.ended) return;
    this.#spread(row);
    if (isBlank(row)) {
      this.#blanks += 1;
      if (this.#blanks > blankLimit) this.ended = true;
      return;
    }
    this.#blanks = 0;
    if (textOfRow(row) > recordLimit)
      throw new FileRefused('archives.import-row-too-long', null, { row: row.row });
    this.ready.push(row);
  }
}
