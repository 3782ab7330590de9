import { open } from 'node:fs/promises';
import { FileRefused, placed } from './file-refused.ts';
import { findHeading, type Heading, headingDepth, isFoot, joinHeadings } from './find-heading.ts';
import { guessColumns } from './guess-columns.ts';
import { normalText } from './normal-text.ts';
import { openZip } from './open-zip.ts';
import { cellsLimit, type RawRow, rowLimit, textLimit, textOfRow } from './raw-row.ts';
import { beginningOf, guessDelimiter, readCsv } from './read-csv.ts';
import { readSheet } from './sheet-rows.ts';
import { type Encoding, encodingByStart, guessEncoding } from './text-encoding.ts';
import { readParts, refuseByNames } from './workbook-parts.ts';

/** What somebody chose instead of what would be guessed. */
export interface RosterChoice {
  readonly sheet?: string | undefined;
  readonly encoding?: Encoding | undefined;
  readonly headingFrom?: number | undefined;
  readonly headingTo?: number | undefined;
}

/** What was found out about a file before its people are read. */
export interface RosterSource extends Heading {
  readonly kind: 'xlsx' | 'csv';
  readonly sheets: string[];
  readonly sheet: string | null;
  readonly encoding: Encoding | null;
  readonly delimiter: string | null;
  readonly date1904: boolean;
  /** The cells of the first rows of people. */
  readonly samples: string[][];
}

export interface RosterSink {
  found(source: RosterSource): Promise<void>;
  people(rows: RawRow[]): Promise<void>;
}

const zipStart = [0x50, 0x4b, 0x03, 0x04];
const oleStart = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

