import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pauseOf, type Shown, unmaskActs, unmaskNotice } from './unmask-budget.ts';

const records = 3;
const shownFor = (...seconds: number[]): Shown[] =>
  seconds.map((countsFor, index) => ({ subject: `seen-${index}`, countsFor }));

describe('the budget of records seen in full', () => {
  test.each([
    ['has room while fewer were seen', shownFor(9, 9), 'new', 0],
    ['is spent by as many, until the first of them counts no more', shownFor(500, 60.2, 300), 'new', 61],
    ['lets what was seen be seen again', shownFor(500, 60, 300), 'seen-1', 0],
    ['counts what is no record each time', shownFor(500, 60, 300), null, 60],
    ['waits for as many as there are too many', shownFor(500, 60, 300, 200), 'new', 200],
    ['waits for a second at the least', shownFor(500, 0.01, 300), 'new', 1],
  ])('%s', (_name, shown, subject, pause) => {
    expect(pauseOf(shown, subject, { records })).toBe(pause);
  });

  test('has room for one more once the pause is over, and not before', () => {
    const seconds = fc.array(fc.integer({ min: 1, max: 600 }), { minLength: records, maxLength: 9 });
    fc.assert(
      fc.property(seconds, (all) => {
        const pause = pauseOf(shownFor(...all), 'new', { records });
        const left = (after: number) => all.filter((one) => one > after).length;
        expect(left(pause)).toBeLessThan(records);
        expect(left(pause - 1)).toBeGreaterThanOrEqual(records);
      }),
    );
  });

  test('is counted in the database by the acts that are declared, and no others', () => {
    const migration = new URL('../../migrations/0015-unmasking.sql', import.meta.url);
    const lists = [...readFileSync(migration, 'utf8').matchAll(/action in \(([^)]*)\)/g)];
    expect(lists).toHaveLength(2);
    for (const [, list = ''] of lists)
      expect([...list.matchAll(/'([^']+)'/g)].map(([, action]) => action).toSorted()).toEqual(
        [...unmaskActs, unmaskNotice].toSorted(),
      );
  });
});
