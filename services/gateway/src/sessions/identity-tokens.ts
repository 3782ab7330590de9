import type { Secret } from '@banyan/service-kit/config';
import { OperatorError } from '@banyan/service-kit/error';
import type { Dispatcher } from 'undici';
import { z } from 'zod';

const answerSchema = z.object({
  token: z.string().min(1),
  expiresAt: z.union([z.iso.datetime({ offset: true }), z.number()]),
  sessionId: z.string(),
  accountId: z.string(),
});

export interface IssuedToken {
  readonly token: string;
  /** Instant in ms. */
  readonly expiresAt: number;
  readonly sessionId: string;
  readonly accountId: string;
}

/** Asks identity for an internal token. Null when the session has ended; throws when identity gave no answer. */
export type AskForToken = (
  session: string,
  audience: string,
  timeoutMs: number,
  /** False where nobody acts, so that it keeps no session alive. */
  use?: boolean,
) => Promise<IssuedToken | null>;

export function createTokenClient(identity: Dispatcher, origin: string, secret: Secret): AskForToken {
  return async (session, audience, timeoutMs, use = true) => {
    const { statusCode, body } = await identity.request({
      origin,
      path: '/internal/tokens',
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-service-secret': secret.reveal() },
      body: JSON.stringify({ session, audience, ...(use ? {} : { use }) }),
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (statusCode === 401 || statusCode === 400) {
      await body.dump();
      return null;
    }
    if (statusCode !== 200) {
      await body.dump();
      throw new OperatorError(`identity answered ${statusCode}`);
    }
    const answer = answerSchema.parse(await body.json());
    return { ...answer, expiresAt: instant(answer.expiresAt) };
  };
}

/** ISO 8601, seconds of a JWT, or milliseconds. */
function instant(value: string | number): number {
  if (typeof value === 'string') return Date.parse(value);
  return value < 1e11 ? value * 1_000 : value;
}
