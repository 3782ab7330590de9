import { duringTests } from '@banyan/test-kit/during-tests';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { SignedIn } from '../testing/identity-under-test.ts';
import { auditActions, codeOf, createSessions, password, sessionOf } from '../testing/sessions-under-test.ts';

const identity = duringTests(createSessions);
let security: SignedIn;
let colleague: SignedIn;

beforeAll(async () => {
  security = await identity.administrator('security', 'security-admin');
  colleague = await identity.account({ username: 'colleague', at: 'branch-b1', member: true, password });
});
beforeEach(() => identity.owner`delete from sign_in_guards`);

const alive = async (session: string): Promise<boolean> => (await identity.exchange(session)).status === 200;
const endings = async (): Promise<unknown[]> =>
  (await identity.facts())
    .filter(({ type }) => type === 'identity.session.ended')
    .map(({ data }) => [data['accountId'], data['reason']]);

describe('signing in over a session', () => {
  test('ends it in the same moment, and says so once', async () => {
    const person = await identity.account({ username: 'again', at: 'branch-a1', member: true, password });
    await identity.facts();
    const opened = await identity.signIn('again', password, { over: await person.token() });
    expect(opened.status).toBe(201);
    expect([await alive(person.session), await alive(sessionOf(opened)[0])]).toEqual([false, true]);
    const facts = await identity.facts();
    expect(facts.filter(({ type }) => type === 'identity.session.ended')).toMatchObject([
      { subject: person.sessionId, data: { accountId: person.id, reason: 'replaced' } },
    ]);
    const removed = facts.filter(({ data }) => data['action'] === 'identity.session.remove');
    expect(removed.map(({ data }) => [data['subjectId'], data['reason']])).toEqual([
      [person.sessionId, 'replaced'],
    ]);
  });

  test('ends it also where it is of another account', async () => {
    const other = await identity.account({ username: 'other', at: 'branch-a1', member: true });
    await identity.facts();
    await identity.signIn('colleague', password, { over: await other.token() });
    expect(await alive(other.session)).toBe(false);
    expect(await endings()).toEqual([[other.id, 'replaced']]);
  });

  test('with a wrong password ends nothing', async () => {
    await identity.signIn('colleague', 'wrong', { over: await colleague.token() });
    expect(await alive(colleague.session)).toBe(true);
  });

  test('works with a token that is no good any more, and ends nothing then', async () => {
    const gone = await identity.account({ username: 'gone', at: 'branch-a1', member: true });
    const token = await gone.token();
    await gone.request('DELETE', '/api/identity/sessions/current');
    await identity.facts();
    for (const over of [token, 'nonsense', ''])
      expect((await identity.signIn('colleague', password, { over })).status).toBe(201);
    expect(await auditActions(identity)).toEqual(Array(3).fill('identity.session.create'));
  });
});

describe('the limit of sessions', () => {
  const setLimit = async (value: number): Promise<void> => {
    const organizationId = identity.node('unit-a').id;
    const key = 'identity.sessions-per-account';
    const read = await security.get(`/api/identity/settings?organizationId=${organizationId}`);
    const { items } = (await read.json()) as { items: { key: string; version: number }[] };
    const version = items.find((setting) => setting.key === key)?.version;
    const put = await security.request('PUT', `/api/identity/settings/${key}`, {
      body: { organizationId, value },
      headers: { 'if-match': `"${version}"` },
    });
    expect(put.status).toBe(200);
  };

  test('is ten: the eleventh ends the one unused for longest, which answer, fact and trail say', async () => {
    const who = await identity.account({ username: 'eleven', at: 'branch-b1', member: true, password });
    const sessions: string[] = [];
    for (let n = 0; n < 9; n += 1) {
      identity.wait(1.5);
      sessions.push(sessionOf(await identity.signIn('eleven', password))[0]);
    }
    const listed = await (await who.get('/api/identity/sessions')).json();
    expect(listed).toMatchObject({ total: 10, limit: 10 });
    await identity.facts();
    const eleventh = await identity.signIn('eleven', password);
    expect(await eleventh.json()).toMatchObject({ endedSessions: 1 });
    // The first of all was used a moment ago, when the sessions were listed.
    expect(await Promise.all([who.session, ...sessions].map(alive))).toEqual([
      true,
      false,
      ...Array(8).fill(true),
    ]);
    const facts = await identity.facts();
    expect(facts.filter(({ type }) => type === 'identity.session.ended')).toMatchObject([
      { data: { accountId: who.id, reason: 'limit' } },
    ]);
    expect(facts.filter(({ data }) => data['reason'] === 'limit' && 'action' in data)).toHaveLength(1);
  });

  test('holds for sign-ins side by side', async () => {
    await setLimit(3);
    const who = await identity.account({ username: 'many', at: 'branch-a1', member: true, password });
    const opened = await Promise.all(
      Array.from({ length: 8 }, (_, n) => identity.signIn('many', password, { address: `10.0.0.${n}` })),
    );
    expect(new Set(opened.map(({ status }) => status))).toEqual(new Set([201]));
    const living = await Promise.all(opened.map((response) => alive(sessionOf(response)[0])));
    expect(living.filter(Boolean)).toHaveLength(3);
    expect(await alive(who.session)).toBe(false);
  });

  test('counts no session that is over, and is inherited by what lies below', async () => {
    await setLimit(1);
    const who = await identity.account({ username: 'alone', at: 'branch-a1', member: true, password });
    identity.wait(61);
    const opened = await identity.signIn('alone', password);
    expect(await opened.json()).not.toHaveProperty('endedSessions');
    const path = `/api/identity/sessions?accountId=${who.id}`;
    const again = await identity.administrator('security-again', 'security-admin');
    expect(await (await again.get(path)).json()).toMatchObject({ total: 1, limit: 1 });
  });
});

test('a password that changes while somebody signs in with the former one opens nothing', async () => {
  const who = await identity.account({ username: 'racing', at: 'branch-a1', member: true, password });
  const opening = await identity.owner.begin(async (sql) => {
    await sql`select from accounts where id = ${who.id} for no key update`;
    const asked = identity.signIn('racing', password);
    await until(async () => {
      const waiting = await sql`
        select from pg_locks where locktype = 'transactionid' and not granted
          and transactionid::text = pg_current_xact_id()::text`;
      return waiting.length > 0;
    });
    await sql`update passwords set hash = ${await identity.deps.passwords.hash('Snow-in-Karamay8')}
      where account_id = ${who.id}`;
    return { asked };
  });
  const refused = await opening.asked;
  expect([refused.status, await codeOf(refused)]).toEqual([401, 'session.credentials-wrong']);
});

async function until(seen: () => Promise<boolean>): Promise<void> {
  while (!(await seen()));
}
