import type { WriteTransaction } from '@banyan/service-kit/database';
import { type Actor, selfScope, systemScope } from '@banyan/service-kit/scope';
import { v7 as uuidv7 } from 'uuid';
import type { Deps } from '../deps.ts';
import { settingsAt } from '../settings/setting-table.ts';
import { type Device, newDevice, rememberDevice } from './known-device.ts';
import { newOpaqueToken } from './opaque-token.ts';
import { aliveAt, endSessions } from './session-table.ts';
import { forgetAttempts, type GuardKeys } from './sign-in-guard.ts';

/** An account whose password was right, as it was when it was looked at. */
export interface Proven {
  readonly id: string;
  readonly personId: string | null;
  readonly organizationId: string;
  readonly hash: string | null;
}

export interface Opening {
  readonly keys: GuardKeys;
  readonly device: Device | null;
  /** The live session over which somebody signs in; it ends. */
  readonly replacedSessionId: string | null;
  readonly address: string | null;
  readonly userAgent: string | null;
  readonly requestId: string;
}

export interface Opened {
  readonly token: string;
  readonly maxAgeSeconds: number;
  readonly device: Device;
  /** Sessions that were ended to keep to the limit. */
  readonly endedSessions: number;
}

/** Opens a session. null where the account was disabled or its password changed since it was looked at. */
export async function openSession(
  { kit }: Pick<Deps, 'kit'>,
  account: Proven,
  opening: Opening,
): Promise<Opened | null> {
  const { id: accountId, organizationId } = account;
  const { requestId, address } = opening;
  const sessionId = uuidv7();
  const { token, hash } = newOpaqueToken();
  const now = kit.clock.now();
  const setting = await settingsAt(kit, organizationId);
  const maxAgeSeconds = setting('identity.session-hours') * 3_600;
  const device = opening.device ?? newDevice();
  const userAgent = opening.userAgent?.slice(0, 300) ?? null;
  const actor: Actor = { accountId, personId: account.personId, sessionId, requestId };
  return kit.database.write(selfScope(actor, 'identity.session.create'), async (tx) => {
    await tx.enter(systemScope('identity.session.create'));
    if (!(await lockUnchanged(tx, account))) return null;
    await forgetAttempts(tx, opening.keys, now);
    await replace(tx, opening.replacedSessionId);
    const limit = setting('identity.sessions-per-account');
    const endedSessions = await makeRoom(tx, account, limit, now);
    await tx.sql`insert into sessions ${tx.sql({
      id: sessionId,
      hash,
      account_id: accountId,
      created_at: now.toISOString(),
      last_seen_at: now.toISOString(),
      idle_seconds: setting('identity.session-idle-minutes') * 60,
      expires_at: new Date(now.getTime() + maxAgeSeconds * 1_000).toISOString(),
      address,
      user_agent: userAgent,
    })}`;
    await tx.sql`update accounts set last_sign_in_at = ${now.toISOString()} where id = ${accountId}`;
    await rememberDevice(tx, accountId, device, { now, userAgent });
    tx.audit({ action: 'identity.session.create', entity: 'session', subjectId: sessionId, organizationId });
    return { token, maxAgeSeconds, device, endedSessions };
  });
}

/** One sign-in of an account at a time, so that those side by side keep to the limit too. */
async function lockUnchanged({ sql }: WriteTransaction, { id, hash }: Proven): Promise<boolean> {
  await sql`select from accounts where id = ${id} for no key update`;
  // In a statement of its own, which sees what was committed while this one waited.
  const unchanged = await sql`
    select from accounts a join passwords p on p.account_id = a.id
    where a.id = ${id} and a.status = 'active' and p.hash = ${hash}`;
  return unchanged.length > 0;
}

async function replace(tx: WriteTransaction, sessionId: string | null): Promise<void> {
  if (sessionId === null || (await endSessions(tx, { sessionId }, 'replaced')) === 0) return;
  auditEnd(tx, sessionId, 'replaced', null);
}

/** Ends the longest unused sessions until there is room for one more. */
async function makeRoom(
  tx: WriteTransaction,
  { id, organizationId }: Proven,
  limit: number,
  now: Date,
): Promise<number> {
  const over = await tx.sql<{ id: string }[]>`
    select s.id from sessions s where s.account_id = ${id} and ${aliveAt(tx.sql, now.toISOString())}
    order by s.last_seen_at desc, s.created_at desc, s.id desc offset ${limit - 1}`;
  const sessionIds = over.map((session) => session.id);
  if (sessionIds.length === 0) return 0;
  await endSessions(tx, { sessionIds }, 'limit');
  for (const sessionId of sessionIds) auditEnd(tx, sessionId, 'limit', organizationId);
  return sessionIds.length;
}

function auditEnd(
  tx: WriteTransaction,
  subjectId: string,
  reason: 'replaced' | 'limit',
  organizationId: string | null,
): void {
  tx.audit({ action: 'identity.session.remove', entity: 'session', subjectId, organizationId, reason });
}
