import { duringTests } from '@banyan/test-kit/during-tests';
import { describe, expect, test } from 'vitest';
import { problem } from '../testing/archives-under-test.ts';
import { changeRequests, createChangeRequests } from '../testing/change-requests-under-test.ts';
import type { ChangeRequestView } from './change-request-views.ts';

const archives = duringTests(createChangeRequests);

describe('proposing', () => {
  test('a member proposes a phone number for the own record: sealed at rest, masked in answers', async () => {
    const member = await archives.admit('branch-a1', { phone: '13800138000' });
    const person = await archives.personAs(member.id);
    await archives.facts();
    const response = await person.post(changeRequests, {
      memberId: member.id,
      changes: { phone: '13912345678', post: '班长' },
      reason: '换了号码',
    });
    expect(response.status).toBe(201);
    const request = (await response.json()) as ChangeRequestView;
    expect(response.headers.get('location')).toBe(`${changeRequests}/${request.id}`);
    expect(request).toMatchObject({
      memberId: member.id,
      memberName: '李文博',
      state: 'open',
      reason: '换了号码',
      proposer: { id: person.accountId, name: '李文博' },
      abilities: ['withdraw'],
      fields: [
        { field: 'post', from: null, to: '班长', current: null, isConflicting: false, decision: null },
        { field: 'phone', from: '138****8000', to: '139****5678', current: '138****8000' },
      ],
    });
    const rows = await archives.owner`select * from change_request_fields where request_id = ${request.id}`;
    expect(JSON.stringify(rows)).not.toContain('13912345678');
    const facts = await archives.facts();
    expect(facts.map(({ type }) => type)).toEqual([
      'archives.change-request.proposed',
      'archives.audit.recorded',
    ]);
    expect(JSON.stringify(facts)).not.toMatch(/139\*|13912345678/);
    expect(facts[1]?.data).toMatchObject({
      action: 'archives.change-request.create',
      subjectId: request.id,
      fields: ['post', 'phone'],
    });
    const [row] = await archives.owner`select version from members where id = ${member.id}`;
    expect(Number(row?.['version'])).toBe(1);
  });

  test.each([
    [{ phone: 'call me' }, ['changes.phone invalid_format']],
    [{ joinedOn: '2026-11-24' }, ['changes.joinedOn date.future']],
    [{ verifiedOn: '2026-11-23' }, ['changes.verifiedOn unrecognized_keys']],
    [{ stage: 'full' }, ['changes.stage unrecognized_keys']],
    [{ idNumber: '110105194912310021' }, ['changes.idNumber id-number.check-character']],
    [{ name: '李文博' }, ['changes unchanged']],
    [{}, ['changes unchanged']],
    [null, ['changes invalid_type']],
  ])('%j is refused and the field is named', async (changes, errors) => {
    const member = await archives.admit('branch-a1');
    const response = await (
      await archives.personAs(member.id)
    ).post(changeRequests, { memberId: member.id, changes });
    expect(response.status).toBe(400);
    expect((await problem(response)).errors?.map(({ field, code }) => `${field} ${code}`)).toEqual(errors);
  });

  test('for somebody else it is the same 404 as for nobody, whatever the changes', async () => {
    const [mine, other] = [await archives.admit('branch-a1'), await archives.admit('branch-a1')];
    const person = await archives.personAs(mine.id);
    const bytes = async (memberId: string, changes: unknown) => {
      const response = await person.post(
        changeRequests,
        { memberId, changes },
        { 'x-request-id': '00000000-0000-7000-8000-000000000000' },
      );
      return `${response.status} ${await response.text()}`;
    };
    const unknown = await bytes('019a0000-0000-7000-8000-00000000ffff', { post: '班长' });
    expect(unknown.startsWith('404 ')).toBe(true);
    expect(await bytes(other.id, { post: '班长' })).toBe(unknown);
    expect(await bytes(other.id, { nosuch: 1 })).toBe(unknown);
  });

  test('a repeated request proposes once, and ten that wait are enough', async () => {
    const member = await archives.admit('branch-a1');
    const person = await archives.personAs(member.id);
    const send = (post: string, key: string) =>
      person.post(changeRequests, { memberId: member.id, changes: { post } }, { 'idempotency-key': key });
    const [first, again] = [await send('0', 'one'), await send('0', 'one')];
    expect(await again.json()).toEqual(await first.json());
    for (let index = 1; index < 10; index += 1)
      expect((await send(String(index), `k${index}`)).status).toBe(201);
    const refused = await send('10', 'last');
    expect([refused.status, (await problem(refused)).code]).toEqual([409, 'archives.change-request-many']);
  });
});
