import { duringTests } from '@banyan/test-kit/during-tests';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type SignedIn, serviceSecret, startIdentity } from '../testing/identity-under-test.ts';
import { sweepSessions } from './sweep-sessions.ts';

const password = 'Rain-in-Karamay7';
const identity = duringTests(() =>
  startIdentity({ group: { 'unit-a': { 'branch-a1': {} }, 'unit-b': { 'branch-b1': {} } } }),
);
let secretary: SignedIn;

beforeAll(async () => {
  secretary = await identity.account({
    username: 'secretary',
    at: 'branch-a1',
    member: true,
    password,
    holds: [{ role: 'branch-secretary', nodes: ['branch-a1'] }],
  });
  await identity.account({ username: 'without-password', at: 'branch-a1', member: true });
});
beforeEach(async () => {
  await identity.owner`delete from sign_in_guards`;
});

const signIn = (username: string, given: string): Promise<Response> =>
  identity.anonymous('POST', '/api/identity/sessions', { body: { username, password: given } });
const exchange = (session: string): Promise<Response> =>
  identity.anonymous('POST', '/internal/tokens', {
    body: { session, audience: 'archives' },
    headers: { 'x-service-secret': serviceSecret },
  });
const auditActions = async (): Promise<string[]> =>
  (await identity.facts())
    .filter(({ type }) => type === 'identity.audit.recorded')
    .map(({ data }) => [data['action'], data['reason']].filter(Boolean).join(' '));
const sessionOf = (response: Response): [token: string, maxAge: number] => {
  const [token, age] = (response.headers.get('x-banyan-session') ?? '').split(';');
  return [token ?? '', Number(age)];
};

describe('signing in', () => {
  test('the right password opens a session for the gateway, and of it only the hash is stored', async () => {
    await identity.facts();
    const response = await signIn(' Secretary ', password);
    expect(response.status).toBe(201);
    expect(await response.json()).toEqual({
      account: { id: secretary.id, username: 'secretary', displayName: 'secretary' },
    });
    const [token, maxAge] = sessionOf(response);
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(maxAge).toBe(12 * 3_600);
    const [row] = await identity.owner<{ found: boolean }[]>`
      select hash = sha256(${token}::bytea) as found from sessions where account_id = ${secretary.id} order by created_at desc limit 1`;
    expect(row?.found).toBe(true);
    expect(await auditActions()).toEqual(['identity.session.create']);
  });

  test('a wrong password and a name that nobody has get the same answer', async () => {
    const wrong = await signIn('secretary', 'not this one');
    const nobody = await signIn('nobody-of-this-name', 'not this one');
    const withoutPassword = await signIn('without-password', 'not this one');
    const bodies = await Promise.all([wrong, nobody, withoutPassword].map((response) => response.text()));
    const bare = bodies.map((body) => body.replace(/"requestId":"[^"]*"/, ''));
    expect([wrong.status, nobody.status, withoutPassword.status]).toEqual([401, 401, 401]);
    expect(new Set(bare).size).toBe(1);
    expect(bare[0]).toContain('session.credentials-wrong');
  });

  test('the trail tells failures apart for the auditor, and never what was typed', async () => {
    await identity.facts();
    await signIn('secretary', 'wrong');
    await signIn('my-password-in-the-wrong-field', 'wrong');
    const facts = await identity.facts();
    expect(facts.map(({ data }) => data['reason'])).toEqual(['wrong-password', 'no-such-account']);
    expect(JSON.stringify(facts)).not.toContain('wrong-field');
  });

  test.each(['secretary', 'nobody-of-this-name'])(
    'ten failures lock %s for fifteen minutes, with the same words for both',
    async (username) => {
      await identity.facts();
      for (let n = 0; n < 10; n += 1) expect((await signIn(username, 'wrong')).status).toBe(401);
      const locked = await signIn(username, password);
      expect(locked.headers.get('retry-after')).toBe('900');
      expect(await locked.json()).toMatchObject({ status: 401, code: 'session.account-locked' });
      const actions = await auditActions();
      expect(actions.filter((action) => action.startsWith('identity.account.lock'))).toEqual([
        'identity.account.lock too-many-failures',
      ]);
      expect(actions.at(-1)).toBe('identity.session.refuse locked');
    },
  );

  test('attempts side by side do not outrun the lock', async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, () => signIn('secretary', 'wrong')));
    const codes = await Promise.all(answers.map(async (a) => ((await a.json()) as { code: string }).code));
    expect(codes.filter((code) => code === 'session.credentials-wrong')).toHaveLength(10);
    expect(codes.filter((code) => code === 'session.account-locked')).toHaveLength(20);
  });

  test('a success forgets the failures before it', async () => {
    for (let n = 0; n < 9; n += 1) await signIn('secretary', 'wrong');
    expect((await signIn('secretary', password)).status).toBe(201);
    expect(await ((await signIn('secretary', 'wrong')).json() as Promise<unknown>)).toMatchObject({
      code: 'session.credentials-wrong',
    });
  });

  test('the lock ends by itself, which the trail says', async () => {
    for (let n = 0; n < 10; n += 1) await signIn('secretary', 'wrong');
    await identity.facts();
    identity.wait(15.1);
    await sweepSessions(identity.kit);
    expect(await auditActions()).toContain('identity.account.unlock time-passed');
    expect((await signIn('secretary', password)).status).toBe(201);
  });

  test('a body of the wrong shape names the field', async () => {
    const response = await identity.anonymous('POST', '/api/identity/sessions', { body: { username: 'x' } });
    expect(await response.json()).toMatchObject({ status: 400, errors: [{ field: 'password' }] });
    const broken = await identity.anonymous('POST', '/api/identity/sessions', { body: '{' });
    expect(await broken.json()).toMatchObject({ status: 400, code: 'body.malformed' });
  });

  test('without the demonstration data no account and no password is offered', async () => {
    const response = await identity.anonymous('GET', '/api/identity/sign-in-options');
    expect(await response.json()).toEqual({
      demo: false,
      enterprise: 'group',
      accounts: [],
      password: null,
      setup: false,
    });
  });
});

