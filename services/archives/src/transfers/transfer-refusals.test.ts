import { duringTests } from '@banyan/test-kit/during-tests';
import { describe, expect, test } from 'vitest';
import { at, problem } from '../testing/archives-under-test.ts';
import { createTransfers, transferOf, transfers } from '../testing/transfers-under-test.ts';

const archives = duringTests(createTransfers);

describe('refusals', () => {
  test('a person has one transfer under way at a time', async () => {
    const transfer = await archives.apply('branch-a1', 'branch-b1');
    const officer = await archives.approver('group');
    const again = {
      memberId: transfer.memberId,
      toOrganizationId: archives.node('branch-a2').id,
      reason: '又',
    };
    const refused = await officer.post(transfers, again);
    expect([refused.status, await problem(refused)]).toMatchObject([
      409,
      { code: 'archives.transfer-open', transferId: transfer.id },
    ]);
    await archives.act(transfer, 'cancel');
    expect((await officer.post(transfers, again)).status).toBe(201);
  });

  test('a person out of scope is as unknown as one who does not exist, whatever else is sent', async () => {
    const member = await archives.admit('branch-b1');
    const secretary = await archives.secretary('branch-a1');
    for (const memberId of [member.id, '019a0000-0000-7000-8000-00000000ffff'])
      for (const rest of [
        { toOrganizationId: archives.node('branch-a2').id, reason: '调动' },
        {},
        { nosuch: 1 },
      ])
        expect((await secretary.post(transfers, { memberId, ...rest })).status).toBe(404);
  });

  test.each([
    [{ toOrganizationId: 'unit-a' }, 'toOrganizationId organization.not-a-home'],
    [{ toOrganizationId: 'branch-a1' }, 'toOrganizationId transfer.same-branch'],
    [{ toOrganizationId: undefined }, 'toOrganizationId required'],
    [{ reason: undefined }, 'reason invalid_type'],
    [{ reason: ' ' }, 'reason too_small'],
    [{ validDays: 91 }, 'validDays too_big'],
    [{ duesPaidThrough: '2026-13' }, 'duesPaidThrough invalid_format'],
    [{ toOutside: { name: '外单位' } }, 'toOutside superfluous'],
    [{ person: { name: '张三', stage: 'full' } }, 'person superfluous'],
    [{ nosuch: 1 }, 'nosuch unrecognized_keys'],
  ])('%j is refused', async (rest, error) => {
    const member = await archives.admit('branch-a1');
    const officer = await archives.approver('group');
    const to = 'toOrganizationId' in rest ? rest.toOrganizationId : 'branch-b1';
    const response = await officer.post(transfers, {
      memberId: member.id,
      reason: '调动',
      ...rest,
      ...(to === undefined ? {} : { toOrganizationId: archives.node(to).id }),
    });
    expect(response.status).toBe(400);
    expect((await problem(response)).errors?.map(({ field, code }) => `${field} ${code}`)).toEqual([error]);
  });

  test('nobody goes to a branch that has ended, or that ends while the letter is out', async () => {
    const transfer = await archives.apply('branch-a1', 'branch-a3');
    await archives.act(transfer, 'approve');
    await archives.owner`update organizations set status = 'dissolved' where id = ${archives.node('branch-a3').id}`;
    await archives.kit.reloadTree();
    try {
      const officer = await archives.approver('group');
      const late = await officer.post(`${transfers}/${transfer.id}/receive`);
      expect([late.status, (await problem(late)).code]).toEqual([409, 'archives.transfer-branch-ended']);
      const member = await archives.admit('branch-a1');
      const body = { memberId: member.id, toOrganizationId: archives.node('branch-a3').id, reason: '调动' };
      expect((await officer.post(transfers, body)).status).toBe(400);
    } finally {
      await archives.owner`update organizations set status = 'active' where id = ${archives.node('branch-a3').id}`;
      await archives.kit.reloadTree();
    }
  });

  test('only an active person is sent, and only one who is still active is received', async () => {
    const officer = await archives.approver('group');
    const lost = { state: 'out-of-contact', on: '2026-05-01' };
    const member = await archives.admit('branch-a1');
    await officer.post(at(member, '/state'), lost, { 'if-match': '"1"' });
    const body = { memberId: member.id, toOrganizationId: archives.node('branch-b1').id, reason: '调动' };
    expect((await problem(await officer.post(transfers, body))).code).toBe(
      'archives.transfer-person-not-active',
    );
    const transfer = await archives.apply('branch-a1', 'branch-b1');
    await archives.act(transfer, 'approve');
    await officer.post(at({ id: transfer.memberId }, '/state'), lost, { 'if-match': '"1"' });
    const late = await officer.post(`${transfers}/${transfer.id}/receive`);
    expect([late.status, (await problem(late)).code]).toEqual([409, 'archives.transfer-person-not-active']);
  });

  test('a transfer out of scope is as unknown as one that does not exist, whatever is sent', async () => {
    const transfer = await archives.apply('branch-a1', 'branch-a2');
    const stranger = await archives.approver('unit-b');
    for (const id of [transfer.id, '019a0000-0000-7000-8000-00000000ffff', 'nonsense']) {
      expect((await stranger.get(`${transfers}/${id}`)).status).toBe(404);
      for (const act of ['approve', 'reject', 'receive', 'cancel', 'resume', 'receipt'])
        for (const body of [undefined, { nosuch: 1 }, '{"half":'])
          expect((await stranger.post(`${transfers}/${id}/${act}`, body)).status).toBe(404);
    }
  });

  test('whoever holds no such permission at all is told so', async () => {
    const transfer = await archives.apply('branch-a1', 'branch-a2');
    const nobody = await archives.actor([
      { permissions: ['archives.member.read'], mode: 'subtree', nodes: ['group'] },
    ]);
    expect((await nobody.get(transfers)).status).toBe(403);
    expect((await nobody.get(`${transfers}/${transfer.id}`)).status).toBe(403);
    expect((await nobody.post(transfers, {})).status).toBe(403);
    for (const act of ['approve', 'reject', 'receive', 'cancel'])
      expect((await nobody.post(`${transfers}/${transfer.id}/${act}`)).status).toBe(403);
  });
});

describe('the person', () => {
  test('sees the own transfer wherever it goes, and can do nothing to it', async () => {
    const transfer = await archives.apply('branch-a1', 'branch-b1');
    const own = await archives.actor(
      [{ permissions: ['archives.transfer.read', 'archives.member.read'], mode: 'self' }],
      transfer.memberId,
    );
    await archives.act(transfer, 'approve');
    await archives.act(transfer, 'receive');
    expect(await transferOf(own.get(`${transfers}/${transfer.id}`))).toMatchObject({
      direction: 'within',
      abilities: ['print', 'open-member'],
    });
    const other = await archives.apply('branch-a1', 'branch-b1');
    expect((await own.get(`${transfers}/${other.id}`)).status).toBe(404);
    expect(await transferOf(own.get(transfers))).toMatchObject({
      total: 1,
      items: [{ id: transfer.id }],
    });
  });
});
