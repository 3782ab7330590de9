import { duringTests } from '@banyan/test-kit/during-tests';
import type { TestActor } from '@banyan/test-kit/service';
import { describe, expect, test } from 'vitest';
import { at, createArchives, everything, idNumber, match, problem } from '../testing/archives-under-test.ts';
import type { ChangeRequestItem, ChangeRequestView } from './change-request-views.ts';

const path = '/api/archives/change-requests';
const own = ['archives.member.read', 'archives.change-request.read', 'archives.change-request.create'];
const all = [
  ...everything,
  'archives.change-request.read',
  'archives.change-request.create',
  'archives.change-request.approve',
];

const archives = duringTests(createArchives);

const secretaryOf = (node: string, personId: string | null = null): Promise<TestActor> =>
  archives.actor([{ permissions: all, mode: 'node', nodes: [node] }], personId);
const personAs = (personId: string): Promise<TestActor> =>
  archives.actor([{ permissions: own, mode: 'self' }], personId);

async function proposed(actor: TestActor, memberId: string, changes: object, reason: string | null = null) {
  const response = await actor.post(path, { memberId, changes, reason });
  if (response.status !== 201) throw new Error(await response.text());
  return (await response.json()) as ChangeRequestView;
}
const decide = (actor: TestActor, id: string, fields: object[], more: object = {}) =>
  actor.post(`${path}/${id}/decide`, { fields, ...more });
const accept = (field: string) => ({ field, decision: 'accept' });

describe('proposing', () => {
  test('a member proposes a phone number for the own record: sealed at rest, masked in answers', async () => {
    const member = await archives.admit('branch-a1', { phone: '13800138000' });
    const person = await personAs(member.id);
    await archives.facts();
    const response = await person.post(path, {
      memberId: member.id,
      changes: { phone: '13912345678', post: '班长' },
      reason: '换了号码',
    });
    expect(response.status).toBe(201);
    const request = (await response.json()) as ChangeRequestView;
    expect(response.headers.get('location')).toBe(`${path}/${request.id}`);
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
    expect(JSON.stringify(facts)).not.toContain('139');
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
    const response = await (await personAs(member.id)).post(path, { memberId: member.id, changes });
    expect(response.status).toBe(400);
    expect((await problem(response)).errors?.map(({ field, code }) => `${field} ${code}`)).toEqual(errors);
  });

  test('for somebody else it is the same 404 as for nobody, whatever the changes', async () => {
    const [mine, other] = [await archives.admit('branch-a1'), await archives.admit('branch-a1')];
    const person = await personAs(mine.id);
    const bytes = async (memberId: string, changes: unknown) => {
      const response = await person.post(path, { memberId, changes }, { 'x-request-id': 'r' });
      return `${response.status} ${await response.text()}`;
    };
    const unknown = await bytes('019a0000-0000-7000-8000-00000000ffff', { post: '班长' });
    expect(unknown.startsWith('404 ')).toBe(true);
    expect(await bytes(other.id, { post: '班长' })).toBe(unknown);
    expect(await bytes(other.id, { nosuch: 1 })).toBe(unknown);
  });

  test('a repeated request proposes once, and ten that wait are enough', async () => {
    const member = await archives.admit('branch-a1');
    const person = await personAs(member.id);
    const send = (post: string, key: string) =>
      person.post(path, { memberId: member.id, changes: { post } }, { 'idempotency-key': key });
    const [first, again] = [await send('0', 'one'), await send('0', 'one')];
    expect(await again.json()).toEqual(await first.json());
    for (let index = 1; index < 10; index += 1)
      expect((await send(String(index), `k${index}`)).status).toBe(201);
    const refused = await send('10', 'last');
    expect([refused.status, (await problem(refused)).code]).toEqual([409, 'archives.change-request-many']);
  });
});

