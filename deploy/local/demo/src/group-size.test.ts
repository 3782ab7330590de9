import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apportion, groupSize } from './group-size.ts';

test('12,000 members make 24 units, 60 general branches and 420 branches', () => {
  expect(groupSize(12_000)).toMatchObject({ units: 24, generalBranches: 60, branches: 420 });
});

test('a million members make 10,000 organizations', () => {
  const { units, generalBranches, branches, sections } = groupSize(1_000_000);
  expect(1 + units + generalBranches + branches + sections).toBe(10_000);
});

test('a group too small to have branches is refused', () => {
  expect(() => groupSize(50)).toThrow('at least 200 members');
});

test('shares add up exactly and none is below the least', () => {
  const weights = fc.array(fc.double({ min: 0.01, max: 100, noNaN: true }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(weights, fc.nat(20), fc.nat(5_000), (list, least, spare) => {
      const total = least * list.length + spare;
      const shares = apportion(total, list, least);
      expect(shares.reduce((a, b) => a + b, 0)).toBe(total);
      expect(Math.min(...shares)).toBeGreaterThanOrEqual(least);
    }),
  );
});
