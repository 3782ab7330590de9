import { comparable } from './sealed-fields.ts';
import { readIdNumber } from './id-number.ts';

/** What a search text asks for. */
export type SearchQuery =
  | { readonly kind: 'name'; readonly prefix: string }
  | { readonly kind: 'letters'; readonly prefix: string }
  | { readonly kind: 'tail'; readonly tail: string }
  | { readonly kind: 'id-number'; readonly idNumber: string }
  | { readonly kind: 'phone'; readonly phone: string }
  | { readonly kind: 'nothing' };

/** Follows every text that begins with a prefix, in byte order of UTF-8. */
export const lastCharacter = '\u{10FFFF}';

/**
 * Four digits (the last may be X) are a tail, eleven a phone, eighteen or fifteen an ID number; Latin letters begin a
 * pinyin or initials; anything else begins a name. Digits of another count match nothing.
 */
export function readSearch(text: string, today: string): SearchQuery | null {
  const plain = text.normalize('NFKC').replaceAll(/\s/g, '');
  if (plain === '') return null;
  if (/^\d{3}[\dXx]$/.test(plain)) return { kind: 'tail', tail: plain.toUpperCase() };
  if (/^\+?[\d-]+[Xx]?$/.test(plain)) {
    const facts = readIdNumber(plain, today);
    if (typeof facts !== 'string') return { kind: 'id-number', idNumber: facts.idNumber };
    const phone = comparable('phone', plain);
    return /^1\d{10}$/.test(phone) ? { kind: 'phone', phone } : { kind: 'nothing' };
  }
  const letters = plain.toLowerCase().replaceAll(/['’-]/g, '').replaceAll('ü', 'v');
  if (/^[a-z]+$/.test(letters)) return { kind: 'letters', prefix: letters };
  return { kind: 'name', prefix: text.normalize('NFKC').trim() };
}
