import { duringTests } from '@banyan/test-kit/during-tests';
import { beforeAll, describe, expect, test } from 'vitest';
import { type SignedIn, startIdentity } from '../testing/identity-under-test.ts';
import type { AccountView, Invitation } from './contract.ts';

const password = 'Rain-in-Karamay7';
const identity = duringTests(() =>
  startIdentity({
    group: { 'unit-a': { 'branch-a1': {}, 'branch-a2': {} }, 'unit-b': { 'branch-b1': {} } },
  }),
);
let system: SignedIn;
let officer: SignedIn;

beforeAll(async () => {
  system = await identity.administrator('system', 'system-admin');
  officer = await identity.account({
    username: 'officer',
    at: 'branch-a1',
    member: true,
    holds: [{ role: 'organization-officer', nodes: ['unit-a'] }],
  });
  await identity.account({ username: 'abel', at: 'branch-a2', member: true, password });
  await identity.account({ username: 'berta', at: 'branch-b1', member: true, password });
  await identity.account({ username: 'carl', at: 'branch-b1', member: true });
});

interface List {
  readonly items: AccountView[];
  readonly total: number;
  readonly totalIsExact: boolean;
}
const list = async (by: SignedIn, query = ''): Promise<List> =>
  (await (await by.get(`/api/identity/accounts${query}`)).json()) as List;
const usernames = ({ items }: List): string[] => items.map(({ username }) => username);
const idOf = async (username: string): Promise<string> =>
  (await list(system, `?q=${username}`)).items[0]?.id ?? '';
const insertPerson = async (name: string, at: string): Promise<string> => {
  const [row] = await identity.owner<{ id: string }[]>`
    insert into people (id, name, pinyin, organization_id, stage, state, version)
    values (gen_random_uuid(), ${name}, 'linzhiqiang', ${identity.node(at).id}, 'full', 'active', 1) returning id`;
  return row?.id ?? '';
};

describe('the list', () => {
  test('shows the accounts in scope with a total of the same scope', async () => {
    expect(usernames(await list(system))).toEqual(['abel', 'berta', 'carl', 'officer', 'system']);
    const seen = await list(officer);
    expect(usernames(seen)).toEqual(['abel', 'officer']);
    expect(seen).toMatchObject({ total: 2, totalIsExact: true });
    expect(seen.items[0]).toMatchObject({
      organizationName: 'branch-a2',
      status: 'active',
      roles: [{ id: 'member' }],
      abilities: [],
    });
  });

  test.each([
    ['?q=be', ['berta']],
    ['?q=nobody', []],
    ['?roleId=organization-officer', ['officer']],
    ['?roleId=system-admin', ['system']],
    ['?sort=-username&pageSize=2', ['system', 'officer']],
    ['?page=2&pageSize=2', ['carl', 'officer']],
    ['?status=disabled', []],
  ])('%s shows %o', async (query, expected) => {
    expect(usernames(await list(system, query))).toEqual(expected);
  });

  test('an organization takes the node and all below it, and never more than the scope', async () => {
    expect(usernames(await list(system, `?organizationId=${identity.node('unit-b').id}`))).toEqual([
      'berta',
      'carl',
    ]);
    expect(usernames(await list(officer, `?organizationId=${identity.node('unit-b').id}`))).toEqual([]);
    expect(usernames(await list(officer, `?node=${identity.node('group').id}`))).toEqual(['abel', 'officer']);
  });

  test('too many rows, too deep a page and an unknown order name the field', async () => {
    for (const [query, field] of [
      ['?pageSize=101', 'pageSize'],
      ['?page=1000&pageSize=100', 'page'],
      ['?sort=password', 'sort'],
    ]) {
      const response = await system.get(`/api/identity/accounts${query}`);
      expect(await response.json()).toMatchObject({ status: 400, errors: [{ field }] });
    }
  });

  test('an account out of scope does not exist', async () => {
    const id = await idOf('berta');
    expect((await officer.get(`/api/identity/accounts/${id}`)).status).toBe(404);
    expect((await system.get(`/api/identity/accounts/${id}`)).status).toBe(200);
  });
});

