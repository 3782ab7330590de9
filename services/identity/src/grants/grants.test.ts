import { duringTests } from '@banyan/test-kit/during-tests';
import { beforeAll, describe, expect, test } from 'vitest';
import { type SignedIn, serviceSecret, startIdentity } from '../testing/identity-under-test.ts';
import type { Me } from '../me/contract.ts';
import type { GrantView } from './contract.ts';

const identity = duringTests(() =>
  startIdentity({
    group: { 'unit-a': { 'branch-a1': {}, 'branch-a2': {} }, 'unit-b': { 'branch-b1': {} } },
  }),
);
let security: SignedIn;
let system: SignedIn;
let auditor: SignedIn;
let person: SignedIn;

beforeAll(async () => {
  const administrator = (username: string, role: string) =>
    identity.account({ username, at: 'group', administrator: true, holds: [{ role, nodes: ['group'] }] });
  security = await administrator('security', 'security-admin');
  system = await administrator('system', 'system-admin');
  auditor = await administrator('auditor', 'audit-admin');
  person = await identity.account({ username: 'zhao', at: 'branch-a1', member: true });
});

const grant = (by: SignedIn, accountId: string, roleId: string, mode: string, ...nodes: string[]) =>
  by.post('/api/identity/grants', {
    accountId,
    roleId,
    scope: { mode, nodes: nodes.map((name) => identity.node(name).id) },
  });
const seen = async (by: SignedIn): Promise<string[]> =>
  ((await (await by.get('/api/identity/organizations')).json()) as { items: { name: string }[] }).items.map(
    ({ name }) => name,
  );
const me = async (by: SignedIn): Promise<Me> => (await (await by.get('/api/identity/me')).json()) as Me;

