import { type CustomName, isCustomName } from '../fields/change-custom.ts';
import { type CustomField, type CustomReading, type CustomValue, isWrong } from '../fields/custom-field.ts';
import { readCustomValue } from '../fields/custom-value.ts';
import { rawCellOf } from './cell-of.ts';
import type { RowCode } from './import-codes.ts';
import { normalText } from './normal-text.ts';
import type { Issues, KeptRow, Layout } from './parse-row.ts';
import { readDate } from './read-date.ts';
import { isNothing } from './words.ts';

const none: ReadonlyMap<CustomName, CustomValue> = new Map();

/** Understands the cells of custom fields. Whether a value is within its limits is asked once the record is known. */
export function parseCustom(
  layout: Layout,
  kept: KeptRow,
  issues: Issues,
): ReadonlyMap<CustomName, CustomValue> {
  const names = namesIn(layout, kept);
  if (names.length === 0) return none;
  const values = new Map<CustomName, CustomValue>();
  for (const name of names) {
    const { text, mark } = rawCellOf(layout, kept, name);
    const fail = (code: RowCode): void => void issues.errors.push({ field: name, code });
    const field = layout.custom?.fields.get(name);
    if (mark === 'n') fail('formula.no-value');
    else if (mark === 'e') fail('formula.error');
    else if (text.trim() === '') continue;
    else if (field === undefined) fail('custom.unknown');
    else if (mark === 'r' && field.kind === 'text') fail('value.rounded');
    else {
      const read = understand(field, text, layout.date1904);
      if (isWrong(read)) fail(read.code as RowCode);
      else if (read.value !== null) values.set(name, read.value);
      else continue;
      if (mark === 'f') issues.warnings.push({ field: name, code: 'formula.cached' });
      if (field.kind === 'date' && /^\d{5}(\.\d+)?$/.test(normalText(text)))
        issues.warnings.push({ field: name, code: 'date.from-number' });
    }
    issues.given.add(name);
  }
  return values;
}

function namesIn(layout: Layout, { corrections }: KeptRow): readonly CustomName[] {
  const mapped = layout.customNames ?? [];
  if (corrections === undefined) return mapped;
  const corrected = Object.keys(corrections).filter(isCustomName);
  return corrected.length === 0 ? mapped : [...new Set([...mapped, ...corrected])];
}

/** What a cell says, in the form in which it is kept, or the code of what is wrong with its form. */
function understand(field: CustomField, text: string, date1904: boolean): CustomReading {
  const plain = normalText(text);
  if (field.kind === 'date') {
    if (isNothing(plain)) return { value: null };
    const read = readDate(plain, date1904);
    return typeof read === 'string' ? { code: read, message: '' } : { value: read.date };
  }
  const isText = field.kind === 'text' || field.kind === 'long-text';
  if (isText && isNothing(plain)) return { value: null };
  // A line ends where the cell was wrapped.
  const line = field.kind === 'text' ? text.trim().replaceAll(/\s*[\r\n\t]+\s*/g, ' ') : text.trim();
  const read = readCustomValue(openFormOf(field), isText ? line : plain);
  if (!isWrong(read)) return read;
  // `无` is a word for no, or a choice, before it is nothing.
  return isNothing(plain) ? { value: null } : { ...read, code: codeOf(field, read.code) };
}

/** What is wrong with a value of a field, in the words of files. */
export function codeOf({ kind }: CustomField, code: string): RowCode {
  if (code === 'custom.unknown') return 'custom.elsewhere';
  if (code === 'custom.stage') return 'custom.stage';
  if (kind === 'number') return code === 'invalid_format' ? 'number.unreadable' : 'number.out-of-range';
  if (kind === 'yes-no') return 'yes-no.unknown';
  if (kind === 'one-of' || kind === 'several-of') return 'choice.unknown';
  return code === 'too_big' ? 'value.too-long' : 'value.unusable';
}

const openForms = new WeakMap<CustomField, CustomField>();

/** Of the form alone: a value on record may lie beyond limits that were set later, or be a choice that is retired. */
function openFormOf(field: CustomField): CustomField {
  const known = openForms.get(field);
  if (known !== undefined) return known;
  const options = field.options
    .toSorted((a, b) => Number(a.retired) - Number(b.retired))
    .map((option) => ({ ...option, retired: false }));
  const open = { ...field, required: false, minimum: null, maximum: null, options };
  openForms.set(field, open);
  return open;
}
