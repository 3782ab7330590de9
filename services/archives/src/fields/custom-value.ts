import { type CustomField, type CustomReading, type CustomValue, labelOf } from './custom-field.ts';

const lineLimit = 200;
const paragraphLimit = 2_000;

const wrong = {
  type: { code: 'invalid_type', message: 'Not of the kind of this field.' },
  long: { code: 'too_big', message: 'Too long, or above the limit.' },
  small: { code: 'too_small', message: 'Below the limit.' },
  form: { code: 'invalid_format', message: 'Not in the form of this field.' },
  choice: { code: 'invalid_value', message: 'Not one of the choices.' },
  required: { code: 'required', message: 'Required.' },
} as const;

/** Judges a value as a request sends it, and brings it into the form in which it is kept. Empty text is no value. */
export function checkCustomValue(field: CustomField, value: unknown): CustomReading {
  const checked = value === null ? { value: null } : checkKind(field, value);
  if (field.required && 'value' in checked && checked.value === null) return wrong.required;
  return checked;
}

function checkKind(field: CustomField, value: unknown): CustomReading {
  switch (field.kind) {
    case 'text':
      return checkText(value, lineLimit, /\p{Cc}/u);
    case 'long-text':
      return checkText(value, paragraphLimit, /[^\P{Cc}\r\n\t]/u);
    case 'number':
      return checkNumber(field, value);
    case 'date':
      if (typeof value !== 'string') return wrong.type;
      return value === '' ? { value: null } : isDay(value) ? { value } : wrong.form;
    case 'yes-no':
      return typeof value === 'boolean' ? { value } : wrong.type;
    case 'one-of':
      if (typeof value !== 'string') return wrong.type;
      return value === '' ? { value: null } : open(field).includes(value) ? { value } : wrong.choice;
    case 'several-of':
      return checkSeveral(field, value);
  }
}

function checkText(value: unknown, limit: number, forbidden: RegExp): CustomReading {
  if (typeof value !== 'string') return wrong.type;
  const text = value.trim();
  if (text.length > limit) return wrong.long;
  if (forbidden.test(text)) return wrong.form;
  return { value: text === '' ? null : text };
}

function checkNumber({ minimum, maximum }: CustomField, value: unknown): CustomReading {
  if (typeof value !== 'number' || !Number.isFinite(value)) return wrong.type;
  if (minimum !== null && value < minimum) return wrong.small;
  if (maximum !== null && value > maximum) return wrong.long;
  return { value };
}

function checkSeveral(field: CustomField, value: unknown): CustomReading {
  if (!Array.isArray(value) || value.some((one) => typeof one !== 'string')) return wrong.type;
  const known = open(field);
  if (value.some((one) => !known.includes(one as string))) return wrong.choice;
  const chosen = known.filter((one) => value.includes(one));
  return { value: chosen.length === 0 ? null : chosen };
}

const open = ({ options }: CustomField): string[] =>
  options.filter(({ retired }) => !retired).map(({ value }) => value);

function isDay(text: string): boolean {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (match === null) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}

const yes = ['是', '有', '√', 'y', 'yes', 'true', '1', '对'];
const no = ['否', '无', '×', 'x', 'n', 'no', 'false', '0'];

/** Reads a cell of a roster: choices by code or by either label, days and yes or no in the forms that people write. */
export function readCustomValue(field: CustomField, text: string): CustomReading {
  const plain = text.normalize('NFKC').trim();
  if (plain === '') return checkCustomValue(field, null);
  switch (field.kind) {
    case 'number': {
      const digits = withoutUnit(field, plain).replaceAll(',', '');
      return /^[+-]?\d+(\.\d+)?$/.test(digits) ? checkCustomValue(field, Number(digits)) : wrong.form;
    }
    case 'date':
      return checkCustomValue(field, dayOf(plain));
    case 'yes-no': {
      const word = plain.toLowerCase();
      if (yes.includes(word)) return checkCustomValue(field, true);
      return no.includes(word) ? checkCustomValue(field, false) : wrong.form;
    }
    case 'one-of':
      return checkCustomValue(field, choiceOf(field, plain));
    case 'several-of':
      return checkCustomValue(field, choicesOf(field, plain));
    default:
      return checkCustomValue(field, text.trim());
  }
}

function withoutUnit({ unit }: CustomField, text: string): string {
  const plain = unit?.normalize('NFKC') ?? '';
  return plain !== '' && text.endsWith(plain) ? text.slice(0, -plain.length).trim() : text;
}

/** `2026-11-23` of `2026/11/23`, `2026.11.3`, `2026年11月23日` or `20261123`; anything else as it is. */
function dayOf(text: string): string {
  const parts =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? /^(\d{4})(\d\d)(\d\d)$/.exec(text);
  if (parts === null) return text;
  const [, year = '', month = '', day = ''] = parts;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function choiceOf({ options }: CustomField, text: string): string {
  const same = (other: string | null) => other?.normalize('NFKC').trim().toLowerCase() === text.toLowerCase();
  const found = options.find(({ value, labelZh, labelEn }) => [value, labelZh, labelEn].some(same));
  return found?.value ?? text;
}

/** A label may hold a comma itself: as much as is a label is taken at once. */
function choicesOf(field: CustomField, text: string): string[] {
  const known = new Set(field.options.map(({ value }) => value));
  const parts = text.split(/([、,;/|\n])/);
  const chosen: string[] = [];
  for (let from = 0; from < parts.length; from += 2) {
    let to = parts.length;
    while (to > from + 1 && !known.has(choiceOf(field, parts.slice(from, to).join('').trim()))) to -= 2;
    const part = parts.slice(from, to).join('').trim();
    if (part !== '') chosen.push(choiceOf(field, part));
    from = to - 1;
  }
  return chosen;
}

const words = {
  'zh-CN': { yes: '是', no: '否', mark: '、' },
  'en-US': { yes: 'Yes', no: 'No', mark: ', ' },
} as const;

/** A value as a person reads it, in a cell of an export or a printed sheet; `readCustomValue` reads it back. */
export function writeCustomValue(
  field: CustomField,
  value: CustomValue | null | undefined,
  locale: 'zh-CN' | 'en-US' = 'zh-CN',
): string {
  if (value === null || value === undefined) return '';
  const label = (one: string): string => {
    const option = field.options.find((each) => each.value === one);
    return option === undefined ? one : labelOf(option, locale);
  };
  if (typeof value === 'boolean') return words[locale][value ? 'yes' : 'no'];
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return field.kind === 'one-of' ? label(value) : value;
  return value.map(label).join(words[locale].mark);
}
