import type { Kit } from '@banyan/service-kit/kit';
import { publicScope, systemScope } from '@banyan/service-kit/scope';
import type { Deps } from '../deps.ts';
import { type Device, knowsDevice } from './known-device.ts';
import { networkOf } from '@banyan/service-kit/network';
import { type Opened, openSession, type Proven } from './open-session.ts';
import { accountDisabledNow, credentialsWrong, signInHeldBack } from './session.ts';
import { type Attempt, auditRefusal, countAttempt, guardKey, type GuardKeys } from './sign-in-guard.ts';

export interface SignIn {
  readonly username: string;
  readonly password: string;
  readonly address: string | null;
  readonly device: Device | null;
  /** The live session that the browser has, of whichever account. */
  readonly presentSessionId: string | null;
  readonly userAgent: string | null;
  readonly requestId: string;
}

export interface SignedIn extends Opened {
  readonly account: { readonly id: string; readonly username: string; readonly displayName: string };
}

interface Candidate extends Proven {
  readonly username: string;
  readonly displayName: string;
  readonly status: 'active' | 'disabled';
  readonly knowsDevice: boolean;
}

/** The same steps, answers and cost for every username, whether or not there is such an account. */
export async function signIn(deps: Deps, input: SignIn): Promise<SignedIn> {
  const { kit, passwords } = deps;
  const username = input.username.trim().toLowerCase();
  const candidate = await findCandidate(kit, username, input.device);
  const keys = guardKeys(candidate, username, input);
  const attempt = await kit.database.write(publicScope(input.requestId), (tx) =>
    countAttempt(tx, keys, kit.clock.now()),
  );
  const refused = (reason: string): Promise<void> => refuse(kit, candidate, reason, attempt, input.requestId);
  if (attempt.refusal !== null) {
    await refused(attempt.refusal);
    throw signInHeldBack(attempt.refusal, attempt.waitSeconds);
  }
  if (!(await passwords.verify(candidate?.hash ?? null, input.password)) || candidate === null) {
    await refused(candidate === null ? 'no-such-account' : 'wrong-password');
    throw credentialsWrong();
  }
  if (candidate.status === 'disabled') {
    await refused('disabled');
    throw accountDisabledNow();
  }
  const { device, address, userAgent, requestId, presentSessionId: replacedSessionId } = input;
  const opening = { keys, device, address, userAgent, requestId, replacedSessionId };
  const opened = await openSession(deps, candidate, opening);
  if (opened === null) {
    await refused('wrong-password');
    throw credentialsWrong();
  }
  const { id, displayName } = candidate;
  return { account: { id, username: candidate.username, displayName }, ...opened };
}

async function findCandidate(kit: Kit, username: string, device: Device | null): Promise<Candidate | null> {
  return kit.database.read(systemScope('identity.session.create'), async (tx) => {
    const [row] = await tx.sql<Candidate[]>`
      select a.id, a.username, a.display_name as "displayName", a.person_id as "personId",
        a.organization_id as "organizationId", a.status, p.hash,
        ${knowsDevice(tx.sql, device, kit.clock.now())} as "knowsDevice"
      from accounts a left join passwords p on p.account_id = a.id
      where a.username = ${username} and a.kind = 'person'`;
    return row ?? null;
  });
}

function guardKeys(
  candidate: Candidate | null,
  username: string,
  { device, address }: Pick<SignIn, 'device' | 'address'>,
): GuardKeys {
  const id = candidate?.id ?? null;
  if (device !== null && candidate?.knowsDevice === true)
    return { near: guardKey('device', id, username, device.hash.toString('base64url')), strangers: null };
  return {
    near: guardKey('address', id, username, networkOf(address)),
    strangers: guardKey('strangers', id, username, ''),
  };
}

/** The failure in the audit trail; what was typed is never kept, since it may be a password in the wrong field. */
async function refuse(
  kit: Kit,
  candidate: Candidate | null,
  reason: string,
  attempt: Attempt,
  requestId: string,
): Promise<void> {
  const subject = { subjectId: candidate?.id ?? null, organizationId: candidate?.organizationId ?? null };
  await kit.database.write(publicScope(requestId), async (tx) =>
    auditRefusal(tx, { action: 'identity.session.refuse', entity: 'session', ...subject, reason }, attempt),
  );
}
