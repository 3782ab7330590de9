import { duringTests } from '@banyan/test-kit/during-tests';
import { beforeAll, expect, test } from 'vitest';
import { type SignedIn, startIdentity } from '../testing/identity-under-test.ts';
import type { SettingView } from './contract.ts';
import { settingAt } from './setting-table.ts';

const identity = duringTests(() => startIdentity({ group: { 'unit-a': { 'branch-a': {} }, 'unit-b': {} } }));
let security: SignedIn;
let system: SignedIn;

beforeAll(async () => {
  security = await identity.administrator('security', 'security-admin');
  system = await identity.administrator('system', 'system-admin');
});

const at = async (node: string, key: string): Promise<SettingView | undefined> => {
  const response = await system.get(`/api/identity/settings?organizationId=${identity.node(node).id}`);
  return ((await response.json()) as { items: SettingView[] }).items.find((setting) => setting.key === key);
};
const put = (by: SignedIn, key: string, node: string, value: unknown, version?: number) =>
  by.request('PUT', `/api/identity/settings/${key}`, {
    body: { organizationId: identity.node(node).id, value },
    ...(version === undefined ? {} : { headers: { 'if-match': `"${version}"` } }),
  });

test('a value holds for all below that have none of their own, until it is taken back', async () => {
  const key = 'identity.session-idle-minutes';
  expect(await at('branch-a', key)).toMatchObject({ value: 60, own: false, from: null, version: 0 });
  expect((await put(security, key, 'group', 30, 0)).status).toBe(200);
  expect((await put(security, key, 'unit-a', 15, 0)).status).toBe(200);
  expect(await at('branch-a', key)).toMatchObject({ value: 15, own: false, from: { name: 'unit-a' } });
  expect(await at('unit-b', key)).toMatchObject({ value: 30, from: { name: 'group' } });
  expect(await settingAt(identity.kit, identity.node('branch-a').id, key)).toBe(15);
  expect(await (await put(security, key, 'unit-a', null, 1)).json()).toMatchObject({
    value: 30,
    own: false,
    version: 2,
  });
  const path = `/api/identity/settings/${key}/history?organizationId=${identity.node('unit-a').id}`;
  const history = (await (await system.get(path)).json()) as { items: unknown[] };
  expect(history.items).toMatchObject([
    { from: 15, to: null, version: 2, actor: { name: 'security' } },
    { from: null, to: 15, version: 1 },
  ]);
});

test("policies are the security administrator's, the rest the system administrator's", async () => {
  expect((await put(system, 'identity.session-hours', 'group', 8, 0)).status).toBe(403);
  expect((await put(security, 'console.watermark', 'group', false, 0)).status).toBe(403);
  expect((await put(system, 'console.watermark', 'group', false, 0)).status).toBe(200);
  expect(await at('unit-a', 'console.watermark')).toMatchObject({ value: false, abilities: ['update'] });
});

test('a stale value, none at all and one of the wrong kind are refused', async () => {
  expect((await put(security, 'identity.session-hours', 'group', 8)).status).toBe(428);
  expect((await put(security, 'identity.session-hours', 'group', 8, 4)).status).toBe(412);
  const wrong = await put(security, 'identity.session-hours', 'group', 99, 0);
  expect(await wrong.json()).toMatchObject({ status: 400, errors: [{ field: 'value' }] });
  const below = await put(security, 'identity.password-policy', 'unit-a', 'asvs', 0);
  expect(await below.json()).toMatchObject({ status: 400, code: 'identity.setting-root-only' });
  expect((await put(security, 'no.such-setting', 'group', 1, 0)).status).toBe(404);
});
