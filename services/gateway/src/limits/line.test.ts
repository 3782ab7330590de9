import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { budgetSchema, paces } from './budget.ts';
import type { Holder } from './holder.ts';
import type { Release } from './holdings.ts';
import { createLine } from './line.ts';

const of = (sessionId: string, accountId = 'a'): Holder => ({ kind: 'session', sessionId, accountId });
const budget = budgetSchema.parse({
  requests: { address: 2, session: 3, account: 4 },
  slow: { address: 1, session: 1, account: 2 },
});
let at = 0;
const lineAt = () => createLine(budget, () => at);

beforeEach(() => {
  at = 0;
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

async function isIn(entered: Release | Promise<Release | null>): Promise<boolean> {
  return entered instanceof Promise
    ? Promise.race([entered.then((turn) => turn !== null), Promise.resolve().then(() => false)])
    : true;
}

describe('the line before a service', () => {
  it('lets a session in up to its number, and the next one as soon as one is done', async () => {
    const line = lineAt();
    const turns = [1, 2, 3].map(() => line.enter(of('s')));
    expect(turns.every((turn) => typeof turn === 'function')).toBe(true);
    const fourth = line.enter(of('s'));
    expect(await isIn(fourth)).toBe(false);
    expect(line.use()).toEqual({ working: 3, waiting: 1, most: 3 });
    (turns[0] as Release)();
    expect(await fourth).not.toBeNull();
    expect(line.use()).toEqual({ working: 3, waiting: 0, most: 3 });
  });

  it('holds all sessions of an account together, and lets another account pass', async () => {
    const line = lineAt();
    for (const session of ['s1', 's1', 's2', 's2']) expect(await isIn(line.enter(of(session)))).toBe(true);
    expect(await isIn(line.enter(of('s3')))).toBe(false);
    expect(await isIn(line.enter(of('s4', 'b')))).toBe(true);
  });

  it('keeps the order of one session', async () => {
    const line = lineAt();
    const turns = [1, 2, 3].map(() => line.enter(of('s')) as Release);
    const order: number[] = [];
    for (const number of [4, 5, 6])
      void (line.enter(of('s')) as Promise<Release | null>).then(() => order.push(number));
    for (const turn of turns) {
      turn();
      await Promise.resolve();
      await Promise.resolve();
    }
    expect(order).toEqual([4, 5, 6]);
  });

  it('lets nobody begin more while what was begun is slow', async () => {
    const line = lineAt();
    const slow = line.enter(of('s')) as Release;
    at = paces.slowAfterMs + 1;
    const next = line.enter(of('s'));
    expect(await isIn(next)).toBe(false);
    expect(await isIn(line.enter(of('t')))).toBe(true);
    slow();
    expect(await next).not.toBeNull();
  });

  it('says so to whoever has waited too long, and forgets the turn', async () => {
    const line = lineAt();
    const turns = [1, 2].map(() => line.enter({ kind: 'address', address: 'x' }) as Release);
    const third = line.enter({ kind: 'address', address: 'x' });
    await vi.advanceTimersByTimeAsync(paces.inLineMs);
    expect(await third).toBeNull();
    for (const turn of turns) turn();
    expect(line.use()).toEqual({ working: 0, waiting: 0, most: 0 });
  });
});