describe('granting and revoking', () => {
  test('a grant holds at once, is announced whole, and is refused at once when it is revoked', async () => {
    expect(await seen(person)).toEqual(['branch-a1']);
    expect((await person.get('/api/identity/accounts')).status).toBe(403);
    await identity.facts();
    const response = await grant(security, person.id, 'organization-officer', 'subtree', 'unit-a');
    expect(response.status).toBe(201);
    const granted = (await response.json()) as GrantView;
    expect(granted).toMatchObject({
      account: { username: 'zhao' },
      role: { id: 'organization-officer', name: '组织干事' },
      scope: { mode: 'subtree', nodes: [{ name: 'unit-a' }] },
      abilities: ['revoke'],
    });
    expect(await seen(person)).toEqual(['unit-a', 'branch-a1', 'branch-a2']);
    const changed = (await identity.facts()).filter(({ type }) => type === 'identity.grant.changed');
    expect(changed).toMatchObject([
      { subject: person.id, data: { active: true, personId: person.personId } },
    ]);

    // A token from before: this process refuses without waiting for the next one.
    const token = await person.token();
    const withOldToken = () =>
      identity.anonymous('GET', '/api/identity/accounts', { headers: { authorization: `Bearer ${token}` } });
    expect((await withOldToken()).status).toBe(200);
    expect((await security.request('DELETE', `/api/identity/grants/${granted.id}`)).status).toBe(204);
    expect((await withOldToken()).status).toBe(403);
    expect(await seen(person)).toEqual(['branch-a1']);
    expect((await security.request('DELETE', `/api/identity/grants/${granted.id}`)).status).toBe(404);
  });

  test('revisions only grow, for grants that come at once as well', async () => {
    await identity.facts();
    const roles = [
      'editor',
      'publisher',
      'trainer',
      'feedback-dispatcher',
      'feedback-handler',
      'opinion-analyst',
    ];
    const answers = await Promise.all(
      roles.map((role) => grant(security, person.id, role, 'node', 'unit-b')),
    );
    expect(answers.map(({ status }) => status)).toEqual(roles.map(() => 201));
    const facts = (await identity.facts()).filter(({ type }) => type === 'identity.grant.changed');
    const revisions = facts.map(({ data }) => data['revision'] as number);
    expect(new Set(revisions).size).toBe(roles.length);
    const last = facts.toSorted((a, b) => Number(b.data['revision']) - Number(a.data['revision']))[0];
    const access = await identity.anonymous('GET', `/internal/access/${person.id}`, {
      headers: { 'x-service-secret': serviceSecret },
    });
    expect(await access.json()).toEqual(last?.data);
  });

  test('what a grant carries stays a pair: nothing is merged', async () => {
    const other = await identity.account({
      username: 'pair',
      at: 'branch-b1',
      holds: [
        { role: 'organization-officer', nodes: ['unit-a'] },
        { role: 'editor', nodes: ['unit-b'] },
      ],
    });
    expect(await seen(other)).toEqual(['unit-a', 'branch-a1', 'branch-a2', 'unit-b', 'branch-b1']);
    const accounts = (await (await other.get('/api/identity/accounts')).json()) as {
      items: { username: string }[];
    };
    expect(accounts.items.map(({ username }) => username)).toEqual(['zhao']);
  });

  test('a grant with a term holds only within it', async () => {
    const later = await identity.account({
      username: 'later',
      at: 'branch-b1',
      holds: [
        { role: 'organization-officer', nodes: ['unit-a'], validFrom: '2099-01-01T00:00:00Z' },
        { role: 'editor', nodes: ['unit-b'], validTo: '2020-01-01T00:00:00Z' },
      ],
    });
    expect((await later.get('/api/identity/organizations')).status).toBe(403);
    expect((await me(later)).roles).toEqual([]);
  });

  test('the same grant twice, an unknown node and a term that ends before it begins are refused', async () => {
    const twice = await grant(security, person.id, 'editor', 'node', 'unit-b');
    expect(await twice.json()).toMatchObject({ status: 409, code: 'identity.grant-exists' });
    const body = { accountId: person.id, roleId: 'editor', scope: { mode: 'node', nodes: [person.id] } };
    const unknown = await security.post('/api/identity/grants', body);
    expect(await unknown.json()).toMatchObject({
      status: 400,
      errors: [{ field: 'scope.nodes.0', code: 'unknown' }],
    });
    const over = await security.post('/api/identity/grants', {
      ...body,
      scope: { mode: 'node', nodes: [identity.node('unit-a').id] },
      validTo: '2020-01-01T00:00:00Z',
    });
    expect(await over.json()).toMatchObject({ status: 400, errors: [{ field: 'validTo' }] });
  });
});

