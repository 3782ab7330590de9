import { duringTests } from '@banyan/test-kit/during-tests';
import { beforeEach, describe, expect, test } from 'vitest';
import { problem } from '../testing/archives-under-test.ts';
import {
  confirmed,
  createVerifications,
  creating,
  verifications,
} from '../testing/verifications-under-test.ts';
import { foldTallies } from './fold-tallies.ts';
import { markOverdue } from './mark-overdue.ts';

const archives = duringTests(createVerifications);
beforeEach(() => archives.empty());

const named = (node: string) => archives.node(node).name;

describe('completion', () => {
  test('is rolled up by every node, the same before and after the tallies are folded', async () => {
    const [a1, a2] = [await archives.admit('branch-a1'), await archives.admit('branch-a2')];
    await archives.admit('branch-a2');
    await archives.admit('branch-a3');
    const officer = await archives.actor([{ permissions: creating, mode: 'subtree', nodes: ['group'] }]);
    const round = await archives.opened(officer, 'group');
    await archives.answer(officer, round, 'branch-a1', [confirmed(a1)]);
    await archives.answer(officer, round, 'branch-a2', [confirmed(a2)]);
    for (let pass = 0; pass < 2; pass += 1) {
      expect(await archives.progressAt(officer, round)).toEqual([[named('unit-a'), '2/4', '1/3']]);
      const below = `?organizationId=${archives.node('unit-a').id}`;
      expect(await archives.progressAt(officer, round, below)).toEqual([
        [named('general-a'), '2/3', '1/2'],
        [named('branch-a3'), '0/1', '0/1'],
      ]);
      expect(await archives.progressAt(officer, round, `${below}&only=unfinished&pageSize=1&page=2`)).toEqual(
        [[named('branch-a3'), '0/1', '0/1']],
      );
      expect(await archives.progressAt(archives.secretary, round)).toEqual([
        [named('branch-a1'), '1/1', '1/1'],
      ]);
      await foldTallies(archives.kit);
    }
    expect(
      (
        await archives.unit.get(
          `${verifications}/${round.id}/progress?organizationId=${archives.node('group').id}`,
        )
      ).status,
    ).toBe(404);
  });

  test('follows the people: who moves is counted where they are, who leaves the roll nowhere', async () => {
    const [mover, leaver, stays] = [
      await archives.admit('branch-a1'),
      await archives.admit('branch-a1'),
      await archives.admit('branch-a1'),
    ];
    const round = await archives.opened();
    await archives.answer(archives.secretary, round, 'branch-a1', [confirmed(mover), confirmed(leaver)]);
    await archives.owner`
      update members set organization_id = ${archives.node('branch-a2').id} where id = ${mover.id}`;
    await archives.owner`update members set state = 'deceased' where id = ${leaver.id}`;
    const below = `?organizationId=${archives.node('general-a').id}`;
    expect(await archives.progressAt(archives.unit, round, below)).toEqual([
      [named('branch-a1'), '0/1', '0/1'],
      [named('branch-a2'), '1/1', '1/1'],
    ]);
    expect((await archives.peopleOf(archives.unit, round, 'branch-a1')).map(({ id }) => id)).toEqual([
      stays.id,
    ]);
    await archives.owner`
      update members set organization_id = ${archives.node('branch-b1').id} where id = ${mover.id}`;
    expect(await archives.progressAt(archives.unit, round, below)).toEqual([
      [named('branch-a1'), '0/1', '0/1'],
    ]);
  });

  test('stays as it was when the round was closed, whoever comes and goes', async () => {
    const member = await archives.admit('branch-a1');
    await archives.admit('branch-a3');
    const round = await archives.opened();
    await archives.answer(archives.secretary, round, 'branch-a1', [confirmed(member)]);
    const closed = await archives.unit.post(`${verifications}/${round.id}/close`);
    expect(await closed.json()).toMatchObject({
      state: 'closed',
      abilities: [],
      progress: { people: 2, answered: 1, branches: 2, finished: 1 },
    });
    await archives.admit('branch-a1');
    await archives.owner`update members set state = 'deceased' where id = ${member.id}`;
    expect(await archives.progressAt(archives.unit, round)).toEqual([
      [named('general-a'), '1/1', '1/1'],
      [named('branch-a3'), '0/1', '0/1'],
    ]);
    expect(await (await archives.secretary.get(`${verifications}/${round.id}`)).json()).toMatchObject({
      progress: { people: 1, answered: 1 },
    });
    expect((await archives.unit.post(`${verifications}/${round.id}/close`)).status).toBe(409);
  });

  test('a late branch is marked once, and reminded while somebody waits', async () => {
    const member = await archives.admit('branch-a1');
    await archives.admit('branch-a3');
    const round = await archives.opened();
    await archives.answer(archives.secretary, round, 'branch-a1', [confirmed(member)]);
    await archives.owner`update verification_rounds set due_on = '2026-11-20' where id = ${round.id}`;
    expect(await (await archives.unit.get(`${verifications}/${round.id}`)).json()).toMatchObject({
      isOverdue: true,
    });
    expect(await (await archives.secretary.get(`${verifications}/${round.id}`)).json()).toMatchObject({
      isOverdue: false,
    });
    await archives.facts();
    await markOverdue(archives.kit);
    await markOverdue(archives.kit);
    const told = await archives.facts();
    expect(told.map(({ type, data }) => [type, data['branchIds']])).toEqual([
      ['archives.verification.overdue', [archives.node('branch-a3').id]],
    ]);
    const marks = await archives.owner`
      select organization_id from verification_overdue where round_id = ${round.id}`;
    expect(marks.map((row) => row['organization_id'] as string)).toEqual([archives.node('branch-a3').id]);
    const remind = (node: string) =>
      archives.unit.post(`${verifications}/${round.id}/remind`, {
        organizationId: archives.node(node).id,
        note: '请尽快',
      });
    expect(await (await remind('unit-a')).json()).toEqual({ branches: 1 });
    const none = await remind('branch-a1');
    expect([none.status, (await problem(none)).code]).toEqual([409, 'archives.verification-finished']);
    expect((await remind('unit-b')).status).toBe(404);
    expect(await (await archives.secretary.get(`${verifications}/${round.id}`)).json()).toMatchObject({
      reminder: { note: '请尽快' },
    });
  });
});