describe('deciding', () => {
  test('what is accepted is in the record, what is declined is not, and the history says which request', async () => {
    const member = await archives.admit('branch-a1', { phone: '13800138000', post: '采油工' });
    const request = await proposed(await personAs(member.id), member.id, {
      phone: '13912345678',
      post: '班长',
      school: '石油大学',
    });
    const secretary = await secretaryOf('branch-a1');
    await archives.facts();
    const response = await decide(secretary, request.id, [
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
    const rest = await decide(secretary, request.id, [accept('school')]);
    expect(await rest.json()).toMatchObject({ state: 'decided', abilities: ['unmask'] });
    expect(await (await secretary.get(at(member))).json()).toMatchObject({
      post: '采油工',
      phone: '139****5678',
      school: '石油大学',
      version: 3,
    });
    const late = await decide(secretary, request.id, [accept('post')]);
    expect([late.status, (await problem(late)).code]).toEqual([409, 'archives.change-request-closed']);
  });

  test('a field that changed meanwhile is shown, and accepted only by whoever has seen it', async () => {
    const member = await archives.admit('branch-a1', { phone: '13800138000' });
    const request = await proposed(await personAs(member.id), member.id, { phone: '13912345678' });
    const secretary = await secretaryOf('branch-a1');
    await secretary.patch(at(member), { phone: '13700137000' }, match(1));
    const seen = (await (await secretary.get(`${path}/${request.id}`)).json()) as ChangeRequestView;
    expect(seen).toMatchObject({
      memberVersion: 2,
      fields: [{ from: '138****8000', current: '137****7000', isConflicting: true }],
    });
    const refused = await decide(secretary, request.id, [accept('phone')]);
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({
      code: 'archives.change-request-conflict',
      errors: [{ field: 'phone', code: 'conflicting' }],
      current: { id: request.id, memberVersion: 2 },
    });
    const known = await decide(secretary, request.id, [accept('phone')], { memberVersion: 2 });
    expect(await known.json()).toMatchObject({ state: 'decided', fields: [{ current: '139****5678' }] });
  });

  test('nobody decides for the own record, not even a secretary of the branch', async () => {
    const member = await archives.admit('branch-a1');
    const secretary = await secretaryOf('branch-a1', member.id);
    const request = await proposed(secretary, member.id, { post: '书记' });
    expect(request.abilities).toEqual(['withdraw', 'unmask']);
    const refused = await decide(secretary, request.id, [accept('post')]);
    expect([refused.status, (await problem(refused)).code]).toEqual([
      403,
      'archives.change-request-own-record',
    ]);
    expect((await decide(await secretaryOf('branch-a1'), request.id, [accept('post')])).status).toBe(200);
  });

  test.each([
    [[{ field: 'post', decision: 'decline' }], ['fields.0.reason required']],
    [[accept('school')], ['fields.0.field not-proposed']],
    [[accept('post'), accept('post')], ['fields.1.field repeated']],
    [[accept('nosuch')], ['fields.0.field invalid_value']],
    [[], ['fields too_small']],
  ])('%j is refused and the field is named', async (fields, errors) => {
    const member = await archives.admit('branch-a1');
    const request = await proposed(await personAs(member.id), member.id, { post: '班长' });
    const response = await decide(await secretaryOf('branch-a1'), request.id, fields);
    expect(response.status).toBe(400);
    expect((await problem(response)).errors?.map(({ field, code }) => `${field} ${code}`)).toEqual(errors);
  });

  test('a value that has become impossible, or a number that is taken, leaves everything as it was', async () => {
    const member = await archives.admit('branch-a1', { appliedOn: '2001-01-01' });
    const number = idNumber('1980-05-06', 301);
    const person = await personAs(member.id);
    const request = await proposed(person, member.id, {
      activistOn: '2002-01-01',
      idNumber: number,
      post: '班长',
    });
    await archives.admit('branch-b1', { idNumber: number });
    const secretary = await secretaryOf('branch-a1');
    await secretary.patch(at(member), { appliedOn: '2003-01-01' }, match(1));
    const order = await decide(secretary, request.id, [accept('activistOn'), accept('post')]);
    expect(await order.json()).toMatchObject({
      status: 400,
      errors: [{ field: 'activistOn', code: 'date.order' }],
    });
    const twin = await decide(secretary, request.id, [accept('idNumber'), accept('post')]);
    expect([twin.status, (await problem(twin)).code]).toEqual([409, 'archives.id-number-taken']);
    expect(await (await secretary.get(`${path}/${request.id}`)).json()).toMatchObject({
      state: 'open',
      version: 1,
      fields: [{ decision: null }, { decision: null }, { decision: null }],
    });
  });

  test('of two decisions at the same instant one is told that it came late', async () => {
    const member = await archives.admit('branch-a1');
    const request = await proposed(await personAs(member.id), member.id, { post: '班长' });
    const secretary = await secretaryOf('branch-a1');
    const answers = await Promise.all([1, 2, 3].map(() => decide(secretary, request.id, [accept('post')])));
    expect(answers.map(({ status }) => String(status)).toSorted()).toEqual(['200', '409', '409']);
    const [row] = await archives.owner`select version from members where id = ${member.id}`;
    expect(Number(row?.['version'])).toBe(2);
  });
});

describe('withdrawing and unmasking', () => {
  test('the proposer withdraws what waits, nobody else does, and once', async () => {
    const member = await archives.admit('branch-a1');
    const person = await personAs(member.id);
    const request = await proposed(person, member.id, { post: '班长' });
    const other = await (await secretaryOf('branch-a1')).post(`${path}/${request.id}/withdraw`);
    expect([other.status, (await problem(other)).code]).toEqual([
      403,
      'archives.change-request-not-proposer',
    ]);
    const mine = await person.post(`${path}/${request.id}/withdraw`);
    expect(await mine.json()).toMatchObject({ state: 'withdrawn', abilities: [] });
    expect((await person.post(`${path}/${request.id}/withdraw`)).status).toBe(409);
    expect((await decide(await secretaryOf('branch-a1'), request.id, [accept('post')])).status).toBe(409);
  });

  test('plain values are shown for a reason, which the audit trail has', async () => {
    const member = await archives.admit('branch-a1', { phone: '13800138000' });
    const person = await personAs(member.id);
    const request = await proposed(person, member.id, { phone: '13912345678' });
    expect((await person.post(`${path}/${request.id}/unmask`, {})).status).toBe(403);
    const secretary = await secretaryOf('branch-a1');
    expect((await secretary.post(`${path}/${request.id}/unmask`, { fields: ['phone'] })).status).toBe(400);
    await archives.facts();
    const response = await secretary.post(`${path}/${request.id}/unmask`, {
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

describe('who sees a request', () => {
  const ids = async (actor: TestActor, query = '') => {
    const response = await actor.get(`${path}${query}`);
    const { items, total } = (await response.json()) as { items: ChangeRequestItem[]; total: number };
    expect(total).toBe(items.length);
    return items.map(({ id }) => id);
  };

  test('lists hold what the scope holds: all, mine, to decide', async () => {
    const [one, other] = [await archives.admit('branch-a3'), await archives.admit('branch-b1')];
    const person = await personAs(one.id);
    const asked = await proposed(person, one.id, { post: '班长' });
    const secretary = await secretaryOf('branch-a3');
    const second = await proposed(secretary, one.id, { school: '石油大学' });
    const outside = await proposed(await personAs(other.id), other.id, { post: '班长' });
    expect(await ids(person)).toEqual([second.id, asked.id]);
    expect(await ids(person, '?box=mine')).toEqual([asked.id]);
    expect(await ids(secretary)).toEqual([second.id, asked.id]);
    expect(await ids(secretary, '?box=to-decide&sort=proposedAt')).toEqual([asked.id, second.id]);
    expect(await ids(secretary, '?pageSize=100&state=decided')).toEqual([]);
    expect((await person.get(`${path}?box=to-decide`)).status).toBe(403);
    expect((await secretary.get(`${path}/${outside.id}`)).status).toBe(404);
    expect((await decide(secretary, outside.id, [accept('post')])).status).toBe(404);
    const own = await secretaryOf('branch-a3', one.id);
    expect(await ids(own, '?box=to-decide')).toEqual([]);
  });

  test('a request goes with the person to another branch', async () => {
    const member = await archives.admit('branch-a1');
    const request = await proposed(await personAs(member.id), member.id, { post: '班长' });
    const [before, after] = [await secretaryOf('branch-a1'), await secretaryOf('branch-b1')];
    await archives.owner`
      update members set organization_id = ${archives.node('branch-b1').id} where id = ${member.id}`;
    expect((await before.get(`${path}/${request.id}`)).status).toBe(404);
    expect((await decide(before, request.id, [accept('post')])).status).toBe(404);
    expect(await ids(after)).toContain(request.id);
    expect((await decide(after, request.id, [accept('post')])).status).toBe(200);
  });
});
