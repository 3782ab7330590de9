import fc from 'fast-check';
import { stages } from '@banyan/contracts/person';
import { describe, expect, test } from 'vitest';
import { isSettled, marks, needsNote, progressOf, requirementsAt, stateOf } from './dossier.ts';
import { basisOn, nationalItems } from './dossier-rules.ts';

const national = nationalItems.map((item) => ({ ...item, list: 'national' as const }));

describe('the national list', () => {
  test.each([
    ['applicant', ['application']],
    ['activist', ['application']],
    ['candidate', ['application', 'cultivation']],
    ['probationary', ['application', 'cultivation', 'political-review', 'admission-form']],
    ['full', ['application', 'cultivation', 'political-review', 'admission-form', 'full-application']],
  ] as const)('asks of a person at the stage %s for %j', (stage, items) => {
    expect(progressOf(national, new Set(), stage).missing).toEqual(items);
  });

  test('stands on the text in force', () => {
    expect(basisOn('2013-01-01').ruleSet).toBe('develop-2014');
    expect(basisOn('2026-05-17')).toMatchObject({ ruleSet: 'develop-2014', article: '37' });
    expect(basisOn('2026-05-18')).toMatchObject({ ruleSet: 'develop-2026', article: '36' });
  });
});

describe('the state of an item', () => {
  test.each([
    [null, 0, 1, 'missing'],
    [null, 1, 1, 'complete'],
    [null, 1, 2, 'partial'],
    [null, 2, 2, 'complete'],
    ['partial', 5, 1, 'partial'],
    ['complete', 0, 1, 'complete'],
    ['not-needed', 0, 1, 'not-needed'],
  ] as const)('marked %s with %i of %i files is %s', (mark, files, least, state) => {
    expect(stateOf(mark, files, least)).toBe(state);
  });

  test('that its files do not show needs a word', () => {
    expect(needsNote('complete', 1)).toBe(false);
    expect(needsNote('complete', 0)).toBe(true);
    expect(needsNote('not-needed', 3)).toBe(true);
    expect(needsNote(null, 0)).toBe(false);
  });

  test('never gets worse by another file', () => {
    const worth = { missing: 0, partial: 1, complete: 2, 'not-needed': 2 };
    fc.assert(
      fc.property(
        fc.constantFrom(null, ...marks),
        fc.nat(20),
        fc.integer({ min: 1, max: 20 }),
        (mark, files, least) => {
          expect(worth[stateOf(mark, files + 1, least)]).toBeGreaterThanOrEqual(
            worth[stateOf(mark, files, least)],
          );
        },
      ),
    );
  });
});

test('what a node asks for holds for it and all below it, and nowhere else', () => {
  const extras = [{ path: '/1/' }, { path: '/1/2/' }, { path: '/1/20/' }];
  expect(requirementsAt(extras, '/1/2/3/')).toEqual([{ path: '/1/' }, { path: '/1/2/' }]);
  expect(requirementsAt(extras, '/1/')).toEqual([{ path: '/1/' }]);
});

test('progress counts each due item once, and a later stage never asks for less', () => {
  const items = fc.subarray(nationalItems.map(({ item }) => item));
  fc.assert(
    fc.property(items, fc.nat(stages.length - 2), (settled, at) => {
      const [now, next] = [stages[at], stages[at + 1]].map((stage) =>
        progressOf(national, new Set(settled), stage ?? 'full'),
      );
      expect((now?.met ?? 0) + (now?.missing.length ?? 0)).toBe(now?.due);
      expect(next?.due).toBeGreaterThanOrEqual(now?.due ?? 0);
    }),
  );
  expect(isSettled('partial')).toBe(false);
});
