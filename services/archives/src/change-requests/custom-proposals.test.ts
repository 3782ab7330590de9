import { duringTests } from '@banyan/test-kit/during-tests';
import type { TestActor } from '@banyan/test-kit/service';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CustomValue } from '../fields/custom-field.ts';
import { at, match, problem } from '../testing/archives-under-test.ts';
import { accept, changeRequests, createChangeRequests } from '../testing/change-requests-under-test.ts';
import { fieldsOf, fieldsPath, shifts } from '../testing/fields-under-test.ts';
import type { ChangeRequestItem, ChangeRequestView } from './change-request-views.ts';

const archives = duringTests(createChangeRequests);
const fields = fieldsOf(archives);

const propose = (actor: TestActor, memberId: string, changes: object) =>
  actor.post(changeRequests, { memberId, changes });
const move = (id: string, node: string) =>
  archives.owner`update members set organization_id = ${archives.node(node).id} where id = ${id}`;

describe('a value of a custom field', () => {
  test('is proposed by its person, decided apart from the others, and in the record with its request', async () => {
    const shift = await fields.make('unit-a', { kind: 'one-of', options: shifts });
    const hours = await fields.make('branch-a1', { kind: 'number', unit: '小时' });
    const member = await archives.admit('branch-a1', { custom: { [shift.key]: 'day' } });
    const request = await archives.proposed(await archives.personAs(member.id), member.id, {
      custom: { [hours.key]: 8, [shift.key]: 'night' },
      post: '班长',
    });
    expect(request.fields.map(({ field, from, to, current }) => [field, from, to, current])).toEqual([
      ['post', null, '班长', null],
      [`custom.${hours.key}`, null, 8, null],
      [`custom.${shift.key}`, 'day', 'night', 'day'],
    ]);
    const secretary = await archives.secretaryOf('branch-a1');
    await archives.facts();
    const declined = { field: `custom.${hours.key}`, decision: 'decline', reason: '未核定' };
    const response = await archives.decide(secretary, request.id, [accept(`custom.${shift.key}`), declined]);
    expect(await response.json()).toMatchObject({ state: 'open', memberVersion: 2 });
    const facts = await archives.facts();
    expect(facts[0]?.data).toMatchObject({ fields: [`custom.${shift.key}`] });
    expect(await (await secretary.get(at(member))).json()).toMatchObject({
      custom: { [shift.key]: 'night' },
      post: null,
    });
    const { items } = (await (await secretary.get(at(member, '/history'))).json()) as {
      items: { changeRequestId: string | null; fields: unknown }[];
    };
    expect(items[0]).toMatchObject({
      changeRequestId: request.id,
      fields: [{ field: `custom.${shift.key}`, from: 'day', to: 'night' }],
    });
    const list = (await (await secretary.get(`${changeRequests}?memberId=${member.id}`)).json()) as {
      items: ChangeRequestItem[];
    };
    expect(list.items[0]?.fields).toEqual([
      { field: 'post', decision: null },
      { field: `custom.${hours.key}`, decision: 'decline' },
      { field: `custom.${shift.key}`, decision: 'accept' },
    ]);
  });

  test('that changed meanwhile is shown, and accepted only by whoever has seen it', async () => {
    const { key } = await fields.make('unit-a', { kind: 'several-of', options: shifts });
    const member = await archives.admit('branch-a1', { custom: { [key]: ['day'] } });
    const request = await archives.proposed(await archives.personAs(member.id), member.id, {
      custom: { [key]: null },
    });
    const secretary = await archives.secretaryOf('branch-a1');
    await secretary.patch(at(member), { custom: { [key]: ['night', 'day'] } }, match(1));
    const refused = await archives.decide(secretary, request.id, [accept(`custom.${key}`)]);
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({
      code: 'archives.change-request-conflict',
      errors: [{ field: `custom.${key}`, code: 'conflicting' }],
      current: { fields: [{ from: ['day'], to: null, current: ['day', 'night'], isConflicting: true }] },
    });
    const seen = await archives.decide(secretary, request.id, [accept(`custom.${key}`)], {
      memberVersion: 2,
    });
    expect(await seen.json()).toMatchObject({ state: 'decided', fields: [{ current: null }] });
  });

  test('is refused at its field when it is wrong, the same, retired or of elsewhere', async () => {
    const number = await fields.make('unit-a', { kind: 'number', minimum: 1 });
    const retired = await fields.make('unit-a');
    const elsewhere = await fields.make('unit-b');
    await (await fields.settler('unit-a')).post(`${fieldsPath}/${retired.id}/archive`);
    const member = await archives.admit('branch-a1', { custom: { [number.key]: 3 } });
    const person = await archives.personAs(member.id);
    const custom = { [number.key]: 0, [retired.key]: 'x', [elsewhere.key]: 'x' };
    const refused = await propose(person, member.id, { bornOn: '2030-01-01', custom });
    expect((await problem(refused)).errors?.map(({ field, code }) => `${field} ${code}`)).toEqual([
      'changes.bornOn date.future',
      `changes.custom.${number.key} too_small`,
      `changes.custom.${retired.key} custom.unknown`,
      `changes.custom.${elsewhere.key} custom.unknown`,
    ]);
    const same = await propose(person, member.id, { custom: { [number.key]: 3 } });
    expect((await problem(same)).code).toBe('archives.change-request-empty');
  });

  test('whose choice was retired since is refused when it is accepted, and nothing is half done', async () => {
    const made = await fields.make('unit-a', { kind: 'one-of', options: shifts });
    const member = await archives.admit('branch-a1');
    const request = await archives.proposed(await archives.personAs(member.id), member.id, {
      custom: { [made.key]: 'night' },
      post: '班长',
    });
    await (
      await fields.settler('unit-a')
    ).patch(`${fieldsPath}/${made.id}`, { options: [shifts[0]] }, match(1));
    const secretary = await archives.secretaryOf('branch-a1');
    const refused = await archives.decide(secretary, request.id, [
      accept('post'),
      accept(`custom.${made.key}`),
    ]);
    expect(await refused.json()).toMatchObject({
      status: 400,
      errors: [{ field: `custom.${made.key}`, code: 'invalid_value' }],
    });
    expect(await (await secretary.get(at(member))).json()).toMatchObject({ version: 1, post: null });
  });

  test('of a field that the person left behind shows neither name nor value, and can only be declined', async () => {
    const [one, other] = [await fields.make('unit-a'), await fields.make('unit-a')];
    const member = await archives.admit('branch-a1');
    const request = await archives.proposed(await archives.personAs(member.id), member.id, {
      custom: { [one.key]: '只在甲单位', [other.key]: '也只在甲单位' },
    });
    await move(member.id, 'branch-b1');
    const there = await archives.secretaryOf('branch-b1');
    const texts = [
      await (await there.get(`${changeRequests}/${request.id}`)).text(),
      await (await there.get(`${changeRequests}?memberId=${member.id}`)).text(),
    ];
    for (const text of texts) {
      expect(text).toContain('"field":"custom"');
      for (const hidden of [one.key, other.key, '甲单位']) expect(text).not.toContain(hidden);
    }
    const accepted = await archives.decide(there, request.id, [accept('custom')]);
    expect((await problem(accepted)).errors).toMatchObject([
      { field: 'fields.0.decision', code: 'custom.unknown' },
    ]);
    const named = await archives.decide(there, request.id, [accept(`custom.${one.key}`)]);
    expect((await problem(named)).errors).toMatchObject([{ code: 'not-proposed' }]);
    const declined = await archives.decide(there, request.id, [
      { field: 'custom', decision: 'decline', reason: '已转出' },
    ]);
    expect(await declined.json()).toMatchObject({ state: 'decided', fields: [] });
    await move(member.id, 'branch-a1');
    const back = (await (
      await (await archives.secretaryOf('branch-a1')).get(`${changeRequests}/${request.id}`)
    ).json()) as ChangeRequestView;
    expect(back.fields.map(({ decision, reason }) => [decision, reason])).toEqual([
      ['decline', '已转出'],
      ['decline', '已转出'],
    ]);
  });

  test('is after acceptance what was proposed, whatever its kind', async () => {
    const kinds: Record<string, [Record<string, unknown>, fc.Arbitrary<CustomValue>]> = {
      text: [{ kind: 'text' }, fc.stringMatching(/^[a-z一-龥]{1,12}$/)],
      number: [{ kind: 'number' }, fc.integer({ min: -1e6, max: 1e6 })],
      date: [{ kind: 'date' }, fc.constantFrom('2024-02-29', '1999-12-31')],
      'yes-no': [{ kind: 'yes-no' }, fc.boolean()],
      'several-of': [
        { kind: 'several-of', options: shifts },
        fc.constantFrom(['day'], ['day', 'night'], ['night']),
      ],
    };
    const made = await Promise.all(
      Object.values(kinds).map(async ([definition, values]) => ({
        key: (await fields.make('branch-a2', definition)).key,
        values,
      })),
    );
    const secretary = await archives.secretaryOf('branch-a2');
    const values = fc.record(Object.fromEntries(made.map((one) => [one.key, one.values])), {
      requiredKeys: [],
    });
    await fc.assert(
      fc.asyncProperty(values, async (custom) => {
        fc.pre(Object.keys(custom).length > 0);
        const member = await archives.admit('branch-a2');
        const request = await archives.proposed(secretary, member.id, { custom });
        const accepted = request.fields.map(({ field }) => accept(field));
        expect((await archives.decide(secretary, request.id, accepted)).status).toBe(200);
        expect(await (await secretary.get(at(member))).json()).toMatchObject({ custom });
      }),
      { numRuns: 15 },
    );
  });
});
