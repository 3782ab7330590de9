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
  /** What is held about the account may be over: nobody is served by it before identity has been asked again. */
  doubt(accountId: string): void;
}

interface Verified {
  readonly claims: JWTPayload & { sid?: string; rev?: number; person?: string };
  readonly expiresAt: number;
}

/** What was announced about an account, until identity has answered a question that was put afterwards. */
interface Doubt {
  state: 'to-ask' | 'asked' | 'unanswered';
  answer: Promise<void>;
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
  /** Questions on their way to identity, by account. */
  const pending = new Map<string, Promise<void>>();
  const doubts = new Map<string, Doubt>();
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

  /** Asks identity, once for however many wait. */
  function ask(accountId: string): Promise<void> {
    const waiting = pending.get(accountId);
    if (waiting !== undefined) return waiting;
    const asked = takeAccess(accountId).finally(() => pending.delete(accountId));
    pending.set(accountId, asked);
    return asked;
  }

  async function takeAccess(accountId: string): Promise<void> {
    const fresh = await identity.access(accountId);
    access.put(fresh);
    await storeAccess(client, fresh).catch(() => undefined);
  }

  /** Whoever has asked before it was doubted may be told what was true before: the answer is to the next question. */
  function askAnew(accountId: string): Promise<void> {
    const known = doubts.get(accountId);
    if (known?.state === 'to-ask') return known.answer;
    const before = pending.get(accountId) ?? Promise.resolve();
    const doubt: Doubt = { state: 'to-ask', answer: before };
    const answered = async (): Promise<void> => {
      await before.catch(() => undefined);
      doubt.state = 'asked';
      try {
        await ask(accountId);
      } catch (error) {
        await forgetAccess(client, accountId);
        doubt.state = 'unanswered';
        throw error;
      }
      if (doubts.get(accountId) === doubt) doubts.delete(accountId);
    };
    doubt.answer = answered();
    doubts.set(accountId, doubt);
    return doubt.answer;
  }

  /** Makes sure that the access is held at this revision and in no doubt; what was stored before serves for want of identity. */
  async function known(accountId: string, least: number, anew: boolean): Promise<void> {
    const doubt = doubts.get(accountId);
    if (doubt !== undefined) await (doubt.state === 'unanswered' ? askAnew(accountId) : doubt.answer);
    if (!anew && access.revision(accountId) >= least) return;
    try {
      await ask(accountId);
    } catch (error) {
      const stored = await storedAccess(client, accountId);
      if (stored === undefined || stored.revision < least) throw error;
      access.put(stored);
    }
  }

  return {
    doubt: (accountId) => void askAnew(accountId).catch(() => undefined),
    async recall({ accountId, personId, requestId }) {
      await known(accountId, 0, true);
      if (access.access(accountId)?.active !== true) throw unauthenticated();
      return { accountId, personId, sessionId: null, requestId };
    },
    async authenticate(authorization, requestId) {
      if (!authorization?.startsWith('Bearer ')) throw unauthenticated();
      const { sub, sid, rev, person } = await verify(authorization.slice(7));
      const accountId = sub as string;
      await known(accountId, rev as number, false);
      if (access.access(accountId)?.active !== true) throw unauthenticated();
      return { accountId, personId: person ?? null, sessionId: sid ?? null, requestId };
    },
  };
}

/** Keeps the newest access, so that a restart works while identity is away. */
export async function storeAccess(client: Sql, access: Access): Promise<void> {
  await client`
    insert into access_replicas (account_id, revision, access)
    values (${access.accountId}, ${access.revision}, ${JSON.stringify(access)}::text::jsonb)
    on conflict (account_id) do update set revision = excluded.revision, access = excluded.access
    where access_replicas.revision <= excluded.revision`;
}

async function storedAccess(client: Sql, accountId: string): Promise<Access | undefined> {
  const [stored] = await client<{ access: Access }[]>`
    select access from access_replicas where account_id = ${accountId}`;
  return stored?.access;
}

/** What is in doubt must not serve after a restart either. */
async function forgetAccess(client: Sql, accountId: string): Promise<void> {
  await client`delete from access_replicas where account_id = ${accountId}`.catch(() => undefined);
}
