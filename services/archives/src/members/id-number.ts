export type Sex = 'male' | 'female';

/** What a citizen identity number says of its holder. */
export interface IdNumberFacts {
  readonly idNumber: string;
  readonly bornOn: string;
  readonly sex: Sex;
}

export type IdNumberFault = 'id-number.form' | 'id-number.birth-date' | 'id-number.check-character';

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;

/** GB 11643-1999: ISO 7064, MOD 11-2 over the seventeen digits before it. */
export function checkCharacter(digits17: string): string {
  let sum = 0;
  for (const [index, weight] of weights.entries()) sum += weight * (digits17.charCodeAt(index) - 48);
  return '10X98765432'.charAt(sum % 11);
}

/** Upper case, without spaces and with half-width digits, as numbers are compared and stored. */
export function normalizeIdNumber(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();
}

/** Numbers of the first generation had fifteen digits: two for the year, and no check character. */
function toEighteen(idNumber: string): string {
  if (idNumber.length !== 15) return idNumber;
  const seventeen = `${idNumber.slice(0, 6)}19${idNumber.slice(6)}`;
  return seventeen + checkCharacter(seventeen);
}

function isCalendarDate(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(date);
}

/** Reads a number of eighteen or fifteen characters, or names its first fault. `today` is the latest birth date. */
export function readIdNumber(text: string, today: string): IdNumberFacts | IdNumberFault {
  const given = normalizeIdNumber(text);
  if (!/^[1-9]\d{16}[\dX]$/.test(given) && !/^[1-9]\d{14}$/.test(given)) return 'id-number.form';
  const idNumber = toEighteen(given);
  const bornOn = `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`;
  if (!isCalendarDate(bornOn) || bornOn < '1850-01-01' || bornOn > today) return 'id-number.birth-date';
  if (checkCharacter(idNumber) !== idNumber.charAt(17)) return 'id-number.check-character';
  return { idNumber, bornOn, sex: Number(idNumber.charAt(16)) % 2 === 1 ? 'male' : 'female' };
}
