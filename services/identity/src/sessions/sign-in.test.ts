import { duringTests } from '@banyan/test-kit/during-tests';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { auditActions, codeOf, createSessions, password, sessionOf } from '../testing/sessions-under-test.ts';
import { sweepSessions } from './sweep-sessions.ts';

const identity = duringTests(createSessions);
beforeAll(() => identity.account({ username: 'without-password', at: 'branch-a1', member: true }));
beforeEach(() => identity.owner`delete from sign_in_guards`);

const audited = () => auditActions(identity);

describe('signing in', () => {
  test('the right password opens a session for the gateway, and of it only the hash is stored', async () => {
    await identity.facts();
    const response = await identity.signIn(' Secretary ', password);
    expect(response.status).toBe(201);
    expect(await response.json()).toEqual({
      account: { id: identity.secretary.id, username: 'secretary', displayName: 'secretary' },
    });
    const [token, maxAge] = sessionOf(response);
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(maxAge).toBe(12 * 3_600);
    const [row] = await identity.owner<{ found: boolean }[]>`
      select hash = sha256(${token}::bytea) as found from sessions where account_id = ${identity.secretary.id} order by created_at desc limit 1`;
    expect(row?.found).toBe(true);
    expect(await audited()).toEqual(['identity.session.create']);
  });

  test('a wrong password and a name that nobody has get the same answer', async () => {
    const wrong = await identity.signIn('secretary', 'not this one');
    const nobody = await identity.signIn('nobody-of-this-name', 'not this one');
    const withoutPassword = await identity.signIn('without-password', 'not this one');
    const bodies = await Promise.all([wrong, nobody, withoutPassword].map((response) => response.text()));
    const bare = bodies.map((body) => body.replace(/"requestId":"[^"]*"/, ''));
    expect([wrong.status, nobody.status, withoutPassword.status]).toEqual([401, 401, 401]);
    expect(new Set(bare).size).toBe(1);
    expect(bare[0]).toContain('session.credentials-wrong');
  });

  test('the trail tells failures apart for the auditor, and never what was typed', async () => {
    await identity.facts();
    await identity.signIn('secretary', 'wrong');
    await identity.signIn('my-password-in-the-wrong-field', 'wrong');
    const facts = await identity.facts();
    expect(facts.map(({ data }) => data['reason'])).toEqual(['wrong-password', 'no-such-account']);
    expect(JSON.stringify(facts)).not.toContain('wrong-field');
  });

  test.each(['secretary', 'nobody-of-this-name'])(
    'ten failures lock %s for fifteen minutes, with the same words for both',
    async (username) => {
      await identity.facts();
      for (let n = 0; n < 10; n += 1) expect((await identity.signIn(username, 'wrong')).status).toBe(401);
      const locked = await identity.signIn(username, password);
      expect(locked.headers.get('retry-after')).toBe('900');
      expect(await locked.json()).toMatchObject({ status: 401, code: 'session.account-locked' });
      const actions = await audited();
      expect(actions.filter((action) => action.startsWith('identity.account.lock'))).toEqual([
        'identity.account.lock too-many-failures',
      ]);
      expect(actions.at(-1)).toBe('identity.session.refuse locked');
    },
  );

  test('attempts side by side do not outrun the lock', async () => {
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => identity.signIn('secretary', 'wrong')),
    );
    const codes = await Promise.all(answers.map(codeOf));
    expect(codes.filter((code) => code === 'session.credentials-wrong')).toHaveLength(5);
    expect(codes.filter((code) => code === 'session.sign-in-delayed')).toHaveLength(4);
    expect(codes.filter((code) => code === 'session.account-locked')).toHaveLength(21);
  });

  test('a success forgets the failures before it', async () => {
    for (let n = 0; n < 9; n += 1) {
      expect(await codeOf(identity.signIn('secretary', 'wrong'))).toBe('session.credentials-wrong');
      identity.wait(0.3);
    }
    expect((await identity.signIn('secretary', password)).status).toBe(201);
    expect(await ((await identity.signIn('secretary', 'wrong')).json() as Promise<unknown>)).toMatchObject({
      code: 'session.credentials-wrong',
    });
  });

  test('the lock ends by itself, which the trail says', async () => {
    for (let n = 0; n < 10; n += 1) await identity.signIn('secretary', 'wrong');
    await identity.facts();
    identity.wait(15.1);
    await sweepSessions(identity.kit);
    expect(await audited()).toContain('identity.account.unlock time-passed');
    expect((await identity.signIn('secretary', password)).status).toBe(201);
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
