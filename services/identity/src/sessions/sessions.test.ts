import { duringTests } from '@banyan/test-kit/during-tests';
import { beforeAll, describe, expect, test } from 'vitest';
import { type SignedIn, serviceSecret } from '../testing/identity-under-test.ts';
import { createSessions, password, sessionOf } from '../testing/sessions-under-test.ts';
import { sweepSessions } from './sweep-sessions.ts';

const identity = duringTests(createSessions);

describe('sessions', () => {
  test('a session is exchanged for a token of a minute, by the mesh only', async () => {
    const [session] = sessionOf(await identity.signIn('secretary', password));
    const response = await identity.exchange(session);
    expect(response.status).toBe(200);
    const issued = (await response.json()) as Record<string, string | number>;
    expect(issued).toMatchObject({ accountId: identity.secretary.id });
    const claims = JSON.parse(
      Buffer.from(String(issued['token']).split('.')[1] ?? '', 'base64url').toString(),
    );
    expect(claims).toMatchObject({
      iss: 'banyan',
      aud: 'archives',
      sub: identity.secretary.id,
      person: identity.secretary.personId,
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
    expect((await identity.exchange('made-up')).status).toBe(401);
    const [session] = sessionOf(await identity.signIn('secretary', password));
    identity.wait(59);
    expect((await identity.exchange(session)).status).toBe(200);
    identity.wait(59);
    expect((await identity.exchange(session)).status).toBe(200);
    identity.wait(61);
    expect(await (await identity.exchange(session)).json()).toMatchObject({
      status: 401,
      code: 'session.expired',
    });
    const [open] = sessionOf(await identity.signIn('secretary', password));
    identity.wait(59);
    // A page that is merely open is no use of its session.
    expect((await identity.exchange(open, false)).status).toBe(200);
    identity.wait(2);
    expect((await identity.exchange(open, false)).status).toBe(401);
    const [worn] = sessionOf(await identity.signIn('secretary', password));
    for (let n = 0; n < 12; n += 1) {
      identity.wait(59);
      expect((await identity.exchange(worn)).status).toBe(200);
    }
    identity.wait(13);
    expect((await identity.exchange(worn)).status).toBe(401);
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
    security = await identity.administrator('security', 'security-admin');
    officer = await identity.account({
      username: 'officer',
      at: 'branch-a1',
      member: true,
      holds: [{ role: 'organization-officer', nodes: ['group'] }],
    });
    again = await identity.account({ username: 'again', at: 'branch-b1', member: true, password });
    guard = await identity.administrator('guard', 'security-admin', 'unit-a');
  });

  test('I see my own, know the current one, and end another', async () => {
    const [other] = sessionOf(await identity.signIn('again', password));
    const list = (await (await again.get('/api/identity/sessions')).json()) as {
      items: { id: string; current: boolean }[];
    };
    expect(list.items.map(({ current }) => current).toSorted()).toEqual([false, true]);
    await identity.facts();
    const id = list.items.find(({ current }) => !current)?.id ?? '';
    expect((await again.request('DELETE', `/api/identity/sessions/${id}`)).status).toBe(204);
    expect((await identity.exchange(other)).status).toBe(401);
    const [fact] = await identity.facts();
    expect(fact).toMatchObject({
      type: 'identity.session.ended',
      subject: id,
      data: { accountId: again.id },
    });
  });

  test('signing out ends the session and tells the gateway to forget the cookie', async () => {
    const [session] = sessionOf(await identity.signIn('again', password));
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
    expect((await identity.exchange(session)).status).toBe(401);
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
    expect((await identity.exchange(again.session)).status).toBe(200);
    expect((await security.request('DELETE', `/api/identity/sessions/${id}`)).status).toBe(204);
    expect((await identity.exchange(again.session)).status).toBe(401);
  });
});
