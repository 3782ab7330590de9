import { createHash } from 'node:crypto';
import type { WriteTransaction } from '@banyan/service-kit/database';
import {
  type Guard,
  type GuardRule,
  isLocked,
  judgeAttempt,
  nearRule,
  strangersRule,
  takenBack,
  type Verdict,
} from './guard-rules.ts';

export type GuardKind = 'address' | 'device' | 'password' | 'strangers';

export interface GuardKey {
  readonly kind: GuardKind;
  readonly key: string;
  readonly accountId: string | null;
}

/** Whose failures an attempt joins: those of its own place and, without a known device, those of all strangers. */
export interface GuardKeys {
  readonly near: GuardKey;
  readonly strangers: GuardKey | null;
}

export interface Attempt extends Omit<Verdict, 'after'> {
  /** Guards that this attempt locked, if it proves a failure. */
  readonly locked: readonly GuardKind[];
}

/** `who` is the account or, where there is none, the name that was typed: of it only a hash is stored. */
export function guardKey(kind: GuardKind, accountId: string | null, who: string, where: string): GuardKey {
  const key = createHash('sha256')
    .update(JSON.stringify([kind, accountId ?? '', accountId === null ? who : '', where]))
    .digest('base64url');
  return { kind, key, accountId };
}

/**
 * Counts an attempt before the password is looked at, so that attempts side by side cannot outrun the count. A failure
 * leaves it; a success forgets it. Guards are locked in one order everywhere: the near one first, strangers last.
 */
export async function countAttempt(tx: WriteTransaction, keys: GuardKeys, now: Date): Promise<Attempt> {
  const [near, strangers] = [await lockGuard(tx, keys.near, now), await lockStrangers(tx, keys, now)];
  const { after, ...verdict } = judgeAttempt(
    { near: near.guard, strangers: strangers?.guard ?? null },
    now.getTime(),
  );
  const kept: [Stored, GuardRule, Guard][] = [[near, nearRule, after.near]];
  if (strangers !== null && after.strangers !== null) kept.push([strangers, strangersRule, after.strangers]);
  const locked: GuardKind[] = [];
  for (const [stored, rule, guard] of kept) {
    const { kind, key, accountId } = stored.key;
    const lockedUntil = isLocked(rule, guard) ? guard.waitUntil : null;
    if (stored.lockedUntil !== null && stored.lockedUntil <= now.getTime()) auditRelease(tx, accountId);
    if (lockedUntil !== null && (stored.lockedUntil ?? 0) <= now.getTime()) locked.push(kind);
    await storeGuard(tx, key, guard, lockedUntil);
  }
  return { ...verdict, locked };
}

interface Stored {
  readonly key: GuardKey;
  readonly guard: Guard;
  readonly lockedUntil: number | null;
}

async function lockGuard({ sql }: WriteTransaction, key: GuardKey, now: Date): Promise<Stored> {
  const [row] = await sql<(Guard & { lockedUntil: number | null })[]>`
    insert into sign_in_guards as g (key, kind, account_id, failures, since)
    values (${key.key}, ${key.kind}, ${key.accountId}, 0, ${now.toISOString()})
    on conflict (key) do update set key = excluded.key
    returning failures, (extract(epoch from since) * 1000)::float8 as since,
      (extract(epoch from wait_until) * 1000)::float8 as "waitUntil",
      (extract(epoch from locked_until) * 1000)::float8 as "lockedUntil"`;
  const { lockedUntil, ...guard } = row as Guard & { lockedUntil: number | null };
  return { key, guard, lockedUntil };
}

async function lockStrangers(tx: WriteTransaction, keys: GuardKeys, now: Date): Promise<Stored | null> {
  return keys.strangers === null ? null : lockGuard(tx, keys.strangers, now);
}

async function storeGuard(
  { sql }: WriteTransaction,
  key: string,
  { failures, since, waitUntil }: Guard,
  lockedUntil: number | null,
): Promise<void> {
  await sql`
    update sign_in_guards set failures = ${failures}, since = ${instant(since)}, wait_until = ${instant(waitUntil)},
      locked_until = ${instant(lockedUntil)}
    where key = ${key}`;
}

/** After a success: the own failures are forgotten, and of the strangers' count the one attempt that was none. */
export async function forgetAttempts(tx: WriteTransaction, keys: GuardKeys, now: Date): Promise<void> {
  await tx.sql`delete from sign_in_guards where key = ${keys.near.key}`;
  const strangers = await lockStrangers(tx, keys, now);
  if (strangers !== null) await storeGuard(tx, strangers.key.key, takenBack(strangers.guard), null);
}

/** Everything that is counted against the account, wherever it came from. Returns how many guards there were. */
export async function forgetAllAttempts({ sql }: WriteTransaction, accountId: string): Promise<number> {
  const forgotten = await sql`
    delete from sign_in_guards where key in (
      select key from sign_in_guards where account_id = ${accountId} order by kind, key for update)`;
  return forgotten.count;
}

interface Refusal {
  /** What was refused: `identity.session.refuse` or `identity.password.refuse`. */
  readonly action: string;
  readonly entity: string;
  readonly reason: string;
  readonly subjectId: string | null;
  readonly organizationId: string | null;
}

/** The failure in the trail, and each lock that it made. */
export function auditRefusal(tx: WriteTransaction, refusal: Refusal, { locked }: Attempt): void {
  tx.audit(refusal);
  const { subjectId, organizationId } = refusal;
  for (const kind of locked)
    tx.audit({
      action: 'identity.account.lock',
      entity: 'account',
      subjectId,
      organizationId,
      reason: kind === 'strangers' ? 'too-many-strangers' : 'too-many-failures',
    });
}

export function auditRelease(tx: WriteTransaction, accountId: string | null): void {
  tx.audit({
    action: 'identity.account.unlock',
    entity: 'account',
    subjectId: accountId,
    organizationId: null,
    reason: 'time-passed',
  });
}

function instant(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString();
}
