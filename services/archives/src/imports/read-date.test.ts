import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateOfSerial } from './excel-dates.ts';
import { readDate } from './read-date.ts';

const day = fc
  .date({ min: new Date('1900-03-01T00:00:00Z'), max: new Date('2100-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

/** The ways in which rosters write a day. */
const forms: readonly ((year: string, month: string, date: string) => string)[] = [
  (y, m, d) => `${y}-${m}-${d}`,
  (y, m, d) => `${y}/${Number(m)}/${Number(d)}`,
  (y, m, d) => `${y}.${Number(m)}.${Number(d)}`,
  (y, m, d) => `${y}年${Number(m)}月${Number(d)}日`,
  (y, m, d) => `${y}${m}${d}`,
  (y, m, d) => `${y} 年 ${m} 月 ${d} 日`,
  (y, m, d) => `${y}-${m}-${d} 00:00:00`,
];

describe('dates of rosters', () => {
  test('every way of writing a day is read as that day', () => {
    fc.assert(
      fc.property(day, fc.constantFrom(...forms), (iso, form) => {
        const [year, month, date] = iso.split('-') as [string, string, string];
        expect(readDate(form(year, month, date))).toEqual({ date: iso });
      }),
    );
  });

  test('the number of a spreadsheet is the day that it shows, in both systems', () => {
    fc.assert(
      fc.property(day, (iso) => {
        const days = Math.round(Date.parse(`${iso}T00:00:00Z`) / 86_400_000);
        expect(dateOfSerial(days + 25_569, false)).toBe(iso);
        fc.pre(days + 24_107 >= 10_000);
        expect(readDate(String(days + 24_107), true)).toEqual({ date: iso });
      }),
    );
    expect(dateOfSerial(1, false)).toBe('1900-01-01');
    expect(dateOfSerial(59, false)).toBe('1900-02-28');
    expect(dateOfSerial(61, false)).toBe('1900-03-01');
    expect(readDate('43831')).toEqual({ date: '2020-01-01' });
    expect(readDate('43831.75')).toEqual({ date: '2020-01-01' });
  });

  test.each(['2020.01', '2020年1月', '2020-1', '202001', '2020', '2020年', '2020-01-00'])(
    '%s has no day',
    (text) => {
      expect(readDate(text)).toBe('date.incomplete');
    },
  );

  test.each(['2019-02-29', '2020-13-01', '20200230', '2020年4月31日', '1700-01-01', '2020.13'])(
    '%s is no day there is',
    (text) => {
      expect(readDate(text)).toBe('date.impossible');
    },
  );

  test.each(['去年', '1/5/2020', '20-01-05', '民国九年', '123', '1234567890', '2020-01-05 至今'])(
    '%s is no date',
    (text) => {
      expect(readDate(text)).toBe('date.unreadable');
    },
  );

  test('whatever is written, the answer is a real day or the name of a fault', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9./\-年月日 ]{0,14}$/), (text) => {
        const read = readDate(text);
        if (typeof read !== 'string')
          expect(new Date(`${read.date}T00:00:00Z`).toISOString().slice(0, 10)).toBe(read.date);
      }),
    );
  });
});
