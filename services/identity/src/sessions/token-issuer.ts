import type { Secret } from '@banyan/service-kit/config';
import { OperatorError } from '@banyan/service-kit/error';
import { calculateJwkThumbprint, importJWK, type JWK, SignJWT } from 'jose';

export interface TokenSubject {
  readonly accountId: string;
  readonly personId: string | null;
  readonly sessionId: string;
  /** The least access revision that a service must know before it lets the account do anything. */
  readonly revision: number;
  readonly audience: string;
  /** The session ends then, and the token no later. */
  readonly notAfter: Date;
}

export interface TokenIssuer {
  issue(subject: TokenSubject): Promise<{ readonly token: string; readonly expiresAt: Date }>;
  /** The public keys that services verify with. */
  readonly keys: { readonly keys: Record<string, unknown>[] };
}

const lifeMs = 60_000;

export async function createTokenIssuer(secret: Secret): Promise<TokenIssuer> {
  const jwk = JSON.parse(secret.reveal()) as JWK;
  if (jwk.kty !== 'EC' || jwk.crv !== 'P-256' || jwk.d === undefined)
    throw new OperatorError('TOKEN_PRIVATE_KEY is not a private ES256 key in JWK form.');
  const key = await importJWK(jwk, 'ES256');
  const kid = jwk.kid ?? (await calculateJwkThumbprint(jwk));
  const { kty, crv, x, y } = jwk;
  return {
    keys: { keys: [{ kty, crv, x, y, kid, alg: 'ES256', use: 'sig' }] },
    issue: async ({ accountId, personId, sessionId, revision, audience, notAfter }) => {
      const issuedAt = Math.floor(Date.now() / 1_000);
      const expiresAt = new Date(Math.min(issuedAt * 1_000 + lifeMs, notAfter.getTime()));
      const token = await new SignJWT({
        sid: sessionId,
        rev: revision,
        ...(personId === null ? {} : { person: personId }),
      })
        .setProtectedHeader({ alg: 'ES256', kid, typ: 'banyan+jwt' })
        .setIssuer('banyan')
        .setAudience(audience)
        .setSubject(accountId)
        .setIssuedAt(issuedAt)
        .setExpirationTime(Math.floor(expiresAt.getTime() / 1_000))
        .sign(key);
      return { token, expiresAt };
    },
  };
}
