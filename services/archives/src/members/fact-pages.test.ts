import { duringTests } from '@banyan/test-kit/during-tests';
import { beforeAll, expect, test } from 'vitest';
import { createListedArchives, idsOf, list, orders } from '../testing/listed-archives.ts';
import { drawRoster, plantRoster, type Someone } from '../testing/roster.ts';

const archives = duringTests(createListedArchives);
let people: readonly Someone[];
beforeAll(async () => {
  const more = drawRoster([archives.node('branch-a1').id, archives.node('branch-b1').id], 10_200, 7);
  const named = more.map((person) => ({ ...person, partyPost: '书记' }));
  await plantRoster(archives.owner, named);
  people = [...archives.people, ...named].filter(({ partyPost }) => partyPost === '书记');
});

test.each(Object.keys(orders))(
  'of more than 10,000 matches the foremost by %s are shown, and the total says that there are more',
  async (sort) => {
    const officer = await archives.officer('group');
    const expected = idsOf(people.toSorted(orders[sort]));
    const first = await list(officer, { partyPost: 'secretary', sort, pageSize: 30 });
    expect(idsOf(first.items)).toEqual(expected.slice(0, 30));
    expect([first.total, first.totalIsExact]).toEqual([10_000, false]);
    const after = first.next as string;
    const second = await list(officer, { partyPost: 'secretary', sort, pageSize: 30, after });
    expect(idsOf(second.items)).toEqual(expected.slice(30, 60));
    const far = await list(officer, { partyPost: 'secretary', sort, pageSize: 100, page: 100 });
    expect(idsOf(far.items)).toEqual(expected.slice(9_900, 10_000));
  },
);

test("one's own record passes the filters too, or is not shown", async () => {
  const me = people[0] as Someone;
  const actor = await archives.actor([{ permissions: ['archives.member.read'], mode: 'self' }], me.id);
  expect((await list(actor, { partyPost: 'secretary' })).total).toBe(1);
  expect(await list(actor, { partyPost: 'other' })).toMatchObject({
    items: [],
    total: 0,
    totalIsExact: true,
  });
});
