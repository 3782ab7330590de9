import { duringTests } from '@banyan/test-kit/during-tests';
import { expect, test } from 'vitest';
import { serviceSecret, startIdentity } from '../testing/identity-under-test.ts';

const identity = duringTests(() => startIdentity({}));

const password = 'Rain-in-Karamay7';
const person = (username: string) => ({ username, displayName: username, password });
const link = () =>
  identity.anonymous('POST', '/internal/bootstrap-link', { headers: { 'x-service-secret': serviceSecret } });
const setUp = (token: string | undefined, rest: object = {}) =>
  identity.anonymous('POST', '/api/identity/bootstrap', {
    body: {
      token,
      enterprise: { name: '示范油田公司党委', shortName: '油田党委', code: 'G' },
      system: person('sys'),
      security: person('sec'),
      auditor: person('aud'),
      ...rest,
    },
  });
const tokenOf = async (response: Response): Promise<string | undefined> =>
  ((await response.json()) as { path: string }).path.split('#')[1];

test('the first start makes the group and three administrators by a link that works once', async () => {
  expect(await (await identity.anonymous('GET', '/api/identity/sign-in-options')).json()).toMatchObject({
    setup: true,
    enterprise: null,
  });
  expect((await identity.anonymous('POST', '/internal/bootstrap-link')).status).toBe(403);
  const old = await tokenOf(await link());
  const token = await tokenOf(await link());
  expect(await (await setUp(old)).json()).toMatchObject({ status: 400, code: 'identity.link-unusable' });
  expect(
    await (await setUp(token, { auditor: { ...person('aud'), password: 'short' } })).json(),
  ).toMatchObject({
    status: 400,
    errors: [{ field: 'auditor.password' }, {}],
  });
  expect((await setUp(token)).status).toBe(201);
  expect((await setUp(token)).status).toBe(400);
  expect(await (await link()).json()).toMatchObject({ status: 409, code: 'identity.bootstrap-done' });
  for (const username of ['sys', 'sec', 'aud']) {
    const response = await identity.anonymous('POST', '/api/identity/sessions', {
      body: { username, password },
    });
    expect(response.status).toBe(201);
  }
  expect(await (await identity.anonymous('GET', '/api/identity/sign-in-options')).json()).toMatchObject({
    setup: false,
    enterprise: '示范油田公司党委',
  });
});
