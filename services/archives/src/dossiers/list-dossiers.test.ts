import { bodyOf } from '@banyan/test-kit/body-of';
import { duringTests } from '@banyan/test-kit/during-tests';
import { expect, test } from 'vitest';
import { createArchives } from '../testing/archives-under-test.ts';
import { drawRoster, plantRoster } from '../testing/roster.ts';

const archives = duringTests(createArchives);

interface Gaps {
  readonly items: readonly { readonly name: string; readonly missing: readonly object[] }[];
  readonly total: number;
  readonly totalIsExact: boolean;
}

test('of more people than are counted the first by name are listed, and of an item that nobody lacks nobody is', async () => {
  const permissions = ['archives.dossier.read'];
  const officer = await archives.actor([{ permissions, mode: 'subtree', nodes: ['group'] }]);
  const home = archives.node('branch-b1').id;
  const people = drawRoster([home], 10_100, 7).map((one) => ({ ...one, state: 'active' as const }));
  await plantRoster(archives.owner, people);
  const first = await archives.admit('branch-a1', { name: '阿安' });
  await archives.owner`
    insert into dossier_items (member_id, organization_id, item, state)
    select id, organization_id, 'application', 'complete' from members where id <> ${first.id}`;
  const list = (query: string) => bodyOf<Gaps>(officer.get(`/api/archives/dossiers?pageSize=2&${query}`));

  const everybody = await list('');
  expect(everybody).toMatchObject({ total: 10_000, totalIsExact: false });
  expect(everybody.items.map(({ name }) => name)).toEqual(['阿安', '艾尔肯·建国']);
  expect(await list('item=application')).toMatchObject({
    items: [{ name: '阿安' }],
    total: 1,
    totalIsExact: true,
  });
  expect(await list('item=application&page=2')).toMatchObject({ items: [], total: 1 });
  expect(await list(`item=application&organizationId=${home}`)).toEqual({
    items: [],
    total: 0,
    totalIsExact: true,
  });
});