describe('the three administrators', () => {
  test('none grants to themselves, and only security grants', async () => {
    expect(
      await (await grant(security, security.id, 'security-admin', 'subtree', 'group')).json(),
    ).toMatchObject({
      code: 'identity.grant-to-self',
    });
    expect((await grant(system, person.id, 'editor', 'node', 'unit-a')).status).toBe(403);
    expect((await grant(auditor, person.id, 'editor', 'node', 'unit-a')).status).toBe(403);
  });

  test('they exclude one another, also for whoever writes to the database itself', async () => {
    const response = await grant(security, system.id, 'audit-admin', 'subtree', 'group');
    expect(await response.json()).toMatchObject({ status: 409, code: 'identity.grant-one-administrator' });
    const business = await grant(security, system.id, 'organization-officer', 'subtree', 'group');
    expect(await business.json()).toMatchObject({ status: 409, code: 'identity.grant-administrators-apart' });
    const insert = (role: string, administrator: boolean) => identity.owner`
      insert into grants (id, account_id, role_id, administrator, mode, nodes)
      values (gen_random_uuid(), ${system.id}, ${role}, ${administrator}, 'subtree', ${[identity.node('unit-a').id]})`;
    await expect(insert('security-admin', true)).rejects.toThrow('grants_one_administrator');
    await expect(insert('editor', false)).rejects.toThrow('foreign key');
    await identity.owner`update grants set revoked_at = now() where account_id = ${system.id}`;
    await expect(insert('editor', true)).rejects.toThrow('foreign key');
    await identity.owner`update grants set revoked_at = null where account_id = ${system.id}`;
    await expect(
      identity.owner`update accounts set person_id = gen_random_uuid() where id = ${system.id}`,
    ).rejects.toThrow('check constraint');
  });

  test.each(['system', 'security', 'auditor'])('%s holds nothing of the business', async (username) => {
    const administrator = { system, security, auditor }[username] as SignedIn;
    const { permissions } = await me(administrator);
    const business = permissions.filter(
      (permission) => !permission.startsWith('identity.') && !permission.includes('.dead-letter.'),
    );
    expect(business).toEqual([]);
  });

  test('each does its own third and is refused the others', async () => {
    const routes: [path: string, allowed: SignedIn[]][] = [
      ['/api/identity/grants', [security]],
      ['/api/identity/roles', [security]],
      [`/api/identity/sessions?accountId=${person.id}`, [security]],
      ['/api/identity/audit-entries', [auditor]],
      ['/api/identity/dead-letters', [system]],
      ['/api/identity/accounts', [system, security, auditor]],
      ['/api/identity/organizations', [system, security, auditor]],
      [`/api/identity/settings?organizationId=${identity.node('group').id}`, [system, security]],
    ];
    for (const [path, allowed] of routes) {
      for (const who of [system, security, auditor]) {
        const { status } = await who.get(path);
        expect([path, status]).toEqual([path, allowed.includes(who) ? 200 : 403]);
      }
    }
  });

  test('the last of each is kept', async () => {
    const second = await identity.account({
      username: 'security-2',
      at: 'group',
      administrator: true,
      holds: [{ role: 'security-admin', nodes: ['group'] }],
    });
    const list = (await (await second.get('/api/identity/grants?roleId=audit-admin')).json()) as {
      items: GrantView[];
    };
    const revoked = await second.request('DELETE', `/api/identity/grants/${list.items[0]?.id}`);
    expect(await revoked.json()).toMatchObject({ status: 409, code: 'identity.account-last-administrator' });
    const disabled = await system.post(`/api/identity/accounts/${auditor.id}/disable`);
    expect(await disabled.json()).toMatchObject({ status: 409, code: 'identity.account-last-administrator' });
  });
});

describe('granting on behalf of a unit', () => {
  test('a delegate grants what they hold within where they hold it, and nothing else', async () => {
    const role = (await (
      await security.post('/api/identity/roles', {
        name: '单位授权员',
        permissions: [
          'identity.grant.assign',
          'identity.grant.read',
          'identity.organization.read',
          'archives.member.read',
        ],
      })
    ).json()) as { id: string };
    const delegate = await identity.account({ username: 'delegate', at: 'unit-a' });
    expect((await grant(security, delegate.id, role.id, 'subtree', 'unit-a')).status).toBe(201);
    const home = await identity.account({ username: 'home', at: 'branch-a2' });
    const abroad = await identity.account({ username: 'abroad', at: 'branch-b1' });
    const codes = await Promise.all(
      (
        [
          [home.id, 'branch-member', 'subtree', 'branch-a2'],
          [home.id, 'branch-secretary', 'subtree', 'branch-a2'],
          [home.id, 'branch-member', 'subtree', 'unit-b'],
          [home.id, 'branch-member', 'subtree', 'group'],
          [abroad.id, 'branch-member', 'subtree', 'branch-a2'],
          [delegate.id, 'branch-member', 'subtree', 'branch-a2'],
        ] as const
      ).map(async ([account, roleId, mode, node]) => {
        const response = await grant(delegate, account, roleId, mode, node);
        return response.status === 201 ? 'granted' : ((await response.json()) as { code: string }).code;
      }),
    );
    expect(codes).toEqual([
      'granted',
      'identity.grant-not-held',
      'request.invalid',
      'request.invalid',
      'record.not-found',
      'identity.grant-to-self',
    ]);
    expect((await grant(security, home.id, 'organization-officer', 'subtree', 'group')).status).toBe(201);
    const grants = (await (await delegate.get(`/api/identity/grants?accountId=${home.id}`)).json()) as {
      items: GrantView[];
    };
    const wide = grants.items.find(({ role: held }) => held.id === 'organization-officer');
    const beyond = await delegate.request('DELETE', `/api/identity/grants/${wide?.id}`);
    expect(await beyond.json()).toMatchObject({ status: 409, code: 'identity.grant-beyond' });
  });
});

