import { duringTests } from '@banyan/test-kit/during-tests';
import { beforeEach, expect, test } from 'vitest';
import type { SignedIn } from '../testing/identity-under-test.ts';
import { auditActions, codeOf, createSessions, password } from '../testing/sessions-under-test.ts';

const identity = duringTests(createSessions);
const next = 'Snow-in-Karamay8';
let numbered = 0;
let who: SignedIn;
let username: string;

beforeEach(async () => {
  numbered += 1;
  username = `person-${numbered}`;
  who = await identity.account({ username, at: 'branch-a1', member: true, password });
  await identity.facts();
});

const change = (current: string) => who.post('/api/identity/me/password', { current, next });

test('a wrong current password is refused at its field, and audited', async () => {
  const refused = await change('wrong');
  expect([refused.status, await refused.json()]).toMatchObject([400, { errors: [{ field: 'current' }] }]);
  const [entry] = (await identity.facts()).filter(({ type }) => type === 'identity.audit.recorded');
  expect(entry?.data).toMatchObject({
    action: 'identity.password.refuse',
    reason: 'wrong-password',
    accountId: who.id,
    subjectId: who.id,
  });
});

test('after five wrong ones the right one has to wait as well, and then goes through', async () => {
  for (let n = 0; n < 5; n += 1) expect(await codeOf(change('wrong'))).toBe('identity.password-wrong');
  const early = await change(password);
  expect([early.status, early.headers.get('retry-after'), await codeOf(early)]).toEqual([
    429,
    '2',
    'identity.password-delayed',
  ]);
  identity.wait(0.05);
  expect((await change(password)).status).toBe(204);
});

test('ten lock the change in this session for fifteen minutes, whatever comes side by side', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => change('wrong')));
  const codes = await Promise.all(answers.map(codeOf));
  expect(codes.filter((code) => code === 'identity.password-wrong')).toHaveLength(5);
  const locked = await change(password);
  expect([locked.status, locked.headers.get('retry-after'), await codeOf(locked)]).toEqual([
    429,
    '900',
    'identity.password-locked',
  ]);
  const actions = await auditActions(identity);
  expect(actions.filter((action) => action.startsWith('identity.account.lock'))).toEqual([
    'identity.account.lock too-many-failures',
  ]);
  expect(actions.at(-1)).toBe('identity.password.refuse locked');
});

test('failures there keep nobody from signing in, and failures at sign-in none from the change', async () => {
  for (let n = 0; n < 11; n += 1) await change('wrong');
  expect((await identity.signIn(username, password)).status).toBe(201);
  await identity.owner`delete from sign_in_guards`;
  for (let n = 0; n < 11; n += 1) await identity.signIn(username, 'wrong');
  expect((await change(password)).status).toBe(204);
});

test('a current password that is right forgets the failures, even where the new one will not do', async () => {
  for (let n = 0; n < 4; n += 1) await change('wrong');
  const unfit = await who.post('/api/identity/me/password', { current: password, next: 'short' });
  expect(await codeOf(unfit)).toBe('identity.password-unfit');
  for (let n = 0; n < 5; n += 1) expect(await codeOf(change('wrong'))).toBe('identity.password-wrong');
});
