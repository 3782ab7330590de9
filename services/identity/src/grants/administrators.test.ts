import { duringTests } from '@banyan/test-kit/during-tests';
import { describe, expect, test } from 'vitest';
import { createGrants, me } from '../testing/grants-under-test.ts';
import { type SignedIn } from '../testing/identity-under-test.ts';
import type { GrantView } from './contract.ts';

const identity = duringTests(createGrants);

describe('the three administrators', () => {
  test('none grants to themselves, and only security grants', async () => {
    expect(
      await (
        await identity.grant(identity.security, identity.security.id, 'security-admin', 'subtree', 'group')
      ).json(),
    ).toMatchObject({
      code: 'identity.grant-to-self',
    });
    expect(
      (await identity.grant(identity.system, identity.person.id, 'editor', 'node', 'unit-a')).status,
    ).toBe(403);
    expect(
      (await identity.grant(identity.auditor, identity.person.id, 'editor', 'node', 'unit-a')).status,
    ).toBe(403);
  });

  test('they exclude one another, also for whoever writes to the database itself', async () => {
    const response = await identity.grant(
      identity.security,
      identity.system.id,
      'audit-admin',
      'subtree',
      'group',
    );
    expect(await response.json()).toMatchObject({ status: 409, code: 'identity.grant-one-administrator' });
    const business = await identity.grant(
      identity.security,
      identity.system.id,
      'organization-officer',
      'subtree',
      'group',
    );
    expect(await business.json()).toMatchObject({ status: 409, code: 'identity.grant-administrators-apart' });
    const insert = (role: string, administrator: boolean) => identity.owner`
      insert into grants (id, account_id, role_id, administrator, mode, nodes)
      values (gen_random_uuid(), ${identity.system.id}, ${role}, ${administrator}, 'subtree', ${[identity.node('unit-a').id]})`;
    await expect(insert('security-admin', true)).rejects.toThrow('grants_one_administrator');
    await expect(insert('editor', false)).rejects.toThrow('foreign key');
    await identity.owner`update grants set revoked_at = now() where account_id = ${identity.system.id}`;
    await expect(insert('editor', true)).rejects.toThrow('foreign key');
    await identity.owner`update grants set revoked_at = null where account_id = ${identity.system.id}`;
    await expect(
      identity.owner`update accounts set person_id = gen_random_uuid() where id = ${identity.system.id}`,
    ).rejects.toThrow('check constraint');
  });

  test.each(['system', 'security', 'auditor'] as const)(
    '%s holds nothing of the business',
    async (username) => {
      const administrator = identity[username];
      const { permissions } = await me(administrator);
      const business = permissions.filter(
        (permission) => !/^(identity|gateway)\./.test(permission) && !permission.includes('.dead-letter.'),
      );
      expect(business).toEqual([]);
    },
  );

  test('each does its own third and is refused the others', async () => {
    const routes: [path: string, allowed: SignedIn[]][] = [
      ['/api/identity/grants', [identity.security]],
      ['/api/identity/roles', [identity.security]],
      [`/api/identity/sessions?accountId=${identity.person.id}`, [identity.security]],
      ['/api/identity/audit-entries', [identity.auditor]],
      ['/api/identity/dead-letters', [identity.system]],
      ['/api/identity/accounts', [identity.system, identity.security, identity.auditor]],
      ['/api/identity/organizations', [identity.system, identity.security, identity.auditor]],
      [
        `/api/identity/settings?organizationId=${identity.node('group').id}`,
        [identity.system, identity.security],
      ],
    ];
    for (const [path, allowed] of routes) {
      for (const who of [identity.system, identity.security, identity.auditor]) {
        const { status } = await who.get(path);
        expect([path, status]).toEqual([path, allowed.includes(who) ? 200 : 403]);
      }
    }
  });

  test('the last of each is kept', async () => {
    const second = await identity.administrator('security-2', 'security-admin');
    const list = (await (await second.get('/api/identity/grants?roleId=audit-admin')).json()) as {
      items: GrantView[];
    };
    const revoked = await second.request('DELETE', `/api/identity/grants/${list.items[0]?.id}`);
    expect(await revoked.json()).toMatchObject({ status: 409, code: 'identity.account-last-administrator' });
    const disabled = await identity.system.post(`/api/identity/accounts/${identity.auditor.id}/disable`);
    expect(await disabled.json()).toMatchObject({ status: 409, code: 'identity.account-last-administrator' });
  });
});
