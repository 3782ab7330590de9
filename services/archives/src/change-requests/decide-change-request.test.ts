import { duringTests } from '@banyan/test-kit/during-tests';
import { describe, expect, test } from 'vitest';
import { at, idNumber, match, problem } from '../testing/archives-under-test.ts';
import { accept, changeRequests, createChangeRequests } from '../testing/change-requests-under-test.ts';
import type { ChangeRequestView } from './change-request-views.ts';

const archives = duringTests(createChangeRequests);

describe('deciding', () => {
  test('what is accepted is in the record, what is declined is not, and the history says which request', async () => {
    const member = await archives.admit('branch-a1', { phone: '13800138000', post: '采油工' });
    const request = await archives.proposed(await archives.personAs(member.id), member.id, {
      phone: '13912345678',
      post: '班长',
      school: '石油大学',
    });
    const secretary = await archives.secretaryOf('branch-a1');
    await archives.facts();
    const response = await archives.decide(secretary, request.id, [
      accept('phone'),
      { field: 'post', decision: 'decline', reason: '尚未任命' },
    ]);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      state: 'open',
      version: 2,
      memberVersion: 2,
      fields: [
        { field: 'school', decision: null },
        { field: 'post', decision: 'decline', reason: '尚未任命', current: '采油工' },
        { field: 'phone', decision: 'accept', decidedBy: { id: secretary.accountId } },
      ],
    });
    const facts = await archives.facts();
    expect(facts.map(({ type, data }) => [type, data['action'] ?? data['fields']])).toEqual([
      ['archives.member.updated', ['phone']],
      ['archives.change-request.decided', ['phone', 'post']],
      ['archives.audit.recorded', 'archives.member.update'],
      ['archives.audit.recorded', 'archives.change-request.decide'],
    ]);
    const history = (await (await secretary.get(at(member, '/history'))).json()) as {
      items: { changeRequestId: string | null; fields: unknown[] }[];
    };
    expect(history.items[0]).toMatchObject({
      changeRequestId: request.id,
      fields: [{ field: 'phone', from: '138****8000', to: '139****5678' }],
    });
    const rest = await archives.decide(secretary, request.id, [accept('school')]);
    expect(await rest.json()).toMatchObject({ state: 'decided', abilities: ['unmask'] });
    expect(await (await secretary.get(at(member))).json()).toMatchObject({
      post: '采油工',
      phone: '139****5678',
      school: '石油大学',
      version: 3,
    });
    const late = await archives.decide(secretary, request.id, [accept('post')]);
    expect([late.status, (await problem(late)).code]).toEqual([409, 'archives.change-request-closed']);
  });

  test('a field that changed meanwhile is shown, and accepted only by whoever has seen it', async () => {
    const member = await archives.admit('branch-a1', { phone: '13800138000' });
    const request = await archives.proposed(await archives.personAs(member.id), member.id, {
      phone: '13912345678',
    });
    const secretary = await archives.secretaryOf('branch-a1');
    await secretary.patch(at(member), { phone: '13700137000' }, match(1));
    const seen = (await (await secretary.get(`${changeRequests}/${request.id}`)).json()) as ChangeRequestView;
    expect(seen).toMatchObject({
      memberVersion: 2,
      fields: [{ from: '138****8000', current: '137****7000', isConflicting: true }],
    });
    const refused = await archives.decide(secretary, request.id, [accept('phone')]);
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({
      code: 'archives.change-request-conflict',
      errors: [{ field: 'phone', code: 'conflicting' }],
      current: { id: request.id, memberVersion: 2 },
    });
    const known = await archives.decide(secretary, request.id, [accept('phone')], { memberVersion: 2 });
    expect(await known.json()).toMatchObject({ state: 'decided', fields: [{ current: '139****5678' }] });
  });

  test('nobody decides for the own record, not even a secretary of the branch', async () => {
    const member = await archives.admit('branch-a1');
    const secretary = await archives.secretaryOf('branch-a1', member.id);
    const request = await archives.proposed(secretary, member.id, { post: '书记' });
    expect(request.abilities).toEqual(['withdraw', 'unmask']);
    const refused = await archives.decide(secretary, request.id, [accept('post')]);
    expect([refused.status, (await problem(refused)).code]).toEqual([
      403,
      'archives.change-request-own-record',
    ]);
    expect(
      (await archives.decide(await archives.secretaryOf('branch-a1'), request.id, [accept('post')])).status,
    ).toBe(200);
  });

  test.each([
    [[{ field: 'post', decision: 'decline' }], ['fields.0.reason required']],
    [[accept('school')], ['fields.0.field not-proposed']],
    [[accept('post'), accept('post')], ['fields.1.field repeated']],
    [[accept('nosuch')], ['fields.0.field invalid_value']],
    [[], ['fields too_small']],
  ])('%j is refused and the field is named', async (fields, errors) => {
    const member = await archives.admit('branch-a1');
    const request = await archives.proposed(await archives.personAs(member.id), member.id, { post: '班长' });
    const response = await archives.decide(await archives.secretaryOf('branch-a1'), request.id, fields);
    expect(response.status).toBe(400);
    expect((await problem(response)).errors?.map(({ field, code }) => `${field} ${code}`)).toEqual(errors);
  });

  test('a value that has become impossible, or a number that is taken, leaves everything as it was', async () => {
    const member = await archives.admit('branch-a1', { appliedOn: '2001-01-01' });
    const number = idNumber('1980-05-06', 301);
    const person = await archives.personAs(member.id);
    const request = await archives.proposed(person, member.id, {
      activistOn: '2002-01-01',
      idNumber: number,
      post: '班长',
    });
    await archives.admit('branch-b1', { idNumber: number });
    const secretary = await archives.secretaryOf('branch-a1');
    await secretary.patch(at(member), { appliedOn: '2003-01-01' }, match(1));
    const order = await archives.decide(secretary, request.id, [accept('activistOn'), accept('post')]);
    expect(await order.json()).toMatchObject({
      status: 400,
      errors: [{ field: 'activistOn', code: 'date.order' }],
    });
    const twin = await archives.decide(secretary, request.id, [accept('idNumber'), accept('post')]);
    expect([twin.status, (await problem(twin)).code]).toEqual([409, 'archives.id-number-taken']);
    expect(await (await secretary.get(`${changeRequests}/${request.id}`)).json()).toMatchObject({
      state: 'open',
      version: 1,
      fields: [{ decision: null }, { decision: null }, { decision: null }],
    });
  });

  test('of two decisions at the same instant one is told that it came late', async () => {
    const member = await archives.admit('branch-a1');
    const request = await archives.proposed(await archives.personAs(member.id), member.id, { post: '班长' });
    const secretary = await archives.secretaryOf('branch-a1');
    const answers = await Promise.all(
      [1, 2, 3].map(() => archives.decide(secretary, request.id, [accept('post')])),
    );
    expect(answers.map(({ status }) => String(status)).toSorted()).toEqual(['200', '409', '409']);
    const [row] = await archives.owner`select version from members where id = ${member.id}`;
    expect(Number(row?.['version'])).toBe(2);
  });
});
