import { dateOfSerial } from './excel-dates.ts';

export type DateFault = 'date.unreadable' | 'date.incomplete' | 'date.impossible';

const forms: readonly RegExp[] = [
  /^(\d{4})\s*[-/.年．。]\s*(\d{1,2})\s*[-/.月．。]\s*(\d{1,2})\s*日?$/,
  /^(\d{4})(\d{2})(\d{2})$/,
  /^(\d{4})-(\d{1,2})-(\d{1,2})[T ]\d{1,2}:\d{2}/,
  /^(\d{4})[/.](\d{1,2})[/.](\d{1,2}) \d{1,2}:\d{2}/,
];
/** Without a day, which the record needs: a first of the month would be a claim that nobody made. */
const incompleteForms: readonly RegExp[] = [
  /^(\d{4})\s*[-/.年．]\s*(\d{1,2})\s*月?\s*(00?|日)?$/,
  /^(\d{4})\s*年?$/,
  /^(\d{4})(0[1-9]|1[0-2])$/,
];

const monthLengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1 || year < 1850 || year > 2200) return false;
  if (month === 2 && day === 29) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return day <= (monthLengths[month - 1] as number);
}

/**
 * A date as rosters write it: `2020-01-05`, `2020/1/5`, `2020.1.5`, `2020年1月5日`, `20200105`, or the number that a
 * spreadsheet keeps for it.
 */
export function readDate(text: string, date1904 = false): { readonly date: string } | DateFault {
  for (const form of forms) {
    const match = form.exec(text);
    if (match === null) continue;
    const [year, month, day] = match.slice(1, 4).map(Number) as [number, number, number];
    if (!isDay(year, month, day)) return day === 0 ? 'date.incomplete' : 'date.impossible';
    return { date: `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` };
  }
  if (incompleteForms.some((form) => form.test(text)))
    return isMonth(text) ? 'date.incomplete' : 'date.impossible';
  if (/^\d{5}(\.\d+)?$/.test(text)) {
    const date = dateOfSerial(Number(text), date1904);
    return date === null ? 'date.unreadable' : { date };
  }
  return 'date.unreadable';
}

function isMonth(text: string): boolean {
  const [, , month] = /^(\d{4})\D*(\d{1,2})?/.exec(text) ?? [];
  return month === undefined || (Number(month) >= 1 && Number(month) <= 12);
}
