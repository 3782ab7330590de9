import { bodyOf } from '@banyan/test-kit/body-of';
import type { TestActor } from '@banyan/test-kit/service';
import { expect, test } from 'vitest';
import type { MemberView } from '../members/member-views.ts';
import { path as members } from '../testing/archives-under-test.ts';
import { csv, heading, importsDuringTests, nextIdNumber, people } from '../testing/imports-under-test.ts';

const { archives, officer } = importsDuringTests();

const listOf = async (actor: TestActor, id: string, more = ''): Promise<string> => {
  const response = await actor.get(`${members}?import=${id}${more}`);
  expect(response.status).toBe(200);
  return response.text();
};
const namesIn = (text: string) =>
  (JSON.parse(text) as { items: MemberView[] }).items.map(({ name }) => name).toSorted();

test('the people of an import are those it added or updated, whom the reader sees, until it is undone', async () => {
  const idNumber = nextIdNumber();
  await archives.admit('branch-a2', { name: '更新', idNumber });
  const same = nextIdNumber();
  await archives.admit('branch-a2', { name: '不变', idNumber: same });
  await archives.admit('branch-a1', { name: '无关' });
  const [first, second] = people(2) as [string[], string[]];
  const preview = await archives.upload(
    officer,
    csv(
      [...heading, '岗位'],
      ['甲新', ...first.slice(1), ''],
      ['乙新', ...second.slice(1, 3), 'branch-b1', ''],
      ['', idNumber, '', '', '班长'],
      ['', same, '', '', ''],
    ),
  );
  expect(namesIn(await listOf(officer, preview.id))).toEqual([]);
  await archives.act(officer, preview, 'commit');
  expect(namesIn(await listOf(officer, preview.id))).toEqual(['乙新', '更新', '甲新']);
  expect(namesIn(await listOf(officer, preview.id, `&organizationId=${archives.node('unit-a').id}`))).toEqual(
    ['更新', '甲新'],
  );
  expect(namesIn(await listOf(officer, preview.id, `&q=${encodeURIComponent('甲新')}`))).toEqual(['甲新']);
  const exporter = await archives.actor([
    {
      permissions: ['archives.member.read', 'archives.member.export', 'archives.member.import'],
      mode: 'subtree',
      nodes: ['group'],
    },
  ]);
  const file = await exporter.get(`${members}/export?format=csv&columns=name&import=${preview.id}`);
  expect((await file.text()).split('\r\n').slice(1, -1).toSorted()).toEqual(['乙新', '更新', '甲新']);

  await archives.act(officer, preview, 'undo');
  expect(namesIn(await listOf(officer, preview.id))).toEqual([]);
});

test('an import out of sight is answered as one that does not exist', async () => {
  const unit = await archives.importer('unit-a');
  const preview = await archives.upload(unit, csv(heading, ...people(2)));
  await archives.act(unit, preview, 'commit');
  const unknown = '019a0000-0000-7000-8000-00000000ffff';
  expect(namesIn(await listOf(unit, preview.id))).toHaveLength(2);
  const readers = [
    await archives.importer('branch-a1', 'node'),
    await archives.importer('unit-b'),
    await archives.actor([{ permissions: ['archives.member.read'], mode: 'subtree', nodes: ['group'] }]),
    // Who may import here and read there sees neither of it together.
    await archives.actor([
      { permissions: ['archives.member.read'], mode: 'subtree', nodes: ['unit-a'] },
      { permissions: ['archives.member.import'], mode: 'subtree', nodes: ['unit-b'] },
    ]),
  ];
  for (const reader of readers) {
    const text = await listOf(reader, preview.id);
    expect(namesIn(text)).toEqual([]);
    expect(text).toBe(await listOf(reader, unknown));
  }
  expect((await unit.get(`${members}?import=last`)).status).toBe(400);
  expect(await bodyOf<{ total: number }>(unit.get(`${members}?import=${preview.id}`))).toMatchObject({
    total: 2,
  });
});
