import { bodyOf } from '@banyan/test-kit/body-of';
import { duringTests } from '@banyan/test-kit/during-tests';
import { describe, expect, test } from 'vitest';
import { at, problem } from '../testing/archives-under-test.ts';
import { createTransfers, transferOf, transfers } from '../testing/transfers-under-test.ts';
import type { MemberView } from '../members/member-views.ts';

const archives = duringTests(createTransfers);

describe('a member goes from one branch to another', () => {
  test('across two secretaries and an approving unit', async () => {
    const member = await archives.admit('branch-a1', { sectionId: null, joinedOn: '2020-05-04' });
    const leaving = await archives.secretary('branch-a1');
    const unit = await archives.approver('unit-a');
    const receiving = await archives.secretary('branch-b1');
    await archives.facts();

    const body = {
      memberId: member.id,
      toOrganizationId: archives.node('branch-b1').id,
      reason: '调往采油二厂',
      duesPaidThrough: '2026-10',
    };
    const applied = await transferOf(leaving.post(transfers, body), 201);
    expect(applied).toMatchObject({
      kind: 'within',
      direction: 'out',
      state: 'applied',
      memberId: member.id,
      person: { name: member.name, stage: 'full', joinedOn: '2020-05-04' },
      from: { name: 'branch-a1', path: 'unit-a / general-a / branch-a1' },
      to: { name: 'branch-b1' },
      letter: null,
      version: 1,
      abilities: ['cancel', 'open-member'],
    });
    const to = `${transfers}/${applied.id}`;

    // The receiving side sees it coming, with what the letter will say and no record.
    const coming = await transferOf(receiving.get(to));
    expect(coming).toMatchObject({ direction: 'in', state: 'applied', abilities: [] });
    expect((await receiving.get(at(member))).status).toBe(404);
    const early = await receiving.post(`${to}/receive`);
    expect([early.status, await problem(early)]).toMatchObject([
      409,
      { code: 'archives.transfer-state', state: 'applied' },
    ]);
    expect((await leaving.post(`${to}/approve`)).status).toBe(403);

    const issued = await transferOf(unit.post(`${to}/approve`, { note: '同意' }));
    expect(issued).toMatchObject({
      state: 'issued',
      letter: {
        number: '2026-00001',
        issuedOn: '2026-11-23',
        expiresOn: '2026-12-23',
        daysLeft: 30,
        endingSoon: false,
      },
      abilities: ['cancel', 'print', 'print-plain', 'open-member'],
    });
    expect(await bodyOf<MemberView>(leaving.get(at(member)))).toMatchObject({
      organizationName: 'branch-a1',
      version: 1,
    });
    expect((await leaving.post(`${to}/receive`)).status).toBe(404);

    await archives.facts();
    const received = await transferOf(receiving.post(`${to}/receive`, { note: '已到会' }));
    expect(received).toMatchObject({
      state: 'received',
      receivedOn: '2026-11-23',
      abilities: ['print', 'print-plain', 'open-member'],
      version: 3,
    });
    const facts = await archives.facts();
    expect(facts.filter(({ type }) => type !== 'archives.audit.recorded')).toMatchObject([
      {
        type: 'archives.member.transferred',
        subject: member.id,
        data: {
          version: 2,
          person: { organizationId: body.toOrganizationId, sectionId: null, version: 2 },
          from: archives.node('branch-a1').id,
          to: body.toOrganizationId,
          on: '2026-11-23',
          transferId: applied.id,
          duesPaidThrough: '2026-10',
        },
      },
    ]);
    expect(facts.map(({ data }) => data['action']).filter(Boolean)).toEqual([
      'archives.member.transfer',
      'archives.transfer.receive',
    ]);
    expect(await bodyOf<MemberView>(receiving.get(at(member)))).toMatchObject({ version: 2 });

    // The sending side keeps the transfer, and no longer sees the record.
    expect((await leaving.get(at(member))).status).toBe(404);
    const closed = await transferOf(leaving.post(`${to}/receipt`));
    expect(closed).toMatchObject({ state: 'closed', direction: 'out', abilities: ['print'] });
    expect(closed.timeline.map(({ action, from, to: next, note }) => [action, from, next, note])).toEqual([
      ['apply', null, 'applied', null],
      ['approve', 'applied', 'issued', '同意'],
      ['receive', 'issued', 'received', '已到会'],
      ['receipt', 'received', 'closed', null],
    ]);
    const history = await receiving.get(at(member, '/history'));
    expect(await bodyOf<{ items: unknown[] }>(history)).toMatchObject({
      items: [
        {
          action: 'archives.member.transfer',
          version: 2,
          fields: [{ field: 'organizationId', to: body.toOrganizationId }],
          reason: '调往采油二厂',
        },
        { version: 1 },
      ],
    });
  });

  test('the group below the branch is left behind', async () => {
    const transfer = await archives.apply('branch-a1', 'branch-a2');
    await archives.owner`update members set section_id = ${archives.node('branch-a3').id} where id = ${transfer.memberId}`;
    await archives.act(transfer, 'approve');
    await archives.act(transfer, 'receive');
    const [row] =
      await archives.owner`select section_id, organization_id from members where id = ${transfer.memberId}`;
    expect(row).toEqual({ section_id: null, organization_id: archives.node('branch-a2').id });
  });

  test('a repeated request with its Idempotency-Key applies, and receives, once', async () => {
    const member = await archives.admit('branch-a1');
    const officer = await archives.approver('group');
    const body = { memberId: member.id, toOrganizationId: archives.node('branch-b1').id, reason: '调动' };
    const first = await transferOf(officer.post(transfers, body, { 'idempotency-key': 'a' }), 201);
    const second = await transferOf(officer.post(transfers, body, { 'idempotency-key': 'a' }), 201);
    expect(second.id).toBe(first.id);
    await archives.act(first, 'approve');
    const receive = () =>
      officer.post(`${transfers}/${first.id}/receive`, undefined, { 'idempotency-key': 'b' });
    expect([(await receive()).status, (await receive()).status]).toEqual([200, 200]);
    const [row] = await archives.owner`select version from members where id = ${member.id}`;
    expect(row).toEqual({ version: '2' });
  });

  test('letters are numbered without a gap', async () => {
    const officer = await archives.approver('group');
    const numbers: number[] = [];
    for (let turn = 0; turn < 3; turn += 1) {
      const transfer = await archives.apply('branch-a1', 'branch-b1');
      const issued = await transferOf(officer.post(`${transfers}/${transfer.id}/approve`, { validDays: 10 }));
      expect(issued.letter?.expiresOn).toBe('2026-12-03');
      expect((await officer.post(`${transfers}/${transfer.id}/approve`)).status).toBe(409);
      numbers.push(Number(issued.letter?.number.slice(5)));
    }
    expect(numbers).toEqual([numbers[0], Number(numbers[0]) + 1, Number(numbers[0]) + 2]);
  });
});

