import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addMonths, addYears, ageOn, dayOf, isoOf, workdayFrom, zonedInstants } from './civil-date.ts';

const anyDay = fc.integer({ min: dayOf('1930-01-01'), max: dayOf('2099-12-31') });

test('a day and its written form are one and the same', () => {
  fc.assert(fc.property(anyDay, (day) => dayOf(isoOf(day)) === day));
});

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2026-03-31', -1, '2026-02-28'],
  ['2025-11-30', 3, '2026-02-28'],
])('%s and %i months is %s', (from, months, to) => {
  expect(isoOf(addMonths(dayOf(from), months))).toBe(to);
});

test('a year after a year ago is never later than the day itself', () => {
  fc.assert(fc.property(anyDay, (day) => addYears(addYears(day, -1), 1) <= day));
});

test('somebody turns eighteen on the birthday and not the day before', () => {
  const born = dayOf('2008-05-12');
  expect([ageOn(born, dayOf('2026-05-11')), ageOn(born, dayOf('2026-05-12'))]).toEqual([17, 18]);
});

test('a workday is Monday to Friday, no holiday, and at most ten days away', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const workday = workdayFrom(day);
      return (
        workday - day <= 10 && workday >= day && ![0, 6].includes(new Date(workday * 86_400_000).getUTCDay())
      );
    }),
  );
});

test('minutes of a day in the group are instants of its time zone', () => {
  expect(zonedInstants('Asia/Shanghai')(dayOf('2026-11-23'), 9 * 60 + 12).toISOString()).toBe(
    '2026-11-23T01:12:00.000Z',
  );
});

test('after the holidays of October comes the eighth', () => {
  expect(isoOf(workdayFrom(dayOf('2025-10-01')))).toBe('2025-10-08');
});
