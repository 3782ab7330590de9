import { duringTests } from '@banyan/test-kit/during-tests';
import { describe, expect, test } from 'vitest';
import { createGrants } from '../testing/grants-under-test.ts';

const identity = duringTests(createGrants);

describe('roles', () => {
  test('a changed role changes everybody who holds it, at once', async () => {
    const role = (await (
      await identity.security.post('/api/identity/roles', {
        name: '查阅',
        permissions: ['identity.organization.read'],
      })
    ).json()) as { id: string; version: number };
    const reader = await identity.account({ username: 'reader', at: 'unit-a' });
    await identity.grant(identity.security, reader.id, role.id, 'subtree', 'unit-a');
    expect((await reader.get('/api/identity/accounts')).status).toBe(403);
    await identity.facts();
    const changed = await identity.security.request('PATCH', `/api/identity/roles/${role.id}`, {
      body: { permissions: ['identity.organization.read', 'identity.account.read'] },
      headers: { 'if-match': '"1"' },
    });
    expect(await changed.json()).toMatchObject({ version: 2, abilities: ['copy', 'update', 'assign'] });
    const announced = (await identity.facts()).filter(({ type }) => type === 'identity.grant.changed');
    expect(announced.map(({ subject }) => subject)).toEqual([reader.id]);
    expect((await reader.get('/api/identity/accounts')).status).toBe(200);
  });

  test("what ships cannot be changed, and no role takes what is an administrator's", async () => {
    const shipped = await identity.security.request('PATCH', '/api/identity/roles/branch-secretary', {
      body: { name: 'x' },
      headers: { 'if-match': '"2"' },
    });
    expect(await shipped.json()).toMatchObject({ status: 409, code: 'identity.role-shipped' });
    const greedy = await identity.security.post('/api/identity/roles', {
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
