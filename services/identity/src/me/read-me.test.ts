import { duringTests } from '@banyan/test-kit/during-tests';
import { describe, expect, test } from 'vitest';
import { createGrants, me } from '../testing/grants-under-test.ts';

const identity = duringTests(createGrants);

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
