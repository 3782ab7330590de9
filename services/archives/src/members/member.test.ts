import { membershipStates, stages } from '@banyan/contracts/person';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isLegalPair,
  isReduction,
  leftKindsOf,
  nextStage,
  nextStates,
  stageOrder,
  statesOf,
  stateSteps,
} from './member.ts';

describe('stages', () => {
  test.each([
    ['applicant', 'activist'],
    ['activist', 'candidate'],
    ['candidate', 'probationary'],
    ['probationary', 'full'],
    ['full', null],
  ] as const)('an active %s advances to %s', (stage, next) => {
    expect(nextStage({ stage, state: 'active' })).toBe(next);
  });

  test('nobody advances who is not active', () => {
    for (const stage of stages)
      for (const state of membershipStates.filter((s) => s !== 'active'))
        expect(nextStage({ stage, state })).toBeNull();
  });

  test('all stages of the contract are in the order of a lifetime', () => {
    expect([...stageOrder].toSorted()).toEqual([...stages].toSorted());
  });
});

describe('states', () => {
  test.each([
    ['full', 'active', ['suspended', 'out-of-contact', 'transferred-out', 'left', 'deceased']],
    ['full', 'out-of-contact', ['active', 'suspended', 'left', 'deceased']],
    ['full', 'suspended', ['active', 'left', 'deceased']],
    ['full', 'transferred-out', ['active', 'deceased']],
    ['probationary', 'left', ['active', 'deceased']],
    ['full', 'deceased', []],
    ['applicant', 'active', ['transferred-out', 'left', 'deceased']],
  ] as const)('a %s who is %s may become %j', (stage, state, next) => {
    expect(nextStates({ stage, state })).toEqual(next);
  });

  test('only members can be suspended or lose contact', () => {
    for (const stage of ['applicant', 'activist', 'candidate'] as const) {
      expect(isLegalPair({ stage, state: 'suspended' })).toBe(false);
      expect(isLegalPair({ stage, state: 'out-of-contact' })).toBe(false);
    }
  });

  test('whatever steps are taken, the pair of stage and state stays legal', () => {
    const walk = fc.array(fc.nat({ max: 9 }), { maxLength: 30 });
    fc.assert(
      fc.property(fc.constantFrom(...stages), walk, (start, choices) => {
        let standing = { stage: start, state: 'active' as (typeof membershipStates)[number] };
        for (const choice of choices) {
          const stage = nextStage(standing);
          const states = nextStates(standing);
          if (choice === 0 && stage !== null) standing = { ...standing, stage };
          else if (states.length > 0)
            standing = { ...standing, state: states[choice % states.length] as never };
          expect(isLegalPair(standing)).toBe(true);
        }
      }),
    );
  });

  test('death is the only end, and every other state leads back to active', () => {
    for (const [state, next] of Object.entries(stateSteps))
      if (state !== 'deceased' && state !== 'active') expect(next).toContain('active');
    expect(stateSteps.deceased).toEqual([]);
  });

  test('leaving, going elsewhere and dying take a person off the roll', () => {
    expect(membershipStates.filter(isReduction)).toEqual(['transferred-out', 'left', 'deceased']);
  });

  test('everybody who can leave can say how', () => {
    for (const stage of stages) {
      expect(statesOf[stage]).toContain('left');
      expect(leftKindsOf[stage].length).toBeGreaterThan(0);
    }
  });
});
