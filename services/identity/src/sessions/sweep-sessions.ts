import { sessionEnded } from '@banyan/contracts/identity/events';
import type { Kit } from '@banyan/service-kit/kit';
import { systemScope } from '@banyan/service-kit/scope';
import { forgivenPerWindow, windowSeconds } from './guard-rules.ts';
import { oldestUse } from './known-device.ts';
import { auditRelease } from './sign-in-guard.ts';

const everyMs = 60_000;

/** Says of sessions and locks that their time is over, and forgets old failures and devices. */
export async function sweepSessions(kit: Kit): Promise<void> {
  const now = kit.clock.now();
  const at = now.toISOString();
  await kit.database.write(systemScope('identity.session.sweep'), async (tx) => {
    const ended = await tx.sql<{ id: string; accountId: string }[]>`
      update sessions set ended_at = ${at}, end_reason = 'expired' where id in (
        select id from sessions where ended_at is null
          and (expires_at <= ${at} or last_seen_at + make_interval(secs => idle_seconds) <= ${at})
        limit 500 for update skip locked)
      returning id, account_id as "accountId"`;
    for (const { id, accountId } of ended)
      tx.emit(sessionEnded, id, { sessionId: id, accountId, reason: 'expired' });
    const released = await tx.sql<{ accountId: string | null }[]>`
      update sign_in_guards set locked_until = null where key in (
        select key from sign_in_guards where locked_until <= ${at} for update skip locked)
      returning account_id as "accountId"`;
    for (const { accountId } of released) auditRelease(tx, accountId);
    await tx.sql`
      delete from sign_in_guards where key in (
        select key from sign_in_guards where locked_until is null
          and since + make_interval(secs => ${windowSeconds} * ceil(failures / ${forgivenPerWindow}::float8)) <= ${at}
        for update skip locked)`;
    await tx.sql`delete from known_devices where last_used_at <= ${oldestUse(now)}`;
    await tx.sql`delete from one_time_links where expires_at <= ${at}`;
  });
}

/** Sweeps once a minute for as long as the process lives, and keeps it from ending no moment longer. */
export function sweepEveryMinute(kit: Kit): void {
  const timer = setInterval(() => {
    sweepSessions(kit).catch((error: unknown) => kit.log.warn({ error }, 'sessions: not swept'));
  }, everyMs);
  timer.unref();
}
