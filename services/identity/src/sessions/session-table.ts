import { createHash, randomBytes } from 'node:crypto';
import { type FactData } from '@banyan/contracts/fact';
import { sessionEnded } from '@banyan/contracts/identity/events';
import type { WriteTransaction } from '@banyan/service-kit/database';
import type { PendingQuery, Row, Sql } from 'postgres';

export type EndReason = FactData<typeof sessionEnded>['reason'];

export const sessionColumns = (sql: Sql): PendingQuery<Row[]> => sql`
  s.id, s.account_id as "accountId", s.created_at as "createdAt", s.last_seen_at as "lastSeenAt",
  s.idle_seconds as "idleSeconds", s.expires_at as "expiresAt", s.ended_at as "endedAt", s.address,
  s.user_agent as "userAgent"`;

/** 256 random bits; only their hash is stored. */
export function newSessionToken(): { readonly token: string; readonly hash: Buffer } {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: sessionHash(token) };
}

export function sessionHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

export type Which =
  | { readonly sessionId: string }
  | { readonly accountId: string; readonly except?: string | null };

/** Ends sessions and says so, each once. Returns how many. */
export async function endSessions(tx: WriteTransaction, which: Which, reason: EndReason): Promise<number> {
  const condition =
    'sessionId' in which
      ? tx.sql`id = ${which.sessionId}`
      : tx.sql`account_id = ${which.accountId} and id is distinct from ${which.except ?? null}`;
  const ended = await tx.sql<{ id: string; accountId: string }[]>`
    update sessions set ended_at = now(), end_reason = ${reason} where ${condition} and ended_at is null
    returning id, account_id as "accountId"`;
  for (const { id, accountId } of ended) tx.emit(sessionEnded, id, { sessionId: id, accountId, reason });
  return ended.length;
}
