import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Guard,
  type Guards,
  judgeAttempt,
  mostGuessesADay,
  nearRule,
  strangersRule,
  takenBack,
  waitSeconds,
} from './guard-rules.ts';

const start = Date.parse('2026-11-23T01:00:00Z');
const dayMs = 24 * 3_600_000;
const clean: Guard = { failures: 0, since: start, waitUntil: null };
const after = (failures: number, waitUntil: number | null = null): Guard => ({
  ...clean,
  failures,
  waitUntil,
});
const alone = (near: Guard): Guards => ({ near, strangers: null });

describe('the wait after a failure', () => {
  test.each([
    [1, 0],
    [4, 0],
    [5, 1],
    [6, 2],
    [7, 4],
    [8, 8],
    [9, 16],
    [10, 900],
    [11, 900],
  ])('number %i from one address is %i seconds', (failures, seconds) => {
    expect(waitSeconds(nearRule, failures)).toBe(seconds);
  });

  test.each([
    [99, 0],
    [100, 1],
    [101, 2],
    [109, 512],
    [110, 900],
    [500, 900],
  ])('number %i of all strangers is %i seconds', (failures, seconds) => {
    expect(waitSeconds(strangersRule, failures)).toBe(seconds);
  });
});

describe('an attempt', () => {
  test('before the fifth failure is looked at, and so is one that has waited', () => {
    expect(judgeAttempt(alone(after(3)), start)).toMatchObject({ refusal: null });
    expect(judgeAttempt(alone(after(6, start + 2_000)), start + 2_000)).toMatchObject({
      refusal: null,
      after: { near: { failures: 7, waitUntil: start + 6_000 } },
    });
  });

  test('that comes too early is not looked at, and counts', () => {
    expect(judgeAttempt(alone(after(6, start + 2_000)), start + 500)).toMatchObject({
      refusal: 'delayed',
      waitSeconds: 4,
      after: { near: { failures: 7, waitUntil: start + 4_500 } },
    });
  });

  test('during a lock changes nothing, so that nobody lengthens it', () => {
    const locked = after(10, start + 900_000);
    expect(judgeAttempt(alone(locked), start + 60_000)).toEqual({
      refusal: 'locked',
      waitSeconds: 840,
      after: alone(locked),
    });
  });

  test('after the lock finds its failures forgiven', () => {
    expect(judgeAttempt(alone(after(10, start + 900_000)), start + 900_000)).toMatchObject({
      refusal: null,
      after: { near: { failures: 1, waitUntil: null } },
    });
  });

  test('of a stranger waits for all strangers, and uses up nothing meanwhile', () => {
    const guards = { near: clean, strangers: after(105, start + 32_000) };
    expect(judgeAttempt(guards, start + 2_000)).toEqual({
      refusal: 'delayed',
      waitSeconds: 30,
      after: { ...guards, near: { ...clean, since: start + 2_000 } },
    });
  });

  test('that was right is taken back from the count of strangers', () => {
    const { strangers } = judgeAttempt({ near: clean, strangers: after(100) }, start).after;
    expect(takenBack(strangers as Guard)).toMatchObject({ failures: 100, waitUntil: null });
  });
});

/** Guesses that are looked at when attempts come at these instants from these addresses. */
function lookedAt(attempts: Iterable<{ at: number; from: number }>): { all: number; most: number } {
  const near = new Map<number, Guard>();
  const seen = new Map<number, number>();
  let strangers: Guard = clean;
  let all = 0;
  for (const { at, from } of attempts) {
    const verdict = judgeAttempt({ near: near.get(from) ?? clean, strangers }, at);
    near.set(from, verdict.after.near);
    strangers = verdict.after.strangers as Guard;
    if (verdict.refusal !== null) continue;
    all += 1;
    seen.set(from, (seen.get(from) ?? 0) + 1);
  }
  return { all, most: Math.max(0, ...seen.values()) };
}

function* inTurn(addresses: number, everyMs: number): Iterable<{ at: number; from: number }> {
  for (let at = start, turn = 0; at < start + dayMs; at += everyMs, turn += 1)
    yield { at, from: turn % addresses };
}

describe('somebody who guesses for a whole day', () => {
  test('has no more guesses with any number of addresses, at any pace, than the rules say', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.array(fc.record({ pauseMs: fc.integer({ min: 0, max: 400_000 }), from: fc.nat(400) }), {
          minLength: 1,
          maxLength: 60,
        }),
        (addresses, pattern) => {
          let at = start;
          const attempts: { at: number; from: number }[] = [];
          for (let turn = 0; at < start + dayMs && turn < 20_000; turn += 1) {
            const { pauseMs, from } = pattern[turn % pattern.length] as (typeof pattern)[number];
            attempts.push({ at, from: (from + turn) % addresses });
            at += pauseMs;
          }
          const { all, most } = lookedAt(attempts);
          expect(most).toBeLessThanOrEqual(mostGuessesADay.oneAddress);
          expect(all).toBeLessThanOrEqual(mostGuessesADay.allAddresses);
        },
      ),
      { numRuns: 60 },
    );
  });

  test.each([
    [1, 20_000],
    [1, 100_000],
    [10, 1_000],
    [100, 1_000],
    [1_000, 2_000],
    [100_000, 1_000],
  ])('from %i addresses, one attempt every %i ms, stays below as well', (addresses, everyMs) => {
    const { all, most } = lookedAt(inTurn(addresses, everyMs));
    expect(most).toBeLessThanOrEqual(mostGuessesADay.oneAddress);
    expect(all).toBeLessThanOrEqual(mostGuessesADay.allAddresses);
  });

  test('comes within a tenth of what the rules say, so that the figure is no mere wish', () => {
    expect(lookedAt(inTurn(1_000, 2_000)).all).toBeGreaterThan(mostGuessesADay.allAddresses * 0.9);
    expect(lookedAt(inTurn(1, 100_000)).most).toBeGreaterThan(mostGuessesADay.oneAddress * 0.85);
  });
});
