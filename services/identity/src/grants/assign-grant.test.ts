import { duringTests } from '@banyan/test-kit/during-tests';
import { describe, expect, test } from 'vitest';
import { createGrants, me } from '../testing/grants-under-test.ts';
import { type SignedIn, serviceSecret } from '../testing/identity-under-test.ts';
import type { GrantView } from './contract.ts';

const identity = duringTests(createGrants);

const seen = async (by: SignedIn): Promise<string[]> =>
  ((await (await by.get('/api/identity/organizations')).json()) as { items: { name: string }[] }).items.map(
    ({ name }) => name,
  );

describe('granting and revoking', () => {
  test('a grant holds at once, is announced whole, and is refused at once when it is revoked', async () => {
    expect(await seen(identity.person)).toEqual(['branch-a1']);
    expect((await identity.person.get('/api/identity/accounts')).status).toBe(403);
    await identity.facts();
    const response = await identity.grant(
      identity.security,
      identity.person.id,
      'organization-officer',
      'subtree',
      'unit-a',
    );
    expect(response.status).toBe(201);
    const granted = (await response.json()) as GrantView;
    expect(granted).toMatchObject({
      account: { username: 'zhao' },
      role: { id: 'organization-officer', name: '组织干事' },
      scope: { mode: 'subtree', nodes: [{ name: 'unit-a' }] },
      abilities: ['revoke'],
    });
    expect(await seen(identity.person)).toEqual(['unit-a', 'branch-a1', 'branch-a2']);
    const changed = (await identity.facts()).filter(({ type }) => type === 'identity.grant.changed');
    expect(changed).toMatchObject([
      { subject: identity.person.id, data: { active: true, personId: identity.person.personId } },
    ]);

    // A token from before: this process refuses without waiting for the next one.
    const token = await identity.person.token();
    const withOldToken = () =>
      identity.anonymous('GET', '/api/identity/accounts', { headers: { authorization: `Bearer ${token}` } });
    expect((await withOldToken()).status).toBe(200);
    expect((await identity.security.request('DELETE', `/api/identity/grants/${granted.id}`)).status).toBe(
      204,
    );
    expect((await withOldToken()).status).toBe(403);
    expect(await seen(identity.person)).toEqual(['branch-a1']);
    expect((await identity.security.request('DELETE', `/api/identity/grants/${granted.id}`)).status).toBe(
      404,
    );
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
      roles.map((role) => identity.grant(identity.security, identity.person.id, role, 'node', 'unit-b')),
    );
    expect(answers.map(({ status }) => status)).toEqual(roles.map(() => 201));
    const facts = (await identity.facts()).filter(({ type }) => type === 'identity.grant.changed');
    const revisions = facts.map(({ data }) => data['revision'] as number);
    expect(new Set(revisions).size).toBe(roles.length);
    const last = facts.toSorted((a, b) => Number(b.data['revision']) - Number(a.data['revision']))[0];
    const access = await identity.anonymous('GET', `/internal/access/${identity.person.id}`, {
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
    const twice = await identity.grant(identity.security, identity.person.id, 'editor', 'node', 'unit-b');
    expect(await twice.json()).toMatchObject({ status: 409, code: 'identity.grant-exists' });
    const body = {
      accountId: identity.person.id,
      roleId: 'editor',
      scope: { mode: 'node', nodes: [identity.person.id] },
    };
    const unknown = await identity.security.post('/api/identity/grants', body);
    expect(await unknown.json()).toMatchObject({
      status: 400,
      errors: [{ field: 'scope.nodes.0', code: 'unknown' }],
    });
    const over = await identity.security.post('/api/identity/grants', {
      ...body,
      scope: { mode: 'node', nodes: [identity.node('unit-a').id] },
      validTo: '2020-01-01T00:00:00Z',
    });
    expect(await over.json()).toMatchObject({ status: 400, errors: [{ field: 'validTo' }] });
  });
});

describe('granting on behalf of a unit', () => {
  test('a delegate grants what they hold within where they hold it, and nothing else', async () => {
    const role = (await (
      await identity.security.post('/api/identity/roles', {
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
    expect((await identity.grant(identity.security, delegate.id, role.id, 'subtree', 'unit-a')).status).toBe(
      201,
    );
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
        const response = await identity.grant(delegate, account, roleId, mode, node);
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
    expect(
      (await identity.grant(identity.security, home.id, 'organization-officer', 'subtree', 'group')).status,
    ).toBe(201);
    const grants = (await (await delegate.get(`/api/identity/grants?accountId=${home.id}`)).json()) as {
      items: GrantView[];
    };
    const wide = grants.items.find(({ role: held }) => held.id === 'organization-officer');
    const beyond = await delegate.request('DELETE', `/api/identity/grants/${wide?.id}`);
    expect(await beyond.json()).toMatchObject({ status: 409, code: 'identity.grant-beyond' });
  });
});
