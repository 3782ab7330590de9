import { duringTests } from '@banyan/test-kit/during-tests';
import { describe, expect, test } from 'vitest';
import { serviceSecret } from '../testing/identity-under-test.ts';
import { createOrganizations, namesIn } from '../testing/organizations-under-test.ts';

const identity = duringTests(createOrganizations);

describe('what of the tree is seen', () => {
  test('an officer sees the own unit and below, and the home branch', async () => {
    const response = await identity.officer.get('/api/identity/organizations');
    expect(response.status).toBe(200);
    expect(await namesIn(response)).toEqual(['unit-a', 'general-a', 'branch-a1', 'branch-a2', 'branch-a3']);
  });

  test('a member sees the own branch and nothing else', async () => {
    expect(await namesIn(await identity.member.get('/api/identity/organizations'))).toEqual(['branch-b1']);
  });

  test('seeing as a node narrows and never widens', async () => {
    const path = '/api/identity/organizations?node=';
    expect(await namesIn(await identity.officer.get(path + identity.node('general-a').id))).toEqual([
      'general-a',
      'branch-a1',
      'branch-a2',
    ]);
    expect(await namesIn(await identity.officer.get(path + identity.node('unit-b').id))).toEqual([]);
    expect(await namesIn(await identity.officer.get(path + identity.node('group').id))).toHaveLength(5);
  });

  test('an organization out of scope is like one that does not exist, byte for byte', async () => {
    const outside = await identity.officer.get(identity.url('unit-b'));
    const nowhere = await identity.officer.get(
      '/api/identity/organizations/019a0000-0000-7000-8000-000000000000',
    );
    const malformed = await identity.officer.get('/api/identity/organizations/none');
    const text = async (response: Response): Promise<string> =>
      (await response.text()).replace(/"requestId":"[^"]*"/, '');
    expect([outside.status, nowhere.status, malformed.status]).toEqual([404, 404, 404]);
    const bytes = await text(outside);
    expect(await text(nowhere)).toBe(bytes);
    expect(await text(malformed)).toBe(bytes);
  });

  test('whoever holds nothing on the tree but reading is refused every change', async () => {
    const attempts = await Promise.all([
      identity.officer.post('/api/identity/organizations', {}),
      identity.officer.request('PATCH', identity.url('branch-a1'), { body: {} }),
      identity.officer.post(identity.url('branch-a1', '/move'), {}),
      identity.officer.post(identity.url('branch-a1', '/merge'), {}),
      identity.officer.post(identity.url('branch-a1', '/dissolve')),
    ]);
    expect(attempts.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
  });

  test('without a session nothing is said', async () => {
    expect((await identity.anonymous('GET', '/api/identity/organizations')).status).toBe(401);
  });

  test('the snapshot is the tree at its revision, for services and nobody else', async () => {
    expect((await identity.anonymous('GET', '/internal/organizations')).status).toBe(403);
    const headers = { 'x-service-secret': serviceSecret };
    const snapshot = (await (
      await identity.anonymous('GET', '/internal/organizations', { headers })
    ).json()) as {
      revision: number;
      organizations: unknown[];
    };
    const [row] = await identity.owner<{ revision: number; count: number }[]>`
      select revision::int as revision, (select count(*)::int from organizations) as count from replica_states where name = 'organizations'`;
    expect(snapshot.revision).toBe(row?.revision);
    expect(snapshot.organizations).toHaveLength(row?.count ?? 0);
  });
});
