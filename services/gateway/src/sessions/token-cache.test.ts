import { beforeEach, describe, expect, it } from 'vitest';
import type { IssuedToken } from './identity-tokens.ts';
import { createTokenCache, type TokenCache } from './token-cache.ts';

const issued = { sessionId: 's1', accountId: 'a1' };
let now: number;
let asks: number;
let answer: () => Promise<IssuedToken | null>;
let cache: TokenCache;

beforeEach(() => {
  now = 1_000_000;
  asks = 0;
  answer = () => Promise.resolve({ ...issued, token: `t${asks}`, expiresAt: now + 60_000 });
  cache = createTokenCache({
    now: () => now,
    ask: () => {
      asks += 1;
      return answer();
    },
  });
});

async function authorization(): Promise<string | undefined> {
  const known = cache.peek('cookie', 'archives');
  return (known === undefined ? await cache.obtain('cookie', 'archives') : known)?.authorization;
}

describe('tokens of a session', () => {
  it('are used for five seconds without asking again', async () => {
    expect(await authorization()).toBe('Bearer t1');
    now += 4_999;
    expect(await authorization()).toBe('Bearer t1');
    now += 1;
    expect(await authorization()).toBe('Bearer t2');
  });

  it('are asked for once, however many wait', async () => {
    await Promise.all([1, 2, 3].map(() => cache.obtain('cookie', 'archives')));
    expect(asks).toBe(1);
    await cache.obtain('cookie', 'identity');
    expect(asks).toBe(2);
  });

  it('bridge an identity that is away until they expire, and no longer', async () => {
    await authorization();
    answer = () => Promise.reject(new Error('away'));
    now += 59_000;
    expect(await authorization()).toBe('Bearer t1');
    now += 1_001;
    await expect(authorization()).rejects.toThrow('away');
  });

  it('are gone when identity says that the session has ended', async () => {
    await authorization();
    now += 5_000;
    answer = () => Promise.resolve(null);
    expect(await authorization()).toBeUndefined();
    expect(cache.knows('cookie')).toBe(false);
  });

  it('are gone at once when the session is announced as ended', async () => {
    await authorization();
    cache.endSession('s2', 'a1');
    expect(cache.peek('cookie', 'archives')).not.toBeUndefined();
    cache.endSession('s1', 'a1');
    expect(cache.peek('cookie', 'archives')).toBeUndefined();
  });

  it('are renewed when the grants of the account have changed', async () => {
    await authorization();
    cache.renewAccount('a2');
    expect(await authorization()).toBe('Bearer t1');
    cache.renewAccount('a1');
    expect(await authorization()).toBe('Bearer t2');
  });

  it('are not kept when they were asked for before a change and arrive after it', async () => {
    let arrive = (_token: IssuedToken): void => undefined;
    answer = () => new Promise((resolve) => (arrive = resolve));
    const waiting = cache.obtain('cookie', 'archives');
    cache.renewAccount('a1');
    arrive({ ...issued, token: 'old', expiresAt: now + 60_000 });
    await waiting;
    expect(cache.peek('cookie', 'archives')).toBeUndefined();
  });

  it('leave nothing behind once they have expired', async () => {
    await authorization();
    now += 60_000;
    cache.sweep();
    expect(cache.knows('cookie')).toBe(false);
  });
});
