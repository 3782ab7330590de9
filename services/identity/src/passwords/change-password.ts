import { unauthenticated } from '@banyan/service-kit/authenticate';
import { AppError, invalid } from '@banyan/service-kit/error';
import { type Actor, publicScope, selfScope, systemScope } from '@banyan/service-kit/scope';
import { linkHash } from '../accounts/invite-account.ts';
import type { Deps } from '../deps.ts';
import { endSessions } from '../sessions/session-table.ts';
import { waitInWords } from '../sessions/session.ts';
import {
  auditRefusal,
  countAttempt,
  forgetAllAttempts,
  forgetAttempts,
  guardKey,
  type GuardKeys,
} from '../sessions/sign-in-guard.ts';
import { hashForOwner, type PasswordOwner, storePassword } from './password-table.ts';

interface HeldPassword extends PasswordOwner {
  readonly hash: string | null;
}

/** Changes my password, and ends my sessions elsewhere. */
export async function changePassword(
  deps: Deps,
  actor: Actor,
  { current, next }: { readonly current: string; readonly next: string },
): Promise<void> {
  const { kit } = deps;
  const accountId = actor.accountId as string;
  const owner = await kit.database.read(systemScope('identity.password.update'), async (tx) => {
    const [row] = await tx.sql<HeldPassword[]>`
      select a.id, a.username, a.organization_id as "organizationId", p.hash
      from accounts a left join passwords p on p.account_id = a.id where a.id = ${accountId}`;
    return row;
  });
  if (owner === undefined) throw unauthenticated();
  await checkCurrent(deps, actor, owner, current);
  const hash = await hashForOwner(deps, owner, next, 'next');
  await kit.database.write(selfScope(actor, 'identity.password.update'), async (tx) => {
    await tx.enter(systemScope('identity.password.update'));
    await storePassword(tx, accountId, hash);
    await endSessions(tx, { accountId, except: actor.sessionId }, 'ended');
    audit(tx, owner);
  });
}

/** Who sits at a session that somebody left open guesses no faster than at the sign-in page. */
async function checkCurrent(
  { kit, passwords }: Deps,
  actor: Actor,
  { id, organizationId, hash }: HeldPassword,
  current: string,
): Promise<void> {
  const scope = selfScope(actor, 'identity.password.update');
  const keys: GuardKeys = { near: guardKey('password', id, '', actor.sessionId ?? ''), strangers: null };
  const attempt = await kit.database.write(scope, (tx) => countAttempt(tx, keys, kit.clock.now()));
  const right = attempt.refusal === null && (await passwords.verify(hash, current));
  await kit.database.write(scope, async (tx) => {
    if (right) return forgetAttempts(tx, keys, kit.clock.now());
    const reason = attempt.refusal ?? 'wrong-password';
    const subject = { entity: 'account', subjectId: id, organizationId };
    return auditRefusal(tx, { action: 'identity.password.refuse', ...subject, reason }, attempt);
  });
  if (attempt.refusal !== null) throw changeHeldBack(attempt.refusal, attempt.waitSeconds);
  if (right) return;
  throw invalid('identity.password-wrong', 'The current password is wrong.', [
    { field: 'current', code: 'wrong', message: 'This is not your current password.' },
  ]);
}

/** Not 401 as at sign-in: the session is good, and the console must not ask to sign in again. */
function changeHeldBack(refusal: 'delayed' | 'locked', seconds: number): AppError {
  const code = `identity.password-${refusal}`;
  return new AppError('rate-limited', code, 'Too many wrong passwords: the next attempt has to wait.', {
    detail: `Try again in ${waitInWords(seconds)}, or ask the system administrator for a link that sets a new password.`,
    retryAfterSeconds: seconds,
    extensions: { retryAfterSeconds: seconds },
  });
}

/** Sets a password by the link of an invitation, which then no longer works. */
export async function acceptInvitation(
  deps: Deps,
  requestId: string,
  { token, password }: { readonly token: string; readonly password: string },
): Promise<{ username: string }> {
  const { kit } = deps;
  const hash = linkHash(token);
  const now = kit.clock.now().toISOString();
  const owner = await kit.database.read(systemScope('identity.invitation.accept'), async (tx) => {
    const [row] = await tx.sql<PasswordOwner[]>`
      select a.id, a.username, a.organization_id as "organizationId"
      from one_time_links l join accounts a on a.id = l.account_id
      where l.hash = ${hash} and l.purpose = 'password' and l.expires_at > ${now} and a.status = 'active'`;
    return row;
  });
  if (owner === undefined) throw linkUnusable();
  const passwordHash = await hashForOwner(deps, owner, password);
  await kit.database.write(publicScope(requestId), async (tx) => {
    await tx.enter(systemScope('identity.invitation.accept'));
    const used = await tx.sql`delete from one_time_links where hash = ${hash} returning hash`;
    if (used.length === 0) throw linkUnusable();
    await storePassword(tx, owner.id, passwordHash);
    await forgetAllAttempts(tx, owner.id);
    await endSessions(tx, { accountId: owner.id }, 'ended');
    audit(tx, owner);
  });
  return { username: owner.username };
}

function audit(
  tx: {
    audit: (entry: { action: string; entity: string; subjectId: string; organizationId: string }) => void;
  },
  { id, organizationId }: PasswordOwner,
): void {
  tx.audit({ action: 'identity.password.update', entity: 'account', subjectId: id, organizationId });
}

export function linkUnusable() {
  return invalid('identity.link-unusable', 'This link no longer works.', [
    { field: 'token', code: 'unusable', message: 'It was used, replaced or is too old. Ask for a new one.' },
  ]);
}
