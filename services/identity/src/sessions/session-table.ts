import { type FactData } from '@banyan/contracts/fact';
import { sessionEnded } from '@banyan/contracts/identity/events';
import type { WriteTransaction } from '@banyan/service-kit/database';
import type { PendingQuery, Row, Sql } from 'postgres';

export type EndReason = FactData<typeof sessionEnded>['reason'];

export const sessionColumns = (sql: Sql): PendingQuery<Row[]> => sql`
  s.id, s.account_id as "accountId", s.created_at as "createdAt", s.last_seen_at as "lastSeenAt",
  s.idle_seconds as "idleSeconds", s.expires_at as "expiresAt", s.ended_at as "endedAt", s.address,
  s.user_agent as "userAgent"`;

/** The same as `isAlive`, of sessions `s`. */
export const aliveAt = (sql: Sql, now: string): PendingQuery<Row[]> => sql`
  s.ended_at is null and s.expires_at > ${now} and s.last_seen_at + make_interval(secs => s.idle_seconds) > ${now}`;

export type Which =
  | { readonly sessionId: string }
  | { readonly sessionIds: readonly string[] }
  | { readonly accountId: string; readonly except?: string | null };

/** Ends sessions and says so, each once. Returns how many. */
export async function endSessions(tx: WriteTransaction, which: Which, reason: EndReason): Promise<number> {
  const ended = await tx.sql<{ id: string; accountId: string }[]>`
    update sessions set ended_at = now(), end_reason = ${reason} where ${condition(tx.sql, which)} and ended_at is null
    returning id, account_id as "accountId"`;
  for (const { id, accountId } of ended) tx.emit(sessionEnded, id, { sessionId: id, accountId, reason });
  return ended.length;
}

function condition(sql: Sql, which: Which): PendingQuery<Row[]> {
  if ('sessionId' in which) return sql`id = ${which.sessionId}`;
  if ('sessionIds' in which) return sql`id = any(${[...which.sessionIds]}::uuid[])`;
  return sql`account_id = ${which.accountId} and id is distinct from ${which.except ?? null}`;
}
