import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ageBands, bandAt, calendarYears, edgesOf, partyAgeBands } from './bands.ts';

const day = fc
  .integer({ min: Date.parse('1921-01-01') / 86_400_000, max: Date.parse('2040-12-31') / 86_400_000 })
  .map((number) => new Date(number * 86_400_000).toISOString().slice(0, 10));

/** Full years between two days, as people count them. */
function yearsBetween(from: string, to: string): number {
  return Number(to.slice(0, 4)) - Number(from.slice(0, 4)) - (to.slice(5) < from.slice(5) ? 1 : 0);
}

/** What `width_bucket` makes of it. */
function bucketOf(edges: readonly string[], at: string): number {
  return edges.filter((edge) => edge <= at).length;
}

describe('bands', () => {
  test.each([
    ['age', ageBands],
    ['years in the party', partyAgeBands],
  ])('of %s hold whoever has as many full years as the key says', (_, bandsAt) => {
    fc.assert(
      fc.property(day, day, (born, today) => {
        const bands = bandsAt(today);
        const { key, from, to } = bandAt(bands, bucketOf(edgesOf(bands), born));
        expect((from ?? born) <= born && born <= (to ?? born)).toBe(true);
        if (born > today) return;
        const [least = 0, most = Infinity] = key.replace('+', '').split('-').map(Number);
        expect([least <= yearsBetween(born, today), yearsBetween(born, today) <= most]).toEqual([true, true]);
      }),
    );
  });

  test('of calendar years hold the days of the year', () => {
    const bands = calendarYears('2026-11-23');
    const at = (on: string) => bandAt(bands, bucketOf(edgesOf(bands), on)).key;
    expect([at('1920-12-31'), at('1921-01-01'), at('2026-12-31'), at('2027-01-01')]).toEqual([
      '-1920',
      '1921',
      '2026',
      '2027',
    ]);
  });

  test('begin where the day of today falls', () => {
    expect(ageBands('2026-11-23').slice(0, 2)).toEqual([
      { key: '0-30', from: '1995-11-24', to: null },
      { key: '31-35', from: '1990-11-24', to: '1995-11-23' },
    ]);
    expect(ageBands('2026-11-23').at(-1)).toEqual({ key: '71+', from: null, to: '1955-11-23' });
  });
});
