import { createHash } from 'node:crypto';
import type { WriteTransaction } from '@banyan/service-kit/database';

/** Ten failures in fifteen minutes lock for fifteen minutes (GB/T 22239, 身份鉴别 b; ASVS 6.3.1). */
export const maxFailures = 10;
export const windowMinutes = 15;

export interface Guard {
  readonly failures: number;
  /** Seconds until attempts are looked at again; 0 when they are. */
  readonly lockedSeconds: number;
}

/** Failures count against the account or, where there is none of that name, against a hash of what was typed. */
export function guardKey(accountId: string | null, username: string): string {
  return accountId ?? createHash('sha256').update(username).digest('base64url');
}

/**
 * Counts an attempt before the password is looked at, so that attempts side by side cannot outrun the count. A failure
 * leaves it; a success forgets it.
 */
export async function countAttempt(
  tx: WriteTransaction,
  key: string,
  accountId: string | null,
  now: Date,
): Promise<Guard> {
  const at = now.toISOString();
  const windowStart = new Date(now.getTime() - windowMinutes * 60_000).toISOString();
  const [row] = await tx.sql<{ failures: number; lockedUntil: string | null; since: string }[]>`
    insert into sign_in_guards as g (key, account_id, failures, since) values (${key}, ${accountId}, 1, ${at})
    on conflict (key) do update set
      failures = case when g.locked_until > ${at} then g.failures when g.since <= ${windowStart} or g.locked_until <= ${at} then 1 else g.failures + 1 end,
      since = case when g.locked_until > ${at} then g.since when g.since <= ${windowStart} or g.locked_until <= ${at} then ${at} else g.since end,
      locked_until = case when g.locked_until > ${at} then g.locked_until end
    returning failures, locked_until as "lockedUntil", since`;
  const failures = row?.failures ?? 1;
  const lockedUntil = row?.lockedUntil ?? null;
  if (lockedUntil !== null) return { failures, lockedSeconds: secondsFrom(now, Date.parse(lockedUntil)) };
  // More attempts than that are under way already: none of these is looked at.
  return { failures, lockedSeconds: failures > maxFailures ? windowMinutes * 60 : 0 };
}

/** Locks after the last failure that is allowed. Returns true when this one locked. */
export async function lockIfSpent(
  tx: WriteTransaction,
  key: string,
  failures: number,
  now: Date,
): Promise<boolean> {
  if (failures < maxFailures) return false;
  const until = new Date(now.getTime() + windowMinutes * 60_000).toISOString();
  const locked = await tx.sql`
    update sign_in_guards set locked_until = ${until} where key = ${key} and locked_until is null returning key`;
  return locked.length > 0;
}

export async function forgetAttempts(tx: WriteTransaction, key: string): Promise<void> {
  await tx.sql`delete from sign_in_guards where key = ${key}`;
}

function secondsFrom(now: Date, until: number): number {
  return Math.max(1, Math.ceil((until - now.getTime()) / 1_000));
}
