import type { IncomingMessage } from 'node:http';
import { AppError } from '@banyan/service-kit/error';
import { clientAddress } from '../front/client-address.ts';
import type { Limits } from '../limits/limits.ts';
import type { OpaqueCookie } from './opaque-cookie.ts';
import type { Ticket, TokenCache } from './token-cache.ts';

/** The session of a request, null without one. Throws when identity is away and nothing is known of the session. */
export type ReadSession = (req: IncomingMessage) => Promise<Ticket | null>;

export interface ReadSessionOptions {
  readonly cookie: OpaqueCookie;
  readonly tokens: TokenCache;
  readonly limits: Limits;
  readonly trustedProxies: number;
}

export function createReadSession(options: ReadSessionOptions): ReadSession {
  const { cookie, tokens, limits, trustedProxies } = options;
  return async (req) => {
    const session = cookie.read(req.headers.cookie);
    if (session === null) return null;
    const known = tokens.peek(session, 'identity');
    if (known !== undefined) return known;
    // Cookies that are guessed cost identity a look each.
    const refusal = tokens.knows(session) ? null : await limits.address(clientAddress(req, trustedProxies));
    if (refusal !== null)
      throw new AppError('rate-limited', refusal.code, refusal.title, {
        ...(refusal.retryAfterSeconds === undefined ? {} : { retryAfterSeconds: refusal.retryAfterSeconds }),
      });
    return tokens.obtain(session, 'identity');
  };
}
