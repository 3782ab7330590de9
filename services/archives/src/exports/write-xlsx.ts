import type { WorkbookWriter } from '@cj-tech-master/excelts';
import { openWorkbook } from './open-workbook.ts';

export interface SheetColumn {
  readonly heading: string;
  readonly kind: 'text' | 'day' | 'number';
  readonly width: number;
}

export interface WorkbookParts {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly pages: AsyncIterable<readonly (readonly (string | null)[])[]>;
  /** Printed above every page; the mark of a file that is not for everybody. */
  readonly printedAbove: string;
  /** The second sheet, made when all rows are out. */
  readonly note: (rows: number) => { name: string; lines: readonly (readonly [string, string])[] };
  readonly creator: string;
  readonly created: Date;
}

/** Small files gain little from a harder press, and it takes most of the time. */
const compression = 3;

/**
 * A workbook part by part, as it is asked for. Text is text, whatever it begins with, and stays text when somebody edits
 * the cell; days are dates.
 */
export async function* xlsxOf(parts: WorkbookParts): AsyncGenerator<Uint8Array> {
  const { book, ready } = await openWorkbook({
    useStyles: true,
    trueStreaming: true,
    zip: { zlib: { level: compression } },
    creator: parts.creator,
    lastModifiedBy: parts.creator,
    created: parts.created,
  });
  const sheet = addRoster(book, parts);
  // What begins the file goes out before the first row is read.
  yield* ready();
  let rows = 0;
  for await (const page of parts.pages) {
    for (const row of page) sheet.addRow(row.map((value, at) => cellOf(value, parts.columns[at]))).commit();
    rows += page.length;
    yield* ready();
  }
  sheet.commit();
  addNote(book, parts.note(rows));
  await book.commit();
  yield* ready();
}

const formats = { text: '@', day: 'yyyy-mm-dd', number: '#,##0' } as const;

function cellOf(value: string | null, column: SheetColumn | undefined): string | number | Date | null {
  if (value === null || column === undefined || column.kind === 'text') return value;
  return column.kind === 'day' ? new Date(`${value}T00:00:00Z`) : Number(value);
}

const headingFont = { bold: true, size: 11, name: 'Calibri' };
const a4 = 9;
const lineHeight = 16;
/** Of Chinese, in a line of the note. */
const wideCharacters = 36;
/** In characters; what is wider would be too small to read on one sheet of paper. */
const readableWidth = 230;

function page(columns: readonly { readonly width: number }[]) {
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  return {
    paperSize: a4,
    ...(width > readableWidth ? {} : { fitToPage: true, fitToWidth: 1, fitToHeight: 0 }),
  };
}

function addRoster(book: WorkbookWriter, { name, columns, printedAbove }: WorkbookParts) {
  const sheet = book.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: 1 }],
    // In this place of the file format & begins a code.
    headerFooter: { oddHeader: `&L&8 ${printedAbove.replaceAll('&', '&&')}`, oddFooter: '&R&8&P / &N' },
    pageSetup: { ...page(columns), orientation: 'landscape', printTitlesRow: '1:1' },
  });
  sheet.columns = columns.map(({ width, kind }) => ({
    width: kind === 'day' ? 12 : width,
    style: {
      numFmt: formats[kind],
      ...(kind === 'day' ? { alignment: { horizontal: 'left' as const } } : {}),
    },
  }));
  const heading = sheet.addRow(columns.map((column) => column.heading));
  heading.font = headingFont;
  heading.commit();
  sheet.autoFilter = { from: { row: 1, col: 1 }, to: { row: 1, col: columns.length } };
  return sheet;
}

function addNote(book: WorkbookWriter, { name, lines }: ReturnType<WorkbookParts['note']>): void {
  const columns = [{ width: 14 }, { width: 74 }];
  const sheet = book.addWorksheet(name, { pageSetup: page(columns) });
  sheet.columns = [
    { width: 14, style: { numFmt: '@', font: headingFont, alignment: { vertical: 'top' } } },
    { width: 74, style: { numFmt: '@', alignment: { wrapText: true, vertical: 'top' } } },
  ];
  for (const line of lines) {
    const row = sheet.addRow([...line]);
    // Nobody but a spreadsheet would find out how high a wrapped text is.
    row.height = lineHeight * Math.ceil(line[1].length / wideCharacters);
    row.commit();
  }
  sheet.commit();
}
