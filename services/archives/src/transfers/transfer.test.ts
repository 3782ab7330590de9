import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysAfter, daysBetween, letterNumber } from './letter-rules.ts';
import {
  acts,
  demandOf,
  demandsOf,
  isEndingSoon,
  type Move,
  movesPerson,
  nextState,
  openActs,
  openStates,
  stateOn,
  type TransferKind,
  transferKinds,
  type TransferState,
  transferStates,
} from './transfer.ts';

const kind = fc.constantFrom(...transferKinds);
const move = fc.constantFrom<Move>(...acts, 'expire');
const first = (of: TransferKind): TransferState => (of === 'in' ? 'issued' : 'applied');

/** The states that a series of moves passes, refused ones left out. */
function walk(of: TransferKind, moves: readonly Move[]): { states: TransferState[]; taken: Move[] } {
  const states = [first(of)];
  const taken: Move[] = [];
  for (const one of moves) {
    const next = nextState(of, states.at(-1) as TransferState, one);
    if (next === null) continue;
    states.push(next);
    taken.push(one);
  }
  return { states, taken };
}

describe('whatever is clicked in whatever order', () => {
  test('a person is moved once at the most, and only while the transfer was open', () => {
    fc.assert(
      fc.property(kind, fc.array(move, { maxLength: 30 }), (of, moves) => {
        const { states, taken } = walk(of, moves);
        const moving = taken.flatMap((one, index) => (movesPerson(of, one) ? [index] : []));
        expect(moving.length).toBeLessThanOrEqual(1);
        for (const index of moving) {
          expect(openStates).toContain(states[index]);
          expect(openStates).not.toContain(states[index + 1]);
        }
      }),
    );
  });

  test('nobody is received without a letter', () => {
    fc.assert(
      fc.property(kind, fc.array(move, { maxLength: 30 }), (of, moves) => {
        const { states } = walk(of, moves);
        const received = states.findIndex((state) => state === 'received' || state === 'closed');
        if (received >= 0) expect(states.slice(0, received)).toContain('issued');
      }),
    );
  });

  test('what is over opens no more', () => {
    fc.assert(
      fc.property(kind, fc.array(move, { maxLength: 30 }), (of, moves) => {
        const { states } = walk(of, moves);
        const over = states.findIndex((state) => !openStates.includes(state));
        if (over >= 0) expect(states.slice(over).some((state) => openStates.includes(state))).toBe(false);
      }),
    );
  });
});

describe('the machine', () => {
  test.each(transferKinds)(
    'every state of a transfer %s that can be reached can be left, or is an end',
    (of) => {
      const reached = new Set([first(of)]);
      for (const state of reached) {
        for (const one of [...acts, 'expire'] as const) {
          const next = nextState(of, state, one);
          if (next !== null) reached.add(next);
        }
      }
      const stuck = [...reached].filter(
        (state) => openStates.includes(state) && openActs(of, state).length === 0,
      );
      expect(stuck).toEqual([]);
    },
  );

  test.each([
    ['within', 'applied', ['approve', 'reject', 'cancel']],
    ['within', 'issued', ['reject', 'receive', 'cancel']],
    ['within', 'received', ['receipt']],
    ['within', 'expired', ['cancel', 'resume']],
    ['out', 'issued', ['cancel', 'receipt']],
    ['out', 'expired', ['cancel', 'resume', 'receipt']],
    ['in', 'issued', ['reject', 'receive', 'cancel']],
    ['in', 'expired', ['cancel']],
  ] as const)('a transfer %s that is %s is open for %j', (of, state, open) => {
    expect(openActs(of, state)).toEqual(open);
  });

  test('whoever may do an act in some state is let in to try it', () => {
    for (const of of transferKinds)
      for (const state of transferStates)
        for (const act of openActs(of, state))
          expect(demandsOf(of, act)).toContainEqual(demandOf(of, state, act));
  });
});

describe('days', () => {
  test('a letter holds through its last day', () => {
    const letter = { state: 'issued', expiresOn: '2026-11-23' } as const;
    expect(stateOn(letter, '2026-11-23')).toBe('issued');
    expect(stateOn(letter, '2026-11-24')).toBe('expired');
  });

  test.each([
    ['2026-11-30', true],
    ['2026-12-01', false],
    ['2026-11-23', true],
    ['2026-11-22', false],
  ])('a letter until %s ends soon: %s', (expiresOn, soon) => {
    expect(isEndingSoon({ state: 'issued', expiresOn }, '2026-11-23')).toBe(soon);
  });

  test('adding and counting days agree', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 20_000 }), (days, start) => {
        const day = daysAfter('1980-01-01', start);
        expect(daysBetween(day, daysAfter(day, days))).toBe(days);
      }),
    );
  });

  test('letters are numbered by year', () => {
    expect(letterNumber('2026', 12)).toBe('2026-00012');
  });
});
