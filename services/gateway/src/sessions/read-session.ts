import type { IncomingMessage } from 'node:http';
import type { SessionCookie } from './session-cookie.ts';
import type { Ticket, TokenCache } from './token-cache.ts';

/** The session of a request, null without one. Throws when identity is away and nothing is known of the session. */
export type ReadSession = (req: IncomingMessage) => Promise<Ticket | null>;

export function createReadSession(cookie: SessionCookie, tokens: TokenCache): ReadSession {
  return async (req) => {
    const session = cookie.read(req.headers.cookie);
    if (session === null) return null;
    const known = tokens.peek(session, 'identity');
    return known === undefined ? tokens.obtain(session, 'identity') : known;
  };
}