describe('an act', () => {
  test.each([[undefined], [{}], [{ note: null }], [{ note: ' ' }]])('is done with %j', async (body) => {
    const transfer = await archives.apply('branch-a1', 'branch-b1');
    expect(await archives.act(transfer, 'approve', body)).toMatchObject({
      state: 'issued',
      timeline: [{}, { note: null }],
    });
  });

  test.each([
    ['{"half":'],
    [[]],
    [{ note: 1 }],
    [{ note: 'x'.repeat(501) }],
    [{ nosuch: 1 }],
    [{ validDays: 91 }],
  ])('is refused with %j', async (body) => {
    const transfer = await archives.apply('branch-a1', 'branch-b1');
    const officer = await archives.approver('group');
    expect((await officer.post(`${transfers}/${transfer.id}/approve`, body)).status).toBe(400);
  });
});

describe('ways out', () => {
  test('the approver rejects before the letter, and the person stays', async () => {
    const transfer = await archives.apply('branch-a1', 'branch-b1');
    const rejected = await archives.act(transfer, 'reject', { note: '工作未定' });
    expect(rejected).toMatchObject({ state: 'rejected', closedOn: '2026-11-23', abilities: ['open-member'] });
    const [row] =
      await archives.owner`select organization_id, version from members where id = ${transfer.memberId}`;
    expect(row).toEqual({ organization_id: archives.node('branch-a1').id, version: '1' });
  });

  test('the receiving side rejects after it, and not before', async () => {
    const transfer = await archives.apply('branch-a1', 'branch-b1');
    const receiving = await archives.secretary('branch-b1');
    const to = `${transfers}/${transfer.id}/reject`;
    const early = await receiving.post(to, { note: '不接收' });
    expect([early.status, (await problem(early)).code]).toEqual([409, 'archives.transfer-other-end']);
    await archives.act(transfer, 'approve');
    const unit = await archives.approver('unit-a');
    expect((await unit.post(to)).status).toBe(409);
    expect(await transferOf(receiving.post(to, { note: '不接收' }))).toMatchObject({
      state: 'rejected',
    });
  });

  test('the sending side cancels until the person is received', async () => {
    const leaving = await archives.secretary('branch-a1');
    for (const acts of [[], ['approve']]) {
      const transfer = await archives.apply('branch-a1', 'branch-b1');
      for (const act of acts) await archives.act(transfer, act);
      const cancelled = await leaving.post(`${transfers}/${transfer.id}/cancel`, { note: '不调了' });
      expect(await transferOf(cancelled)).toMatchObject({ state: 'cancelled' });
    }
    const transfer = await archives.apply('branch-a1', 'branch-b1');
    for (const act of ['approve', 'receive']) await archives.act(transfer, act);
    expect((await leaving.post(`${transfers}/${transfer.id}/cancel`)).status).toBe(409);
  });

  test('a letter that has ended receives nobody until it is resumed with a new one', async () => {
    const transfer = await archives.apply('branch-a1', 'branch-b1');
    const issued = await archives.act(transfer, 'approve');
    await archives.owner`update transfers set issued_on = '2026-10-01', expires_on = '2026-11-22' where id = ${transfer.id}`;
    const officer = await archives.approver('group');
    const late = await officer.post(`${transfers}/${transfer.id}/receive`);
    expect([late.status, await problem(late)]).toMatchObject([409, { state: 'expired' }]);
    expect(await transferOf(officer.get(`${transfers}/${transfer.id}`))).toMatchObject({
      state: 'expired',
      letter: { daysLeft: -1 },
      abilities: ['cancel', 'resume', 'open-member'],
    });
    const secretary = await archives.secretary('branch-a1');
    expect((await secretary.post(`${transfers}/${transfer.id}/resume`)).status).toBe(403);
    const resumed = await archives.act(transfer, 'resume', { validDays: 15 });
    expect(resumed).toMatchObject({ state: 'issued', letter: { expiresOn: '2026-12-08' } });
    expect(resumed.letter?.number).not.toBe(issued.letter?.number);
    expect(await archives.act(transfer, 'receive')).toMatchObject({ state: 'received' });
  });
});
