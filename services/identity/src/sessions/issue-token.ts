import { unauthenticated } from '@banyan/service-kit/authenticate';
import { systemScope } from '@banyan/service-kit/scope';
import type { Deps } from '../deps.ts';
import { accessRevision } from '../grants/access-table.ts';
import { isAlive, type Session, sessionExpired, touchEveryMs } from './session.ts';
import { opaqueHash } from './opaque-token.ts';
import { sessionColumns } from './session-table.ts';

export interface IssuedToken {
  readonly token: string;
  readonly expiresAt: string;
  readonly sessionId: string;
  readonly accountId: string;
  readonly revision: number;
}

interface TokenRow extends Session {
  readonly personId: string | null;
  readonly active: boolean;
  readonly revision: number;
}

/**
 * Exchanges a session for a token of one audience, which counts as its use unless said otherwise. Throws
 * `unauthenticated` when the session is unknown or over.
 */
export async function issueToken(
  { kit, tokens }: Deps,
  session: string,
  audience: string,
  use = true,
): Promise<IssuedToken> {
  const scope = systemScope('identity.session.token');
  const row = await kit.database.read(scope, async (tx) => {
    const [found] = await tx.sql<TokenRow[]>`
      select ${sessionColumns(tx.sql)}, a.person_id as "personId", a.status = 'active' as active,
        ${accessRevision(tx.sql)} as revision
      from sessions s join accounts a on a.id = s.account_id where s.hash = ${opaqueHash(session)}`;
    return found;
  });
  const now = kit.clock.now();
  if (row === undefined || !row.active) throw unauthenticated();
  if (!isAlive(row, now)) throw sessionExpired();
  if (use && now.getTime() - Date.parse(row.lastSeenAt) > touchEveryMs) {
    await kit.database.write(scope, async (tx) => {
      await tx.sql`update sessions set last_seen_at = ${now.toISOString()} where id = ${row.id} and ended_at is null`;
    });
  }
  const { id: sessionId, accountId, personId, revision } = row;
  const notAfter = new Date(row.expiresAt);
  const { token, expiresAt } = await tokens.issue({
    accountId,
    personId,
    sessionId,
    revision,
    audience,
    notAfter,
  });
  return { token, expiresAt: expiresAt.toISOString(), sessionId, accountId, revision };
}
