import { duringTests } from '@banyan/test-kit/during-tests';
import { describe, expect, test } from 'vitest';
import { problem } from '../testing/archives-under-test.ts';
import { accept, changeRequests, createChangeRequests } from '../testing/change-requests-under-test.ts';

const archives = duringTests(createChangeRequests);

describe('withdrawing and unmasking', () => {
  test('the proposer withdraws what waits, nobody else does, and once', async () => {
    const member = await archives.admit('branch-a1');
    const person = await archives.personAs(member.id);
    const request = await archives.proposed(person, member.id, { post: '班长' });
    const other = await (
      await archives.secretaryOf('branch-a1')
    ).post(`${changeRequests}/${request.id}/withdraw`);
    expect([other.status, (await problem(other)).code]).toEqual([
      403,
      'archives.change-request-not-proposer',
    ]);
    const mine = await person.post(`${changeRequests}/${request.id}/withdraw`);
    expect(await mine.json()).toMatchObject({ state: 'withdrawn', abilities: [] });
    expect((await person.post(`${changeRequests}/${request.id}/withdraw`)).status).toBe(409);
    expect(
      (await archives.decide(await archives.secretaryOf('branch-a1'), request.id, [accept('post')])).status,
    ).toBe(409);
  });

  test('plain values are shown for a reason, which the audit trail has', async () => {
    const member = await archives.admit('branch-a1', { phone: '13800138000' });
    const person = await archives.personAs(member.id);
    const request = await archives.proposed(person, member.id, { phone: '13912345678' });
    expect((await person.post(`${changeRequests}/${request.id}/unmask`, {})).status).toBe(403);
    const secretary = await archives.secretaryOf('branch-a1');
    expect(
      (await secretary.post(`${changeRequests}/${request.id}/unmask`, { fields: ['phone'] })).status,
    ).toBe(400);
    await archives.facts();
    const response = await secretary.post(`${changeRequests}/${request.id}/unmask`, {
      fields: ['phone', 'address'],
      reason: '核对',
    });
    expect(await response.json()).toEqual({ phone: { from: '13800138000', to: '13912345678' } });
    const facts = await archives.facts();
    expect(facts[0]?.data).toMatchObject({
      action: 'archives.change-request.unmask',
      fields: ['phone'],
      reason: '核对',
    });
  });
});
