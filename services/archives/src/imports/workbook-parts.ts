import { posix } from 'node:path';
import { FileRefused } from './file-refused.ts';
import type { OpenZip } from './open-zip.ts';
import { cellLimit, sheetsLimit, stylesLimit } from './raw-row.ts';
import { readXml } from './read-xml.ts';
import { SharedStrings } from './shared-strings.ts';

export interface SheetPart {
  readonly name: string;
  readonly entry: string;
  readonly hidden: boolean;
}

export interface WorkbookParts {
  readonly sheets: readonly SheetPart[];
  /** Days are counted from 1904 instead of 1900. */
  readonly date1904: boolean;
  /** By style of a cell: whether its number is a date. */
  readonly dateStyles: readonly boolean[];
  readonly strings: SharedStrings;
}

const refusedEntries: readonly [RegExp, 'archives.import-macros' | 'archives.import-external-links'][] = [
  [/(^|\/)(vbaProject\.bin|macrosheets\/)/i, 'archives.import-macros'],
  [/(^|\/)(externalLinks\/|connections\.xml$)/i, 'archives.import-external-links'],
];

/** What can be told from the names alone; quick enough to be asked while the sender waits. */
export function refuseByNames({ entries }: OpenZip): void {
  for (const name of entries.keys())
    for (const [pattern, code] of refusedEntries) if (pattern.test(name)) throw new FileRefused(code);
  if (!entries.has('[Content_Types].xml') || mainPart(entries.keys()) === undefined)
    throw new FileRefused('archives.import-not-a-roster');
}

function mainPart(names: Iterable<string>): string | undefined {
  return [...names].find((name) => /(^|\/)workbook\d*\.xml$/i.test(name));
}

export async function readParts(zip: OpenZip): Promise<WorkbookParts> {
  const main = mainPart(zip.entries.keys());
  if (main === undefined) throw new FileRefused('archives.import-not-a-roster');
  const targets = await readTargets(zip, main);
  const sheets: { name: string; id: string; hidden: boolean }[] = [];
  let date1904 = false;
  await readXml(await zip.openPart(main), {
    open: (name, attributes) => {
      if (name === 'workbookPr') date1904 = /^(1|true)$/.test(attributes['date1904'] ?? '');
      if (name !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => /(^|:)id$/.test(key))?.[1];
      if (id === undefined) return;
      if (sheets.length === sheetsLimit) throw new FileRefused('archives.import-too-many-sheets');
      sheets.push({
        id,
        name: (attributes['name'] ?? '').slice(0, sheetNameLength),
        hidden: (attributes['state'] ?? 'visible') !== 'visible',
      });
    },
  });
  const taken = new Set<string>();
  const found = sheets.flatMap(({ id, name, hidden }) => {
    const target = targets.get(id);
    if (target?.kind !== 'worksheet' || !zip.entries.has(target.entry) || taken.has(target.entry)) return [];
    // One part under many names would be read as often.
    taken.add(target.entry);
    return [{ name, hidden, entry: target.entry }];
  });
  if (found.length === 0) throw new FileRefused('archives.import-not-a-roster');
  const styles = [...targets.values()].find(({ kind }) => kind === 'styles');
  const strings = [...targets.values()].find(({ kind }) => kind === 'sharedStrings');
  return {
    sheets: found,
    date1904,
    dateStyles: styles && zip.entries.has(styles.entry) ? await readDateStyles(zip, styles.entry) : [],
    strings:
      strings && zip.entries.has(strings.entry) ? await readStrings(zip, strings.entry) : new SharedStrings(),
  };
}

async function readTargets(
  zip: OpenZip,
  main: string,
): Promise<Map<string, { kind: string; entry: string }>> {
  const folder = posix.dirname(main);
  const targets = new Map<string, { kind: string; entry: string }>();
  const rels = posix.join(folder, '_rels', `${posix.basename(main)}.rels`);
  if (!zip.entries.has(rels)) throw new FileRefused('archives.import-damaged');
  await readXml(await zip.openPart(rels), {
    open: (name, { Id, Target, Type }) => {
      if (name !== 'Relationship' || Id === undefined || Target === undefined) return;
      const entry = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target);
      targets.set(Id, { entry, kind: posix.basename(Type ?? '') });
    },
  });
  return targets;
}

/** Formats of the standard that are dates; 27 to 36 and 50 to 58 are those of Chinese, Japanese and Korean. */
function isStandardDate(format: number): boolean {
  return (
    (format >= 14 && format <= 17) ||
    format === 22 ||
    (format >= 27 && format <= 36) ||
    (format >= 50 && format <= 58)
  );
}

async function readDateStyles(zip: OpenZip, entry: string): Promise<boolean[]> {
  const dates = new Set<number>();
  const styles: boolean[] = [];
  let within = false;
  await readXml(await zip.openPart(entry), {
    open: (name, attributes) => {
      if (styles.length > stylesLimit || dates.size > stylesLimit)
        throw new FileRefused('archives.import-too-many-styles');
      if (name === 'cellXfs') within = true;
      const format = Number(attributes['numFmtId'] ?? 0);
      if (name === 'numFmt' && isDateFormat(attributes['formatCode'] ?? '')) dates.add(format);
      if (name === 'xf' && within) styles.push(isStandardDate(format) || dates.has(format));
    },
    close: (name) => {
      if (name === 'cellXfs') within = false;
    },
  });
  return styles;
}

/** Of the code of a format, as spreadsheets allow it; the names of sheets are shorter. */
const formatLength = 255;
const sheetNameLength = 100;

/** A day or a year outside of quoted text, colours and escapes; `h:mm` alone is a time. */
export function isDateFormat(code: string): boolean {
  if (code.length > formatLength) return false;
  const bare = code.replaceAll(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').split(';')[0] ?? '';
  return /[yd年日]/i.test(bare) && !/general/i.test(bare);
}

/** Text of cells, each kept once. Readings of a word (`rPh`) stand beside it and are no part of it. */
async function readStrings(zip: OpenZip, entry: string): Promise<SharedStrings> {
  const strings = new SharedStrings();
  let text = '';
  let inText = false;
  let inReading = false;
  await readXml(await zip.open(entry), {
    open: (name) => {
      if (name === 'si') text = '';
      else if (name === 'rPh') inReading = true;
      else if (name === 't') inText = !inReading;
    },
    text: (piece) => {
      if (!inText) return;
      text += piece;
      if (text.length > cellLimit) throw new FileRefused('archives.import-cell-too-long');
    },
    close: (name) => {
      if (name === 't') inText = false;
      else if (name === 'rPh') inReading = false;
      else if (name === 'si') strings.add(unescaped(text));
    },
  });
  return strings;
}

/** `_x000D_` stands for a character that XML cannot hold. A NUL or half a character is none, and left out. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text
    .replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replaceAll(/\0|\p{Cs}/gu, '');
}
