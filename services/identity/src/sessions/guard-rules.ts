/** GB/T 22239 身份鉴别 b: ten failures within a quarter of an hour lock for as long. ASVS 6.1.1, 6.3.1. */
export const windowSeconds = 15 * 60;
/** What each window that has passed forgives: all of one address, a tenth of the strangers' allowance. */
export const forgivenPerWindow = 10;

export interface GuardRule {
  /** After so many failures the next attempt has to wait a second, and twice as long after each further one. */
  readonly delaysFrom: number;
  /** After so many the wait is the longest, a whole window. */
  readonly longestFrom: number;
  /** After so many the wait is called a lock, in the trail and in the list of accounts. */
  readonly lockedFrom: number;
}

/** One address, one known device, or one session at the change of a password, against one account. */
export const nearRule: GuardRule = { delaysFrom: 5, longestFrom: 10, lockedFrom: 10 };
/** All addresses together, known devices left out. */
export const strangersRule: GuardRule = { delaysFrom: 100, longestFrom: 110, lockedFrom: 100 };

/** The most guesses of one account's password that are looked at in a day: by one address, and by any number of them. */
export const mostGuessesADay = { oneAddress: 970, allAddresses: 1_080 } as const;

/** Instants in ms. */
export interface Guard {
  readonly failures: number;
  /** Begin of the window; each that has passed is taken off `failures`. */
  readonly since: number;
  readonly waitUntil: number | null;
}

export interface Guards {
  readonly near: Guard;
  /** null for a known device: strangers never delay it. */
  readonly strangers: Guard | null;
}

export interface Verdict {
  /** null when the password is looked at. */
  readonly refusal: 'delayed' | 'locked' | null;
  /** How long to wait where it is not. */
  readonly waitSeconds: number;
  readonly after: Guards;
}

/**
 * Counts an attempt as a failure before the password is looked at, and says whether it is. Who does not wait uses up the
 * attempts of the own address, and none of all strangers'. What is locked stays as it is.
 */
export function judgeAttempt(before: Guards, now: number): Verdict {
  const near = forgiven(before.near, now);
  const strangers = before.strangers === null ? null : forgiven(before.strangers, now);
  if (isLocked(nearRule, near)) return refused('locked', { near, strangers }, now);
  const counted = count(nearRule, near, now);
  if (near.waitUntil !== null) {
    const after = { near: counted, strangers };
    return refused(isLocked(nearRule, counted) ? 'locked' : 'delayed', after, now);
  }
  if (strangers !== null && strangers.waitUntil !== null) return refused('delayed', { near, strangers }, now);
  const after = {
    near: counted,
    strangers: strangers === null ? null : count(strangersRule, strangers, now),
  };
  return { refusal: null, waitSeconds: 0, after };
}

/** The strangers' guard without the one attempt that was right. */
export function takenBack(guard: Guard): Guard {
  return { ...guard, failures: Math.max(0, guard.failures - 1), waitUntil: null };
}

export function waitSeconds(rule: GuardRule, failures: number): number {
  if (failures < rule.delaysFrom) return 0;
  if (failures >= rule.longestFrom) return windowSeconds;
  return 2 ** (failures - rule.delaysFrom);
}

export function isLocked(rule: GuardRule, { failures, waitUntil }: Guard): boolean {
  return waitUntil !== null && failures >= rule.lockedFrom;
}

/** The guard without what has passed: its wait, and what whole windows forgive. */
function forgiven({ failures, since, waitUntil }: Guard, now: number): Guard {
  const windows = Math.max(0, Math.floor((now - since) / (windowSeconds * 1_000)));
  const left = Math.max(0, failures - windows * forgivenPerWindow);
  return {
    failures: left,
    since: left === 0 ? now : since + windows * windowSeconds * 1_000,
    waitUntil: waitUntil !== null && waitUntil > now ? waitUntil : null,
  };
}

function count(rule: GuardRule, guard: Guard, now: number): Guard {
  const failures = guard.failures + 1;
  const seconds = waitSeconds(rule, failures);
  return { ...guard, failures, waitUntil: seconds === 0 ? null : now + seconds * 1_000 };
}

function refused(refusal: 'delayed' | 'locked', after: Guards, now: number): Verdict {
  const until = Math.max(after.near.waitUntil ?? now, after.strangers?.waitUntil ?? now);
  return { refusal, waitSeconds: Math.max(1, Math.ceil((until - now) / 1_000)), after };
}
