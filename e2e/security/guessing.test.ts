import { beforeAll, describe, expect, it } from 'vitest';
import { type Answer, type Client, clientOf, expectStatus } from '../mesh/client.ts';
import { password } from '../mesh/group.ts';
import { smallGroupDuringTests } from '../mesh/small-group.ts';
import { until } from '../mesh/until.ts';

const { mesh, group } = smallGroupDuringTests();
/** identity itself, told by the test what otherwise the gateway says of the client. */
let identity: Client;
beforeAll(() => {
  identity = clientOf(mesh.urls.identity, null);
});

const administrators = ['system-admin', 'security-admin', 'audit-admin'] as const;
const sessionsPath = '/api/identity/sessions';

function signInAt(username: string, given: string, address: string, device?: string): Promise<Answer> {
  const headers = {
    'x-client-address': address,
    ...(device === undefined ? {} : { 'x-banyan-device': device }),
  };
  return identity.post(sessionsPath, { username, password: given }, headers);
}

const codeOf = (answer: Answer): string => answer.json<{ code: string }>().code;

const account = (username: string): Promise<string> =>
  group.addAccount({ username, organizationId: group.nodes['east-1'] });

async function reasonsOf(action: string): Promise<string[]> {
  await mesh.settle();
  const answer = await group.auditor.get(`/api/identity/audit-entries?action=${action}&pageSize=100`);
  const { items } = expectStatus<{ items: { reason: string }[] }>(answer, 200, 'the trail');
  return items.map(({ reason }) => reason);
}

/** The session is refused at every service within a second of what ended it. */
async function expectEnded(client: Client): Promise<void> {
  for (const path of ['/api/identity/me', '/api/archives/views?list=archives.members'])
    await until(
      `${path} asks to sign in`,
      () => client.get(path),
      ({ status }) => status === 401,
      { withinMs: 1_000 },
    );
}

describe('strangers who guess', () => {
  it('at two addresses sixty times lock out none of the three administrators, at the own device or elsewhere', async () => {
    const devices = new Map<string, string>();
    for (const username of administrators) {
      const own = await signInAt(username, password, '10.1.0.1');
      expect(own.status).toBe(201);
      devices.set(username, (own.headers.get('x-banyan-device') ?? '').split(';')[0] as string);
    }
    for (let guess = 0; guess < 60; guess += 1)
      for (const username of administrators)
        expect((await signInAt(username, `guess ${guess}`, `10.6.6.${guess % 2}`)).status).toBe(401);
    for (const username of administrators) {
      expect(codeOf(await signInAt(username, password, '10.6.6.1'))).toBe('session.account-locked');
      expect((await signInAt(username, password, '10.6.6.1', devices.get(username))).status).toBe(201);
      expect((await signInAt(username, password, '10.1.0.2')).status).toBe(201);
    }
    const locks = await reasonsOf('identity.account.lock');
    expect(locks).toEqual(Array(6).fill('too-many-failures'));
  });

  it('side by side have no more guesses than one after the other', async () => {
    await account('side-by-side');
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, guess) => signInAt('side-by-side', `guess ${guess}`, '10.6.7.1')),
    );
    const codes = answers.map(codeOf);
    expect(codes.filter((code) => code === 'session.credentials-wrong')).toHaveLength(5);
    expect(codes.filter((code) => code === 'session.account-locked').length).toBeGreaterThanOrEqual(50);
  });

  it('learn from neither answer nor wait whether there is such an account', async () => {
    await account('there-is-one');
    const seen = new Map<string, unknown[]>();
    for (const username of ['there-is-one', 'there-is-none']) {
      const answers: unknown[] = [];
      for (let guess = 0; guess < 10; guess += 1) {
        const answer = await signInAt(username, 'wrong', '10.6.8.1');
        const { requestId: _, ...body } = answer.json<Record<string, unknown>>();
        answers.push([answer.status, answer.headers.get('retry-after'), body]);
      }
      seen.set(username, answers);
    }
    expect(seen.get('there-is-none')).toEqual(seen.get('there-is-one'));
  });
});

describe('somebody at a session that is not theirs', () => {
  it('guesses the current password no faster than at the sign-in page, and the trail says so', async () => {
    await account('left-open');
    const session = await mesh.signIn('left-open', password);
    const change = (current: string) =>
      session.post('/api/identity/me/password', { current, next: 'Snow-in-Karamay8' });
    for (let guess = 0; guess < 5; guess += 1)
      expect(codeOf(await change(`guess ${guess}`))).toBe('identity.password-wrong');
    const delayed = await change(password);
    expect([delayed.status, codeOf(delayed)]).toEqual([429, 'identity.password-delayed']);
    expect(Number(delayed.headers.get('retry-after'))).toBeGreaterThan(0);
    for (let guess = 0; guess < 5; guess += 1) await change(`guess ${guess}`);
    expect(codeOf(await change(password))).toBe('identity.password-locked');
    // The session itself goes on, and so does signing in.
    expect((await session.get('/api/identity/me')).status).toBe(200);
    await mesh.signIn('left-open', password);
    const reasons = await reasonsOf('identity.password.refuse');
    expect(reasons.filter((reason) => reason === 'wrong-password')).toHaveLength(5);
    expect(reasons.length).toBe(12);
  });
});

describe('a session has an end', () => {
  it('when somebody signs in over it, be it with another account', async () => {
    await account('first');
    await account('second');
    const first = await mesh.signIn('first', password);
    expect((await first.get('/api/identity/me')).status).toBe(200);
    const over = await first.post(sessionsPath, { username: 'second', password });
    expect(over.status).toBe(201);
    await expectEnded(first);
    expect(
      (await reasonsOf('identity.session.remove')).filter((reason) => reason === 'replaced'),
    ).toHaveLength(1);
  });

  it('when it is unused for longest of more than ten', async () => {
    await account('everywhere');
    const sessions: Client[] = [];
    for (let n = 0; n < 10; n += 1) sessions.push(await mesh.signIn('everywhere', password));
    const [first, ...others] = sessions;
    expect((await first?.get('/api/identity/me'))?.status).toBe(200);
    const eleventh = await mesh.anonymous.post(sessionsPath, { username: 'everywhere', password });
    expect(eleventh.json()).toMatchObject({ endedSessions: 1 });
    await expectEnded(first as Client);
    for (const other of others) expect((await other.get('/api/identity/me')).status).toBe(200);
    const list = await others[0]?.get(sessionsPath);
    expect(list?.json()).toMatchObject({ total: 10, limit: 10 });
  });
});