describe('sessions', () => {
  test('a session is exchanged for a token of a minute, by the mesh only', async () => {
    const [session] = sessionOf(await signIn('secretary', password));
    const response = await exchange(session);
    expect(response.status).toBe(200);
    const issued = (await response.json()) as Record<string, string | number>;
    expect(issued).toMatchObject({ accountId: secretary.id });
    const claims = JSON.parse(
      Buffer.from(String(issued['token']).split('.')[1] ?? '', 'base64url').toString(),
    );
    expect(claims).toMatchObject({
      iss: 'banyan',
      aud: 'archives',
      sub: secretary.id,
      person: secretary.personId,
      sid: issued['sessionId'],
      rev: issued['revision'],
    });
    expect(claims.exp - claims.iat).toBe(60);
    const outside = await identity.anonymous('POST', '/internal/tokens', {
      body: { session, audience: 'archives' },
    });
    expect(outside.status).toBe(403);
  });

  test('an unknown session, one left idle and one too old give no token', async () => {
    expect((await exchange('made-up')).status).toBe(401);
    const [session] = sessionOf(await signIn('secretary', password));
    identity.wait(59);
    expect((await exchange(session)).status).toBe(200);
    identity.wait(59);
    expect((await exchange(session)).status).toBe(200);
    identity.wait(61);
    expect(await (await exchange(session)).json()).toMatchObject({ status: 401, code: 'session.expired' });
    const [worn] = sessionOf(await signIn('secretary', password));
    for (let n = 0; n < 12; n += 1) {
      identity.wait(59);
      expect((await exchange(worn)).status).toBe(200);
    }
    identity.wait(13);
    expect((await exchange(worn)).status).toBe(401);
    await identity.facts();
    await sweepSessions(identity.kit);
    const ended = (await identity.facts()).filter(({ type }) => type === 'identity.session.ended');
    expect(ended.length).toBeGreaterThanOrEqual(2);
    expect(ended[0]?.data).toMatchObject({ reason: 'expired' });
  });
});

describe('seeing and ending sessions', () => {
  let again: SignedIn;
  let guard: SignedIn;
  let officer: SignedIn;
  let security: SignedIn;
  beforeAll(async () => {
    security = await identity.account({
      username: 'security',
      at: 'group',
      administrator: true,
      holds: [{ role: 'security-admin', nodes: ['group'] }],
    });
    officer = await identity.account({
      username: 'officer',
      at: 'branch-a1',
      member: true,
      holds: [{ role: 'organization-officer', nodes: ['group'] }],
    });
    again = await identity.account({ username: 'again', at: 'branch-b1', member: true, password });
    guard = await identity.account({
      username: 'guard',
      at: 'group',
      administrator: true,
      holds: [{ role: 'security-admin', nodes: ['unit-a'] }],
    });
  });

  test('I see my own, know the current one, and end another', async () => {
    const [other] = sessionOf(await signIn('again', password));
    const list = (await (await again.get('/api/identity/sessions')).json()) as {
      items: { id: string; current: boolean }[];
    };
    expect(list.items.map(({ current }) => current).toSorted()).toEqual([false, true]);
    await identity.facts();
    const id = list.items.find(({ current }) => !current)?.id ?? '';
    expect((await again.request('DELETE', `/api/identity/sessions/${id}`)).status).toBe(204);
    expect((await exchange(other)).status).toBe(401);
    const [fact] = await identity.facts();
    expect(fact).toMatchObject({
      type: 'identity.session.ended',
      subject: id,
      data: { accountId: again.id },
    });
  });

  test('signing out ends the session and tells the gateway to forget the cookie', async () => {
    const [session] = sessionOf(await signIn('again', password));
    const { token } = (await (
      await identity.anonymous('POST', '/internal/tokens', {
        body: { session, audience: 'identity' },
        headers: { 'x-service-secret': serviceSecret },
      })
    ).json()) as { token: string };
    const out = await identity.anonymous('DELETE', '/api/identity/sessions/current', {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(out.status).toBe(204);
    expect(out.headers.get('x-banyan-session')).toBe(';0');
    expect((await exchange(session)).status).toBe(401);
  });

  test("another's sessions are for the security administrator, and for nobody else", async () => {
    const path = `/api/identity/sessions?accountId=${again.id}`;
    expect((await officer.get(path)).status).toBe(403);
    const seen = (await (await security.get(path)).json()) as { items: { id: string }[] };
    expect(seen.items).toHaveLength(1);
    expect((await guard.get(path)).status).toBe(404);
    const id = seen.items[0]?.id ?? '';
    expect((await officer.request('DELETE', `/api/identity/sessions/${id}`)).status).toBe(404);
    expect((await guard.request('DELETE', `/api/identity/sessions/${id}`)).status).toBe(404);
    expect((await exchange(again.session)).status).toBe(200);
    expect((await security.request('DELETE', `/api/identity/sessions/${id}`)).status).toBe(204);
    expect((await exchange(again.session)).status).toBe(401);
  });
});
