import { bodyOf } from '@banyan/test-kit/body-of';
import { duringTests } from '@banyan/test-kit/during-tests';
import { describe, expect, test } from 'vitest';
import { at, problem } from '../testing/archives-under-test.ts';
import { createTransfers, transferOf, transfers } from '../testing/transfers-under-test.ts';
import type { TransferGroupView } from './transfer-views.ts';

const archives = duringTests(createTransfers);

const groups = `${transfers}/groups`;

describe('a group', () => {
  test('goes from one branch to another by one act for each step', async () => {
    const people = [];
    for (let turn = 0; turn < 5; turn += 1)
      people.push(await archives.admit('branch-a1', { name: `组员${'甲乙丙丁戊'[turn]}` }));
    await archives.admit('branch-a1', { name: '已故', stage: 'full' });
    const officer = await archives.approver('group');
    const dead = await archives.admit('branch-a1');
    await officer.post(at(dead, '/state'), { state: 'deceased', on: '2026-11-01' }, { 'if-match': '"1"' });
    const body = {
      fromOrganizationId: archives.node('branch-a1').id,
      toOrganizationId: archives.node('branch-b1').id,
      reason: '支部撤并',
    };
    const made = await bodyOf<TransferGroupView>(officer.post(groups, body), 201);
    expect(made).toMatchObject({
      total: 6,
      states: { applied: 6 },
      abilities: ['approve', 'reject', 'cancel'],
    });
    expect((await officer.post(groups, body)).status).toBe(409);

    const secretary = await archives.secretary('branch-a1');
    expect((await secretary.post(`${groups}/${made.id}/approve`)).status).toBe(403);
    const early = await officer.post(`${groups}/${made.id}/receive`);
    expect([early.status, await problem(early)]).toMatchObject([409, { state: 'applied' }]);
    const approved = await bodyOf<TransferGroupView>(officer.post(`${groups}/${made.id}/approve`));
    expect(approved.states).toEqual({ issued: 6 });
    expect(new Set(approved.items.map(({ letter }) => letter?.number)).size).toBe(6);
    // One of them stays after all.
    await archives.act({ id: approved.items[0]?.id as string }, 'cancel');
    await archives.facts();
    const receiving = await archives.secretary('branch-b1');
    const received = await bodyOf<TransferGroupView>(
      receiving.post(`${groups}/${made.id}/receive`, { note: '全部到会' }),
    );
    expect(received.states).toEqual({ received: 5, cancelled: 1 });
    const facts = await archives.facts();
    expect(facts.filter(({ type }) => type === 'archives.member.transferred')).toHaveLength(5);
    const homes = await archives.owner`
      select organization_id = ${body.toOrganizationId} as moved, version::int, count(*)::int from members group by 1, 2 order by 1, 2`;
    expect(homes).toEqual([
      { moved: false, version: 1, count: 1 },
      { moved: false, version: 2, count: 1 },
      { moved: true, version: 2, count: 5 },
    ]);
    const [history] = await archives.owner`
      select count(*)::int from member_history where action = 'archives.member.transfer'`;
    expect(history).toEqual({ count: 5 });
  });

  test('is received as a whole or not at all', async () => {
    const officer = await archives.approver('group');
    const people = [await archives.admit('branch-a2'), await archives.admit('branch-a3')];
    const body = {
      memberIds: people.map(({ id }) => id),
      toOrganizationId: archives.node('branch-b1').id,
      reason: '调动',
    };
    const made = await bodyOf<TransferGroupView>(officer.post(groups, body), 201);
    await transferOf(officer.post(`${groups}/${made.id}/approve`));
    await officer.post(
      at({ id: people[1]?.id as string }, '/state'),
      { state: 'out-of-contact', on: '2026-11-01' },
      { 'if-match': '"1"' },
    );
    const refused = await officer.post(`${groups}/${made.id}/receive`);
    expect([refused.status, (await problem(refused)).code]).toEqual([
      409,
      'archives.transfer-person-not-active',
    ]);
    const view = await bodyOf<TransferGroupView>(officer.get(`${groups}/${made.id}`));
    expect(view.states).toEqual({ issued: 2 });
    const moved =
      await archives.owner`select 1 from members where organization_id = ${body.toOrganizationId} and id = any(${body.memberIds})`;
    expect(moved).toHaveLength(0);
  });

  test('holds nobody of a branch that the applicant does not hold', async () => {
    const secretary = await archives.secretary('branch-a2');
    const mine = await archives.admit('branch-a2');
    const other = await archives.admit('branch-b1');
    const body = { toOrganizationId: archives.node('branch-a3').id, reason: '调动' };
    expect((await secretary.post(groups, { ...body, memberIds: [mine.id, other.id] })).status).toBe(404);
    expect(
      (await secretary.post(groups, { ...body, fromOrganizationId: archives.node('branch-b1').id })).status,
    ).toBe(404);
    expect((await secretary.post(groups, body)).status).toBe(400);
    const made = await bodyOf<TransferGroupView>(
      secretary.post(groups, { ...body, memberIds: [mine.id] }),
      201,
    );
    const stranger = await archives.secretary('branch-b1');
    expect((await stranger.get(`${groups}/${made.id}`)).status).toBe(404);
    expect((await stranger.post(`${groups}/${made.id}/receive`)).status).toBe(404);
  });

  test('a person under way elsewhere is named', async () => {
    const transfer = await archives.apply('branch-a2', 'branch-b1');
    const officer = await archives.approver('group');
    const body = {
      memberIds: [transfer.memberId],
      toOrganizationId: archives.node('branch-a3').id,
      reason: '调动',
    };
    const refused = await officer.post(groups, body);
    expect([refused.status, await problem(refused)]).toMatchObject([
      409,
      { code: 'archives.transfer-open', memberId: transfer.memberId, transferId: transfer.id },
    ]);
  });
});
