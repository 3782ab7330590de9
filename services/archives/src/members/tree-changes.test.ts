import { duringTests } from '@banyan/test-kit/during-tests';
import { expect, test } from 'vitest';
import { createArchives, path } from '../testing/archives-under-test.ts';
import { foldMemberCounts } from './count-members.ts';

const archives = duringTests(createArchives);

/** As the replica of the tree does it when a node moves below another. */
async function move(node: string, below: string): Promise<void> {
  const [from] = await archives.owner`select path from organizations where id = ${archives.node(node).id}`;
  const [to] = await archives.owner`select path from organizations where id = ${archives.node(below).id}`;
  const last = String(from?.['path']).split('/').at(-2);
  await archives.owner`
    update organizations set path = ${`${to?.['path']}${last}/`} || substr(path, ${String(from?.['path']).length + 1})
    where path >= ${from?.['path']} collate "C" and path < ${`${String(from?.['path']).slice(0, -1)}0`} collate "C"`;
  await archives.kit.reloadTree();
}

async function totalAt(node: string): Promise<number> {
  const officer = await archives.officer('group');
  const answer = await officer.get(`${path}?pageSize=1&organizationId=${archives.node(node).id}`);
  return ((await answer.json()) as { total: number }).total;
}

const totals = async (): Promise<number[]> => [
  await totalAt('unit-a'),
  await totalAt('unit-b'),
  await totalAt('group'),
];

test('totals follow a subtree at once, and when they are summed up anew', async () => {
  for (const branch of ['branch-a1', 'branch-a2', 'branch-a3', 'branch-b1']) await archives.admit(branch);
  await foldMemberCounts(archives.kit);
  expect(await totals()).toEqual([3, 1, 4]);
  await move('general-a', 'unit-b');
  expect(await totals()).toEqual([1, 3, 4]);
  await archives.admit('branch-a2');
  await foldMemberCounts(archives.kit);
  expect(await totals()).toEqual([1, 4, 5]);
  await move('general-a', 'unit-a');
  await foldMemberCounts(archives.kit);
  expect(await totals()).toEqual([4, 1, 5]);
});

test('a subtree moves while counts are being summed up, and they are summed up once more', async () => {
  await move('general-a', 'unit-b');
  await archives.owner.begin(async (summing) => {
    await summing`select fold_member_counts()`;
    // It would wait for ever for what this transaction held.
    await move('general-a', 'unit-a');
    expect(await totals()).toEqual([4, 1, 5]);
  });
  expect(await totals()).toEqual([4, 1, 5]);
  const [state] = await archives.owner`select rolled_up from member_count_state`;
  expect(state).toEqual({ rolled_up: false });
  await foldMemberCounts(archives.kit);
  expect(await totals()).toEqual([4, 1, 5]);
});
