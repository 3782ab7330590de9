import { subtreeRange } from '@banyan/service-kit/scope';
import { duringTests } from '@banyan/test-kit/during-tests';
import { v7 as uuidv7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { path, problem } from '../testing/archives-under-test.ts';
import {
  createListedArchives,
  expectAgreement,
  idsOf,
  type List,
  list,
  orders,
} from '../testing/listed-archives.ts';
import type { Someone } from '../testing/roster.ts';
import { foldMemberCounts } from './count-members.ts';

const archives = duringTests(createListedArchives);

describe('places in a list', () => {
  test.each(['-joinedOn', 'joinedOn', 'name', '-name'])(
    'following the cursor of %s meets everybody once',
    async (sort) => {
      const officer = await archives.officer('unit-a');
      const met: string[] = [];
      let after: string | null = null;
      do {
        const found: List = await list(officer, { sort, pageSize: 37, ...(after === null ? {} : { after }) });
        met.push(...idsOf(found.items));
        after = found.next;
      } while (after !== null);
      const visible = archives.people.filter((person) => archives.isBelow(person, 'unit-a'));
      expect(met).toEqual(idsOf(visible.toSorted(orders[sort])));
    },
  );

  test('search goes on from a cursor too', async () => {
    const officer = await archives.officer('unit-a');
    const first = await list(officer, { q: 'wang', pageSize: 5 });
    const second = await list(officer, { q: 'wang', pageSize: 5, after: first.next as string });
    const both = await list(officer, { q: 'wang', pageSize: 10 });
    expect(idsOf([...first.items, ...second.items])).toEqual(idsOf(both.items));
    expect(second.total).toBe(both.total);
  });

  test.each([
    [{ page: '0' }, 'page'],
    [{ pageSize: '101' }, 'pageSize'],
    [{ page: '101', pageSize: '100' }, 'page'],
    [{ sort: 'phone' }, 'sort'],
    [{ stage: 'none' }, 'stage'],
    [{ node: 'x' }, 'node'],
    [{ after: 'nonsense' }, 'after'],
  ])('%j is refused', async (query, field) => {
    const officer = await archives.officer('unit-a');
    const response = await officer.get(`${path}?${new URLSearchParams(query as never).toString()}`);
    expect(response.status).toBe(400);
    expect((await problem(response)).errors?.[0]?.field).toBe(field);
  });
});

describe('seeing as a node', () => {
  test('narrows to the node and never widens', async () => {
    const officer = await archives.officer('unit-a');
    const branch = await list(officer, { organizationId: archives.node('branch-a1').id });
    expect(branch.total).toBe(
      archives.people.filter(({ organizationId }) => organizationId === archives.node('branch-a1').id).length,
    );
    expect((await list(officer, { node: archives.node('group').id })).total).toBe(
      (await list(officer, {})).total,
    );
    expect(await list(officer, { node: archives.node('unit-b').id })).toMatchObject({ items: [], total: 0 });
    expect(await list(officer, { organizationId: uuidv7() })).toMatchObject({ items: [], total: 0 });
  });

  test('without the permission it is refused', async () => {
    const nobody = await archives.actor([]);
    expect((await nobody.get(path)).status).toBe(403);
  });
});

describe('my own record', () => {
  const self = { permissions: ['archives.member.read'], mode: 'self' } as const;

  test('is all that a grant for oneself shows', async () => {
    const me = archives.people.find(({ stage }) => stage === 'full') as Someone;
    const actor = await archives.actor([self], me.id);
    const found = await list(actor, {});
    expect([idsOf(found.items), found.total]).toEqual([[me.id], 1]);
    expect((await list(actor, { stage: 'applicant' })).total).toBe(0);
    expect((await list(actor, { q: me.name })).total).toBe(1);
    expect((await actor.get(`${path}/${me.id}`)).status).toBe(200);
    const other = archives.people.find(
      ({ organizationId, id }) => organizationId === me.organizationId && id !== me.id,
    );
    expect((await actor.get(`${path}/${other?.id}`)).status).toBe(404);
  });

  test('is added to a scope that does not hold it, and not counted twice in one that does', async () => {
    const [unitA, unitB] = ['unit-a', 'unit-b'].map((name) => ({
      permissions: ['archives.member.read'],
      mode: 'subtree' as const,
      nodes: [name],
    }));
    const mine = archives.people.find(
      ({ organizationId }) => organizationId === archives.node('branch-b1').id,
    ) as Someone;
    const visible = (name: string) =>
      archives.people.filter((person) => person.id === mine.id || archives.isBelow(person, name));
    await expectAgreement(await archives.actor([self, unitA as never], mine.id), visible('unit-a'));
    await expectAgreement(await archives.actor([self, unitB as never], mine.id), visible('unit-b'));
  });
});

describe('totals', () => {
  test('are right between a change of the tree and the next fold, and after it', async () => {
    const officer = await archives.officer('group');
    const total = async (name: string) => (await list(officer, { node: archives.node(name).id })).total;
    const [a, b, moving] = [await total('unit-a'), await total('unit-b'), await total('general-a')];
    const [from, to] = [archives.node('general-a').path, `${archives.node('unit-b').path}moved/`];
    const { low, high } = subtreeRange(from);
    await archives.owner`
      update organizations set path = ${to} || substr(path, ${from.length + 1}) where path >= ${low} and path < ${high}`;
    await archives.kit.reloadTree();
    expect([await total('unit-a'), await total('unit-b')]).toEqual([a - moving, b + moving]);
    await foldMemberCounts(archives.kit);
    expect([await total('unit-a'), await total('unit-b'), await total('group')]).toEqual([
      a - moving,
      b + moving,
      archives.people.length,
    ]);
  });

  test('counted from the rows are the totals that were kept', async () => {
    await foldMemberCounts(archives.kit);
    const counts = () =>
      archives.owner`select * from member_counts where below <> 0 order by organization_id, stage, state`;
    const kept = await counts();
    await archives.owner`select rebuild_member_counts()`;
    expect(await counts()).toEqual(kept);
    const [whole] = kept.filter(
      ({ organization_id, stage, state }) =>
        organization_id === archives.node('group').id && stage === '*' && state === '*',
    );
    expect(Number(whole?.['below'])).toBe(archives.people.length);
  });
});
