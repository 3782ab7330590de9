import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { FileRefused } from './file-refused.ts';
import {
  batchText,
  blankLimit,
  cellLimit,
  columnLimit,
  isBlank,
  type RawRow,
  recordLimit,
  textOfRow,
  widthLimit,
} from './raw-row.ts';
import { decoded, type Encoding } from './text-encoding.ts';

export const delimiters = [',', '\t', ';', '，', '|'] as const;

/** The character that parts most lines of the beginning into equally many cells, outside of quotes. */
export function guessDelimiter(beginning: string): string {
  const lines = beginning
    .replaceAll(/"[^"]*"/g, '""')
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 30);
  let best = ',';
  let most = 0;
  for (const delimiter of delimiters) {
    const counts = lines.map((line) => line.split(delimiter).length - 1).toSorted((a, b) => a - b);
    const usual = counts[Math.floor(counts.length / 2)] ?? 0;
    const agreeing = counts.filter((count) => count === usual).length;
    if (usual > 0 && usual * agreeing > most) [best, most] = [delimiter, usual * agreeing];
  }
  return best;
}

export async function beginningOf(path: string, encoding: Encoding): Promise<string> {
  for await (const text of decoded(path, encoding)) if (text !== '') return text.slice(0, 64 * 1024);
  return '';
}

const batchSize = 500;

/** The rows of a text. `deliver` says true once it has seen enough. */
export async function readCsv(
  path: string,
  encoding: Encoding,
  delimiter: string,
  deliver: (rows: RawRow[]) => Promise<boolean>,
): Promise<void> {
  const parser = parse({
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: recordLimit,
    // The size of a record is that of its texts, and counts no empty ones.
    cast: (cell, { index, records }) => {
      if (index >= widthLimit)
        throw new FileRefused('archives.import-too-many-columns', null, { row: records + 1 });
      return cell;
    },
    record_delimiter: ['\r\n', '\n', '\r'],
  });
  const source = Readable.from(decoded(path, encoding), { objectMode: true });
  source.once('error', (error) => parser.destroy(error));
  source.pipe(parser);
  let rows: RawRow[] = [];
  let row = 0;
  let blanks = 0;
  let text = 0;
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      row += 1;
      const read = rowOf(row, record);
      blanks = isBlank(read) ? blanks + 1 : 0;
      if (blanks > blankLimit) return;
      if (blanks > 0) continue;
      rows.push(read);
      text += textOfRow(read);
      if (rows.length < batchSize && text < batchText) continue;
      if (await deliver(rows)) return;
      rows = [];
      text = 0;
    }
    if (rows.length > 0) await deliver(rows);
  } catch (error) {
    throw error instanceof CsvError ? refusalOf(error, row + 1) : error;
  } finally {
    source.destroy();
    parser.destroy();
  }
}

function refusalOf(error: CsvError, row: number): FileRefused {
  const isLong = error.code === 'CSV_MAX_RECORD_SIZE';
  return new FileRefused(isLong ? 'archives.import-row-too-long' : 'archives.import-damaged', error, { row });
}

function rowOf(row: number, record: readonly string[]): RawRow {
  // Spreadsheets are made to keep long digits as text by a formula of text alone, or by a leading apostrophe.
  const cells = record.map((cell) =>
    cell
      .trim()
      .replace(/^="(.*)"$/s, '$1')
      .replace(/^'(?=\d)/, ''),
  );
  while (cells.at(-1) === '') cells.pop();
  if (cells.length > columnLimit) throw new FileRefused('archives.import-too-many-columns', null, { row });
  const rounded: Record<number, 'r'> = {};
  for (const [column, cell] of cells.entries()) {
    if (cell.length > cellLimit) throw new FileRefused('archives.import-cell-too-long', null, { row });
    // What a spreadsheet makes of eighteen digits when it writes a text: its last digits are lost.
    if (/^\d(\.\d+)?E\+1[4-9]$/i.test(cell)) rounded[column] = 'r';
  }
  return Object.keys(rounded).length === 0 ? { row, cells } : { row, cells, marks: rounded };
}