async function startOf(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** What a file is by its content. An encrypted workbook is a container of the old form that holds a package. */
async function kindOf(path: string, start: Uint8Array): Promise<'xlsx' | 'csv'> {
  const begins = (bytes: readonly number[]) => bytes.every((byte, index) => start[index] === byte);
  if (begins(zipStart)) return 'xlsx';
  if (begins(oleStart))
    throw new FileRefused(
      (await isEncryptedPackage(path)) ? 'archives.import-encrypted' : 'archives.import-old-workbook',
    );
  if (start.length === 0) throw new FileRefused('archives.import-no-rows');
  const text = encodingByStart(start) !== null || !start.includes(0);
  const markup = /^\s*(<(!doctype|html|\?xml|table)|%PDF|\{\\rtf)/i.test(
    Buffer.from(start).toString('latin1'),
  );
  if (!text || markup) throw new FileRefused('archives.import-not-a-roster');
  return 'csv';
}

async function isEncryptedPackage(path: string): Promise<boolean> {
  const name = Buffer.from('EncryptedPackage', 'utf16le');
  const file = await open(path);
  try {
    let rest = Buffer.alloc(0);
    for await (const chunk of file.createReadStream({ autoClose: false })) {
      const piece = Buffer.concat([rest, chunk as Buffer]);
      if (piece.includes(name)) return true;
      rest = piece.subarray(-name.length);
    }
    return false;
  } finally {
    await file.close();
  }
}

/** Throws FileRefused for what can be told without reading it all, while its sender still waits. */
export async function refuseAtOnce(path: string): Promise<void> {
  if ((await kindOf(path, await startOf(path))) === 'csv') return;
  const zip = await openZip(path);
  try {
    refuseByNames(zip);
  } finally {
    zip.close();
  }
}

/** Reads the people of a file, whatever it is called. Returns how many rows were no people. */
export async function readRoster(path: string, choice: RosterChoice, sink: RosterSink): Promise<number> {
  const start = await startOf(path);
  return (await kindOf(path, start)) === 'xlsx'
    ? readWorkbook(path, choice, sink)
    : readText(path, start, choice, sink);
}

async function readText(
  path: string,
  start: Uint8Array,
  choice: RosterChoice,
  sink: RosterSink,
): Promise<number> {
  const encoding = choice.encoding ?? (await guessEncoding(path, start));
  const delimiter = guessDelimiter(await beginningOf(path, encoding));
  const about = { kind: 'csv' as const, sheets: [], sheet: null, encoding, delimiter, date1904: false };
  const reader = new PeopleReader(about, choice, sink);
  await readCsv(path, encoding, delimiter, (rows) => reader.take(rows));
  return reader.end();
}

async function readWorkbook(path: string, choice: RosterChoice, sink: RosterSink): Promise<number> {
  const zip = await openZip(path);
  try {
    refuseByNames(zip);
    const parts = await readParts(zip);
    const shown = parts.sheets.filter(({ hidden }) => !hidden);
    const wanted =
      choice.sheet === undefined ? shown : parts.sheets.filter(({ name }) => name === choice.sheet);
    if (wanted.length === 0) throw new FileRefused('archives.import-no-sheet');
    let refusal: unknown = null;
    for (const { name, entry } of wanted) {
      const about = {
        kind: 'xlsx' as const,
        sheets: shown.map((sheet) => sheet.name),
        sheet: name,
        encoding: null,
        delimiter: null,
        date1904: parts.date1904,
      };
      const reader = new PeopleReader(about, choice, sink);
      try {
        await readSheet(zip, parts, entry, (rows) => reader.take(rows));
      } catch (error) {
        throw placed(error, { sheet: name });
      }
      try {
        return await reader.end();
      } catch (error) {
        // The first sheet with a heading is meant; a cover or notes may stand before it.
        if (reader.hasHeading || !(error instanceof FileRefused)) throw error;
        refusal ??= error;
      }
    }
    throw refusal;
  } finally {
    zip.close();
  }
}

/** Characters above which rows wait for their heading no longer. */
const waitingLimit = 4 * 1024 * 1024;

/** A column that is mostly empty has its first values further down. */
const lookedAt = 50;

/** Waits for the heading, and then hands on the people below it. */
class PeopleReader {
  hasHeading = false;
  readonly #about: Omit<RosterSource, keyof Heading | 'samples'>;
  readonly #choice: RosterChoice;
  readonly #sink: RosterSink;
  #waiting: RawRow[] = [];
  #waitingText = 0;
  #gaveUp = false;
  #headings: string[] = [];
  #columns = { name: -1, idNumber: -1 };
  #last = 0;
  #people = 0;
  #cells = 0;
  #text = 0;
  #dropped = 0;

  constructor(about: Omit<RosterSource, keyof Heading | 'samples'>, choice: RosterChoice, sink: RosterSink) {
    this.#about = about;
    this.#choice = choice;
    this.#sink = sink;
  }

  /** True once nothing more is wanted. */
  async take(rows: RawRow[]): Promise<boolean> {
    if (this.hasHeading) await this.#pass(rows);
    else {
      this.#waiting.push(...rows);
      for (const row of rows) this.#waitingText += textOfRow(row);
      if (this.#waiting.length >= headingDepth + 20 || this.#waitingText > waitingLimit) await this.#begin();
    }
    return this.#gaveUp;
  }

  async end(): Promise<number> {
    if (!this.hasHeading && !this.#gaveUp) await this.#begin();
    if (!this.hasHeading) throw new FileRefused('archives.import-no-heading');
    if (this.#people === 0) throw new FileRefused('archives.import-no-rows');
    return this.#dropped;
  }

  #chosenHeading({ headingFrom, headingTo }: RosterChoice): Heading | null {
    if (headingFrom === undefined) return findHeading(this.#waiting);
    const to = Math.max(headingFrom, headingTo ?? headingFrom);
    const lines = this.#waiting
      .filter(({ row }) => row >= headingFrom && row <= to)
      .map(({ cells }) => cells);
    if (lines.length === 0) return null;
    return {
      from: headingFrom,
      to,
      headings: lines.reduce((upper, lower) => joinHeadings(upper, lower)).map(normalText),
    };
  }

  async #begin(): Promise<void> {
    const heading = this.#chosenHeading(this.#choice);
    const rows = this.#waiting;
    this.#waiting = [];
    if (heading === null) {
      this.#gaveUp = true;
      return;
    }
    this.hasHeading = true;
    this.#headings = heading.headings;
    for (const { index, field } of guessColumns(heading.headings, [], null))
      if (field === 'name' || field === 'idNumber') this.#columns[field] = index;
    const below = rows.filter(({ row }) => row > heading.to);
    this.#last = heading.to;
    const people = below.filter((row) => this.#isPerson(row));
    await this.#sink.found({
      ...heading,
      ...this.#about,
      samples: people.slice(0, lookedAt).map(({ cells }) => cells),
    });
    await this.#pass(below);
  }

  #isPerson(row: RawRow): boolean {
    if (isFoot(row, this.#columns.name, this.#columns.idNumber)) return false;
    // Printed rosters repeat their heading on each page.
    const name = this.#columns.name;
    const repeats = name >= 0 && normalText(row.cells[name] ?? '') === this.#headings[name];
    return !repeats && (row.marks !== undefined || row.cells.some((cell) => cell.trim() !== ''));
  }

  #bound(people: readonly RawRow[], row: number): void {
    if (this.#people > rowLimit) throw new FileRefused('archives.import-too-many-rows', null, { row });
    for (const person of people) {
      this.#cells += person.cells.length;
      this.#text += textOfRow(person);
    }
    if (this.#cells > cellsLimit) throw new FileRefused('archives.import-too-many-cells', null, { row });
    if (this.#text > textLimit) throw new FileRefused('archives.import-too-much-text', null, { row });
  }

  async #pass(rows: RawRow[]): Promise<void> {
    const people = rows.filter((row) => this.#isPerson(row));
    const last = rows.at(-1)?.row ?? this.#last;
    this.#dropped += last - this.#last - people.length;
    this.#last = last;
    this.#people += people.length;
    this.#bound(people, last);
    if (people.length > 0) await this.#sink.people(people);
  }
}
