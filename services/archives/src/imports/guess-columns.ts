import { createHash } from 'node:crypto';
import { isCustomName } from '../fields/change-custom.ts';
import { type CustomColumns, noCustomColumns } from './custom-columns.ts';
import type { ImportField } from './import-fields.ts';
import type { ImportColumn } from './import-views.ts';
import { letterOf } from './merges.ts';
import { wordKey } from './normal-text.ts';
import { fieldAlike, fieldOfWord } from './field-of-heading.ts';

/** Which heading was mapped to which field the last time; null for a column that was left out. */
export type Remembered = Readonly<Record<string, ImportField | null>>;

/** Equal for files of the same headings. */
export function headingSignature(headings: readonly string[]): string {
  return createHash('sha256').update(headings.map(wordKey).join('\n')).digest('hex').slice(0, 32);
}

const wholeDate = /^(19|20)\d{2}([-/.年]?)(0?[1-9]|1[0-2])([-/.月]?)(0?[1-9]|[12]\d|3[01])日?$/;

/** Dates are shown as they are, long numbers by their ends, however they are grouped, and long texts by their beginning. */
export function maskSample(text: string): string {
  const plain = text.trim();
  if (wholeDate.test(plain)) return plain;
  const joined = plain.replaceAll(/(?<=\d)[\s-]+(?=[\dXx])/g, '');
  const shown = /\d{11,}/.test(joined) ? joined : plain;
  if (/\d{7,}/.test(shown))
    return shown.replaceAll(/\d{7,}[\dXx]?/g, (digits) => `${digits.slice(0, 3)}****${digits.slice(-2)}`);
  return plain.length > 8 ? `${plain.slice(0, 6)}…` : plain;
}

/**
 * A field for each column: as remembered, else by a known word, else by the label of a custom field, else by a word that
 * the heading contains. Each field once.
 */
export function guessColumns(
  headings: readonly string[],
  samples: readonly (readonly string[])[],
  remembered: Remembered | null,
  custom: CustomColumns = noCustomColumns,
): ImportColumn[] {
  const keys = headings.map(wordKey);
  const taken = new Set<ImportField>();
  const guesses = new Map<number, Pick<ImportColumn, 'field' | 'guess'>>();
  const offer = (index: number, field: ImportField | null, guess: ImportColumn['guess']): void => {
    if (guesses.has(index) || field === null || taken.has(field)) return;
    // Retired since it was remembered.
    if (isCustomName(field) && !custom.fields.has(field)) return;
    taken.add(field);
    guesses.set(index, { field, guess });
  };
  if (remembered !== null)
    for (const [index, key] of keys.entries()) {
      const field = Object.hasOwn(remembered, key) ? remembered[key] : undefined;
      if (field === null && key !== '') guesses.set(index, { field: null, guess: 'remembered' });
      else if (field !== undefined) offer(index, field, 'remembered');
    }
  // Which of two columns with the same heading is meant, nobody knows but who made the file.
  const single = (index: number) =>
    keys.indexOf(keys[index] as string) === keys.lastIndexOf(keys[index] as string);
  const finds: readonly [(heading: string) => ImportField | null, ImportColumn['guess']][] = [
    [fieldOfWord, 'known'],
    [custom.named, 'known'],
    [fieldAlike, 'alike'],
  ];
  for (const [find, guess] of finds)
    for (const [index, heading] of headings.entries()) if (single(index)) offer(index, find(heading), guess);
  return headings.map((heading, index) => ({
    index,
    letter: letterOf(index),
    heading,
    field: null,
    guess: 'none',
    ...guesses.get(index),
    duplicate: keys[index] !== '' && !single(index),
    samples: samples
      .map((cells) => maskSample(cells[index] ?? ''))
      .filter((sample) => sample !== '')
      .slice(0, 3),
  }));
}

/** Columns with the same heading, which names a field, until somebody has chosen between them. */
export function undecidedColumns(columns: readonly ImportColumn[]): ImportColumn[] {
  const decided = new Set(
    columns.filter(({ guess }) => guess === 'chosen').map(({ heading }) => wordKey(heading)),
  );
  return columns.filter(
    ({ duplicate, heading }) =>
      duplicate && !decided.has(wordKey(heading)) && (fieldOfWord(heading) ?? fieldAlike(heading)) !== null,
  );
}

/** What to remember of a mapping. */
export function rememberedOf(columns: readonly ImportColumn[]): Remembered {
  return Object.fromEntries(
    columns.filter(({ duplicate }) => !duplicate).map(({ heading, field }) => [wordKey(heading), field]),
  );
}