describe('roles', () => {
  test('a changed role changes everybody who holds it, at once', async () => {
    const role = (await (
      await security.post('/api/identity/roles', {
        name: '查阅',
        permissions: ['identity.organization.read'],
      })
    ).json()) as { id: string; version: number };
    const reader = await identity.account({ username: 'reader', at: 'unit-a' });
    await grant(security, reader.id, role.id, 'subtree', 'unit-a');
    expect((await reader.get('/api/identity/accounts')).status).toBe(403);
    await identity.facts();
    const changed = await security.request('PATCH', `/api/identity/roles/${role.id}`, {
      body: { permissions: ['identity.organization.read', 'identity.account.read'] },
      headers: { 'if-match': '"1"' },
    });
    expect(await changed.json()).toMatchObject({ version: 2, abilities: ['copy', 'update', 'assign'] });
    const announced = (await identity.facts()).filter(({ type }) => type === 'identity.grant.changed');
    expect(announced.map(({ subject }) => subject)).toEqual([reader.id]);
    expect((await reader.get('/api/identity/accounts')).status).toBe(200);
  });

  test("what ships cannot be changed, and no role takes what is an administrator's", async () => {
    const shipped = await security.request('PATCH', '/api/identity/roles/branch-secretary', {
      body: { name: 'x' },
      headers: { 'if-match': '"2"' },
    });
    expect(await shipped.json()).toMatchObject({ status: 409, code: 'identity.role-shipped' });
    const greedy = await security.post('/api/identity/roles', {
      name: 'everything',
      permissions: ['archives.member.read', 'identity.audit.read', 'no.such.thing'],
    });
    expect(await greedy.json()).toMatchObject({
      status: 400,
      errors: [
        { field: 'permissions.1', code: 'reserved' },
        { field: 'permissions.2', code: 'unknown' },
      ],
    });
  });
});

describe('who I am', () => {
  test('a member has the role without a grant: the own record, the own branch', async () => {
    const plain = await identity.account({ username: 'plain', at: 'branch-b1', member: true });
    expect(await me(plain)).toMatchObject({
      username: 'plain',
      personId: plain.personId,
      permissions: [
        'archives.change-request.create',
        'archives.change-request.read',
        'archives.dossier.read',
        'archives.member.read',
        'archives.transfer.read',
        'identity.organization.read',
      ],
      roles: [{ id: 'member', name: '党员', scope: { mode: 'self', nodes: [] } }],
      roots: [identity.node('branch-b1').id],
      preferences: { locale: null, theme: 'system' },
      session: { id: plain.sessionId },
      demo: false,
    });
    const changed = await plain.request('PATCH', '/api/identity/me/preferences', {
      body: { theme: 'dark', locale: 'en-US' },
    });
    expect(await changed.json()).toEqual({ theme: 'dark', locale: 'en-US' });
    await plain.request('PATCH', '/api/identity/me/preferences', { body: { locale: null } });
    expect((await me(plain)).preferences).toEqual({ theme: 'dark', locale: null });
  });

  test('the roots are the topmost of what I see', async () => {
    const officer = await identity.account({
      username: 'two-places',
      at: 'branch-a1',
      member: true,
      holds: [
        { role: 'editor', nodes: ['unit-a'] },
        { role: 'trainer', mode: 'nodes', nodes: ['branch-b1', 'branch-a2'] },
      ],
    });
    expect((await me(officer)).roots).toEqual([identity.node('unit-a').id, identity.node('branch-b1').id]);
  });
});