describe('making accounts', () => {
  test("a member's account is at home with the member and gets its password by a link that works once", async () => {
    const personId = await insertPerson('林志强', 'branch-a1');
    await identity.facts();
    const response = await system.post('/api/identity/accounts', { username: 'Lin.Zhiqiang', personId });
    expect(response.status).toBe(201);
    const created = (await response.json()) as AccountView & { invitation: Invitation };
    expect(created).toMatchObject({
      username: 'lin.zhiqiang',
      displayName: '林志强',
      organizationName: 'branch-a1',
    });
    expect((await identity.facts()).map(({ type }) => type)).toEqual([
      'identity.account.created',
      'identity.audit.recorded',
    ]);
    expect(usernames(await list(system, '?q=linzhi'))).toEqual(['lin.zhiqiang']);
    const token = created.invitation.path.split('#')[1];
    const accept = (given: string) =>
      identity.anonymous('POST', '/api/identity/invitations', { body: { token, password: given } });
    expect(await (await accept('12345678')).json()).toMatchObject({
      status: 400,
      errors: [{ field: 'password' }, { field: 'password' }],
    });
    expect(await (await accept(password)).json()).toEqual({ username: 'lin.zhiqiang' });
    expect(await (await accept(password)).json()).toMatchObject({ code: 'identity.link-unusable' });
    const signIn = await identity.anonymous('POST', '/api/identity/sessions', {
      body: { username: 'lin.zhiqiang', password },
    });
    expect(signIn.status).toBe(201);
  });

  test.each([
    ['no home', { username: 'x1' }, 400, 'organizationId'],
    ['a name that is taken', { username: 'abel', organizationId: 'group' }, 409, 'username'],
    ['a bad name', { username: 'A B', organizationId: 'group' }, 400, 'username'],
    [
      'an unknown member',
      { username: 'x2', personId: '019a0000-0000-7000-8000-000000000000' },
      400,
      'personId',
    ],
  ])('%s is refused by the field', async (_, input, status, field) => {
    const organizationId = 'organizationId' in input ? { organizationId: identity.node('group').id } : {};
    const response = await system.post('/api/identity/accounts', { ...input, ...organizationId });
    expect(await response.json()).toMatchObject({ status, errors: [{ field }] });
  });

  test('an administrator is linked to no member, and nobody sets the password of one who has one', async () => {
    const personId = await insertPerson('某', 'branch-a1');
    const linked = await system.post('/api/identity/accounts', {
      username: 'x3',
      personId,
      administrator: true,
    });
    expect(await linked.json()).toMatchObject({
      status: 400,
      errors: [{ field: 'personId', code: 'not-allowed' }],
    });
    const made = (await (
      await system.post('/api/identity/accounts', {
        username: 'auditor-2',
        organizationId: identity.node('group').id,
        administrator: true,
      })
    ).json()) as AccountView & { invitation: Invitation };
    const token = made.invitation.path.split('#')[1];
    await identity.anonymous('POST', '/api/identity/invitations', { body: { token, password } });
    const again = await system.post(`/api/identity/accounts/${made.id}/invitations`);
    expect(await again.json()).toMatchObject({ status: 409, code: 'identity.account-administrator-set' });
  });
});

