import type { Kit } from '@banyan/service-kit/kit';
import { type Actor, publicScope, selfScope, systemScope } from '@banyan/service-kit/scope';
import { v7 as uuidv7 } from 'uuid';
import type { Deps } from '../deps.ts';
import { settingAt } from '../settings/setting-table.ts';
import { accountDisabledNow, accountLocked, credentialsWrong } from './session.ts';
import { newSessionToken } from './session-table.ts';
import { countAttempt, forgetAttempts, guardKey, lockIfSpent } from './sign-in-guard.ts';

export interface SignIn {
  readonly username: string;
  readonly password: string;
  readonly address: string | null;
  readonly userAgent: string | null;
  readonly requestId: string;
}

export interface SignedIn {
  readonly account: { readonly id: string; readonly username: string; readonly displayName: string };
  readonly token: string;
  readonly maxAgeSeconds: number;
}

interface Candidate {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly personId: string | null;
  readonly organizationId: string;
  readonly status: 'active' | 'disabled';
  readonly hash: string | null;
}

/** The same steps, answers and cost for every username, whether or not there is such an account. */
export async function signIn(deps: Deps, input: SignIn): Promise<SignedIn> {
  const { kit, passwords } = deps;
  const username = input.username.trim().toLowerCase();
  const candidate = await findCandidate(kit, username);
  const key = guardKey(candidate?.id ?? null, username);
  const open = publicScope(input.requestId);
  const guard = await kit.database.write(open, (tx) =>
    countAttempt(tx, key, candidate?.id ?? null, kit.clock.now()),
  );
  const refused = (reason: string): Promise<void> => refuse(kit, { candidate, key, reason, ...guard }, input);
  if (guard.lockedSeconds > 0) {
    await refused('locked');
    throw accountLocked(guard.lockedSeconds);
  }
  if (!(await passwords.verify(candidate?.hash ?? null, input.password)) || candidate === null) {
    await refused(candidate === null ? 'no-such-account' : 'wrong-password');
    throw credentialsWrong();
  }
  if (candidate.status === 'disabled') {
    await refused('disabled');
    throw accountDisabledNow();
  }
  return openSession(kit, candidate, key, input);
}

async function findCandidate(kit: Kit, username: string): Promise<Candidate | null> {
  return kit.database.read(systemScope('identity.session.create'), async (tx) => {
    const [row] = await tx.sql<Candidate[]>`
      select a.id, a.username, a.display_name as "displayName", a.person_id as "personId",
        a.organization_id as "organizationId", a.status, p.hash
      from accounts a left join passwords p on p.account_id = a.id
      where a.username = ${username} and a.kind = 'person'`;
    return row ?? null;
  });
}

interface Refusal {
  readonly candidate: Candidate | null;
  readonly key: string;
  readonly reason: string;
  readonly failures: number;
}

/** The failure in the audit trail; what was typed is never kept, since it may be a password in the wrong field. */
async function refuse(kit: Kit, refusal: Refusal, { requestId }: SignIn): Promise<void> {
  const { candidate, key, reason, failures } = refusal;
  const subject = { subjectId: candidate?.id ?? null, organizationId: candidate?.organizationId ?? null };
  await kit.database.write(publicScope(requestId), async (tx) => {
    tx.audit({ action: 'identity.session.refuse', entity: 'session', ...subject, reason });
    if (reason !== 'locked' && (await lockIfSpent(tx, key, failures, kit.clock.now())))
      tx.audit({
        action: 'identity.account.lock',
        entity: 'account',
        ...subject,
        reason: 'too-many-failures',
      });
  });
}

async function openSession(kit: Kit, candidate: Candidate, key: string, input: SignIn): Promise<SignedIn> {
  const { id: accountId, personId, organizationId, username, displayName } = candidate;
  const sessionId = uuidv7();
  const { token, hash } = newSessionToken();
  const now = kit.clock.now();
  const idleMinutes = await settingAt(kit, organizationId, 'identity.session-idle-minutes');
  const maxAgeSeconds = (await settingAt(kit, organizationId, 'identity.session-hours')) * 3_600;
  const actor: Actor = { accountId, personId, sessionId, requestId: input.requestId };
  await kit.database.write(selfScope(actor, 'identity.session.create'), async (tx) => {
    await forgetAttempts(tx, key);
    await tx.sql`insert into sessions ${tx.sql({
      id: sessionId,
      hash,
      account_id: accountId,
      created_at: now.toISOString(),
      last_seen_at: now.toISOString(),
      idle_seconds: idleMinutes * 60,
      expires_at: new Date(now.getTime() + maxAgeSeconds * 1_000).toISOString(),
      address: input.address,
      user_agent: input.userAgent?.slice(0, 300) ?? null,
    })}`;
    await tx.sql`update accounts set last_sign_in_at = ${now.toISOString()} where id = ${accountId}`;
    tx.audit({ action: 'identity.session.create', entity: 'session', subjectId: sessionId, organizationId });
  });
  return { account: { id: accountId, username, displayName }, token, maxAgeSeconds };
}
