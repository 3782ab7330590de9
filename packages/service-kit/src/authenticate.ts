import { createHash } from 'node:crypto';
import type { Access } from '@banyan/contracts/access';
import { createLocalJWKSet, decodeProtectedHeader, errors, type JWTPayload, jwtVerify } from 'jose';
import type { Sql } from 'postgres';
import type { AccessDirectory } from './access-directory.ts';
import { AppError } from './error.ts';
import type { IdentityClient } from './identity-client.ts';
import type { Actor } from './scope.ts';

export interface AuthenticatorOptions {
  readonly domain: string;
  readonly identity: IdentityClient;
  readonly access: AccessDirectory;
  readonly client: Sql;
}

/** Reads the internal token of a request and makes sure that the account's access is known at the revision it names. */
export interface Authenticator {
  authenticate(authorization: string | undefined, requestId: string): Promise<Actor>;
  /** Who asked for a job, with what the account may do by now. Throws `unauthenticated` for one that is disabled. */
  recall(asked: Pick<Actor, 'personId' | 'requestId'> & { readonly accountId: string }): Promise<Actor>;
}

interface Verified {
  readonly claims: JWTPayload & { sid?: string; rev?: number; person?: string };
  readonly expiresAt: number;
}

const cacheSize = 5_000;

export function unauthenticated(): AppError {
  return new AppError('unauthenticated', 'session.required', 'Sign in first.', {
    detail: 'There is no session, or it has ended.',
  });
}

export function createAuthenticator({
  domain,
  identity,
  access,
  client,
}: AuthenticatorOptions): Authenticator {
  const verified = new Map<string, Verified>();
  const pending = new Map<string, Promise<void>>();
  let keys: ReturnType<typeof createLocalJWKSet> | null = null;
  let knownKids = new Set<string>();

  async function keySet(kid: string): Promise<ReturnType<typeof createLocalJWKSet>> {
    if (keys === null || !knownKids.has(kid)) {
      const set = await identity.keys();
      keys = createLocalJWKSet(set as never);
      knownKids = new Set(set.keys.map((key) => String(key['kid'])));
    }
    return keys;
  }

  async function verify(token: string): Promise<Verified['claims']> {
    const digest = createHash('sha256').update(token).digest('base64');
    const known = verified.get(digest);
    if (known !== undefined && known.expiresAt > Date.now()) return known.claims;
    verified.delete(digest);
    try {
      const set = await keySet(String(decodeProtectedHeader(token).kid));
      const { payload } = await jwtVerify(token, set, {
        issuer: 'banyan',
        audience: domain,
        typ: 'banyan+jwt',
        algorithms: ['ES256'],
        requiredClaims: ['sub', 'exp', 'rev'],
      });
      if (verified.size >= cacheSize) verified.delete(verified.keys().next().value as string);
      verified.set(digest, { claims: payload, expiresAt: (payload.exp as number) * 1_000 });
      return payload;
    } catch (error) {
      if (error instanceof errors.JOSEError || error instanceof TypeError) throw unauthenticated();
      throw error;
    }
  }

  /** Asks identity once for however many requests wait; falls back on what this service stored before. */
  async function refresh(accountId: string, least: number): Promise<void> {
    try {
      const fresh = await identity.access(accountId);
      access.put(fresh);
      await storeAccess(client, fresh).catch(() => undefined);
    } catch (error) {
      const [stored] = await client<
        { access: Access }[]
      >`select access from access_replicas where account_id = ${accountId}`;
      if (stored === undefined || stored.access.revision < least) throw error;
      access.put(stored.access);
    }
  }

  async function known(accountId: string, least: number): Promise<void> {
    let waiting = pending.get(accountId);
    if (waiting === undefined) {
      waiting = refresh(accountId, least).finally(() => pending.delete(accountId));
      pending.set(accountId, waiting);
    }
    await waiting;
  }

  return {
    async recall({ accountId, personId, requestId }) {
      await known(accountId, 0);
      if (access.access(accountId)?.active !== true) throw unauthenticated();
      return { accountId, personId, sessionId: null, requestId };
    },
    async authenticate(authorization, requestId) {
      if (!authorization?.startsWith('Bearer ')) throw unauthenticated();
      const { sub, sid, rev, person } = await verify(authorization.slice(7));
      const accountId = sub as string;
      if (access.revision(accountId) < (rev as number)) await known(accountId, rev as number);
      if (access.access(accountId)?.active !== true) throw unauthenticated();
      return { accountId, personId: person ?? null, sessionId: sid ?? null, requestId };
    },
  };
}

/** Keeps the newest access, so that a restart works while identity is away. */
export async function storeAccess(client: Sql, access: Access): Promise<void> {
  await client`
    insert into access_replicas (account_id, revision, access)
    values (${access.accountId}, ${access.revision}, ${JSON.stringify(access)}::jsonb)
    on conflict (account_id) do update set revision = excluded.revision, access = excluded.access
    where access_replicas.revision <= excluded.revision`;
}