describe('disabling and unlocking', () => {
  test('a disabled account loses its sessions and its access at once; enabled, it may sign in again', async () => {
    const berta = await idOf('berta');
    const { id } = await identity.account({ username: 'dora', at: 'branch-a1', member: true, password });
    await identity.facts();
    const disabled = await system.post(`/api/identity/accounts/${id}/disable`);
    expect(await disabled.json()).toMatchObject({ status: 'disabled', version: 2 });
    const facts = await identity.facts();
    expect(facts.map(({ type }) => type).toSorted()).toEqual([
      'identity.account.disabled',
      'identity.audit.recorded',
      'identity.grant.changed',
      'identity.session.ended',
    ]);
    expect(facts.find(({ type }) => type === 'identity.grant.changed')?.data).toMatchObject({
      active: false,
    });
    const signIn = () =>
      identity.anonymous('POST', '/api/identity/sessions', { body: { username: 'dora', password } });
    expect(await (await signIn()).json()).toMatchObject({ status: 401, code: 'session.account-disabled' });
    await system.post(`/api/identity/accounts/${id}/enable`);
    expect((await signIn()).status).toBe(201);
    expect((await officer.post(`/api/identity/accounts/${berta}/disable`)).status).toBe(403);
  });

  test('a token from before the account was disabled is worth nothing', async () => {
    const erna = await identity.account({ username: 'erna', at: 'branch-a1', member: true });
    const token = await erna.token();
    const ask = () =>
      identity.anonymous('GET', '/api/identity/organizations', {
        headers: { authorization: `Bearer ${token}` },
      });
    expect((await ask()).status).toBe(200);
    await system.post(`/api/identity/accounts/${erna.id}/disable`);
    expect((await ask()).status).toBe(401);
  });

  const attempt = (given: string, address: string) =>
    identity.anonymous('POST', '/api/identity/sessions', {
      body: { username: 'abel', password: given },
      headers: { 'x-client-address': address },
    });

  test('an account that is locked at one address is not called locked, and can be unlocked before its time', async () => {
    for (let n = 0; n < 10; n += 1) await attempt('wrong', '10.0.0.1');
    expect(usernames(await list(system, '?status=locked'))).toEqual([]);
    const [abel] = (await list(system, '?q=abel')).items;
    expect(abel).toMatchObject({ status: 'active', locks: 1 });
    expect(abel?.abilities).toContain('unlock');
    const unlocked = await system.post(`/api/identity/accounts/${abel?.id}/unlock`);
    expect(await unlocked.json()).toMatchObject({ status: 'active', locks: 0 });
    expect((await attempt(password, '10.0.0.1')).status).toBe(201);
  });

  test('a locked account, at which too many strangers fail, shows as locked and can be unlocked before its time', async () => {
    for (let n = 0; n < 100; n += 1) await attempt('wrong', `10.0.1.${n % 25}`);
    expect(usernames(await list(system, '?status=locked'))).toEqual(['abel']);
    expect(usernames(await list(system, '?status=active'))).not.toContain('abel');
    const id = await idOf('abel');
    expect((await attempt(password, '10.0.2.1')).status).toBe(401);
    const unlocked = await system.post(`/api/identity/accounts/${id}/unlock`);
    expect(await unlocked.json()).toMatchObject({ status: 'active', locks: 0 });
    expect((await attempt(password, '10.0.2.1')).status).toBe(201);
  });

  test('nobody disables the own account', async () => {
    const own = await system.post(`/api/identity/accounts/${system.id}/disable`);
    expect(await own.json()).toMatchObject({ status: 409, code: 'identity.account-own' });
  });
});

describe('the own password', () => {
  test('changing it needs the current one, follows the policy, and ends the other sessions', async () => {
    const frieda = await identity.account({ username: 'frieda', at: 'branch-a1', member: true, password });
    await identity.anonymous('POST', '/api/identity/sessions', { body: { username: 'frieda', password } });
    const change = (current: string, next: string) =>
      frieda.post('/api/identity/me/password', { current, next });
    expect(await (await change('wrong', 'Snow-in-Karamay8')).json()).toMatchObject({
      errors: [{ field: 'current' }],
    });
    expect(await (await change(password, 'frieda')).json()).toMatchObject({
      errors: [{ field: 'next' }, {}, {}],
    });
    expect(await (await change(password, password)).json()).toMatchObject({
      errors: [{ code: 'used-before' }],
    });
    expect((await change(password, 'Snow-in-Karamay8')).status).toBe(204);
    const sessions = (await (await frieda.get('/api/identity/sessions')).json()) as { total: number };
    expect(sessions.total).toBe(1);
  });
});
