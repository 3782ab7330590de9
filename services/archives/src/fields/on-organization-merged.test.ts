import { duringTests } from '@banyan/test-kit/during-tests';
import { expect, test } from 'vitest';
import { at, createArchives } from '../testing/archives-under-test.ts';
import { deliverMerge } from '../testing/merged-organizations.ts';
import type { MemberView } from '../members/member-views.ts';

const archives = duringTests(createArchives);

test('fields and shared views of a branch that ended go with its people, and ask nothing of the others', async () => {
  const [ended, into] = [archives.node('branch-a2'), archives.node('branch-a1')];
  const permissions = ['archives.member.read', 'archives.member.create', 'archives.setting.update'];
  const officer = await archives.actor([{ permissions, mode: 'subtree', nodes: ['unit-a'] }]);
  const organizationId = ended.id;
  const definition = { organizationId, key: 'room', labelZh: '房间', kind: 'text', required: true };
  await officer.post('/api/archives/fields', definition);
  const face = { filters: {}, sort: null, columns: null };
  await officer.post('/api/archives/views', {
    list: 'archives.members',
    name: '共用',
    organizationId,
    ...face,
  });
  const member = await archives.admit('branch-a2', { custom: { room: '201' } });

  const delivered = await deliverMerge(archives, 'branch-a2', 'branch-a1');
  expect(delivered.length).toBeGreaterThan(1);
  for (const each of delivered) expect(each).toEqual([true, false]);

  const moved = (await (await officer.get(at(member))).json()) as MemberView;
  expect([moved.organizationId, moved.custom]).toEqual([into.id, { room: '201' }]);
  const { items } = (await (await officer.get(`/api/archives/fields?organizationId=${into.id}`)).json()) as {
    items: object[];
  };
  expect(items).toMatchObject([{ key: 'room', organizationId: into.id, required: false }]);
  const reader = await archives.actor([
    { permissions: ['archives.member.read'], mode: 'subtree', nodes: ['branch-a1'] },
  ]);
  const views = await (await reader.get('/api/archives/views?list=archives.members')).json();
  expect(views).toMatchObject({ items: [{ name: '共用', organizationId: into.id }] });
  await archives.admit('branch-a1');
});
