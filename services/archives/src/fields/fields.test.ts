import type { TestActor } from '@banyan/test-kit/service';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type ArchivesUnderTest,
  at,
  createArchives,
  match,
  problem,
} from '../../test/archives-under-test.ts';
import type { MemberView } from '../members/member-views.ts';
import type { FieldView } from './field-views.ts';

const path = '/api/archives/fields';
const permissions = [
  'archives.member.read',
  'archives.member.create',
  'archives.member.update',
  'archives.setting.update',
];
let archives: ArchivesUnderTest;
let serial = 0;
beforeAll(async () => {
  archives = await createArchives();
});
afterAll(() => archives.close());

const settler = (node: string): Promise<TestActor> =>
  archives.actor([{ permissions, mode: 'subtree', nodes: [node] }]);

async function field(node: string, values: Record<string, unknown> = {}): Promise<FieldView> {
  serial += 1;
  const body = {
    organizationId: archives.node(node).id,
    key: `field-${serial}`,
    labelZh: `字段${serial}`,
    kind: 'text',
    ...values,
  };
  const response = await (await settler(node)).post(path, body);
  if (response.status !== 201) throw new Error(await response.text());
  return (await response.json()) as FieldView;
}

async function keysSeen(who: TestActor, query: string): Promise<string[]> {
  const { items } = (await (await who.get(`${path}${query}`)).json()) as { items: FieldView[] };
  return items.map(({ key }) => key);
}

const shifts = [
  { value: 'day', labelZh: '白班' },
  { value: 'night', labelZh: '夜班' },
];

describe('a field', () => {
  test('is inherited by all below, from the top down, and invisible sideways', async () => {
    const ofUnit = await field('unit-a');
    const ofGroup = await field('group');
    const ofBranch = await field('branch-a1');
    const beside = await field('unit-b');
    const at = (node: string) => `?organizationId=${archives.node(node).id}`;
    const secretary = await settler('branch-a1');
    const may = async (node: string) =>
      (await (await settler('unit-a')).get(`${path}${at(node)}`)).json() as Promise<{ abilities: string[] }>;
    expect((await may('branch-a1')).abilities).toEqual(['create', 'order']);
    const keys = await keysSeen(secretary, at('branch-a1'));
    expect(keys).toEqual([ofGroup.key, ofUnit.key, ofBranch.key]);
    expect(await keysSeen(secretary, '')).toEqual(keys);
    expect((await secretary.get(`${path}${at('branch-b1')}`)).status).toBe(404);
    expect(await keysSeen(await settler('unit-a'), at('branch-a2'))).toEqual([ofGroup.key, ofUnit.key]);
    const whole = await keysSeen(await settler('group'), '');
    expect(whole).toEqual(expect.arrayContaining([ofGroup.key, ofUnit.key, ofBranch.key, beside.key]));
    expect(await keysSeen(await settler('unit-a'), `${at('unit-a')}&below=true`)).not.toContain(beside.key);
  });

  test('is made and changed only where settings may be, with audit rows', async () => {
    const made = await field('unit-a');
    await archives.facts();
    const [below, beside, reader] = [
      await settler('branch-a1'),
      await settler('unit-b'),
      await archives.officer('group'),
    ];
    for (const [who, status] of [
      [below, 404],
      [beside, 404],
      [reader, 403],
    ] as const)
      expect((await who.patch(`${path}/${made.id}`, { labelZh: '无' }, match(1))).status).toBe(status);
    const owner = await settler('group');
    const changed = await owner.patch(
      `${path}/${made.id}`,
      { labelZh: '宿舍', help: '楼号与房号' },
      match(1),
    );
    expect(await changed.json()).toMatchObject({
      labelZh: '宿舍',
      version: 2,
      abilities: ['update', 'archive'],
    });
    const stale = await owner.patch(`${path}/${made.id}`, { labelZh: '房间' }, match(1));
    expect([stale.status, (await problem(stale)).current]).toMatchObject([412, { version: 2 }]);
    const [audit] = await archives.facts();
    expect(audit?.data).toMatchObject({ action: 'archives.field.update', fields: ['labelZh', 'help'] });
    const seenBelow = (await (
      await below.get(`${path}?organizationId=${archives.node('branch-a1').id}`)
    ).json()) as {
      items: FieldView[];
    };
    expect(seenBelow.items.find(({ id }) => id === made.id)).toMatchObject({
      organizationId: archives.node('unit-a').id,
      abilities: [],
    });
  });

  test.each([
    [{ key: '班制' }, 'key invalid_format'],
    [{ kind: 'one-of' }, 'options field.no-choice'],
    [{ kind: 'text', unit: '元' }, 'unit field.number-only'],
    [{ kind: 'number', minimum: 3, maximum: 2 }, 'maximum field.bounds'],
    [{ kind: 'text', options: shifts }, 'options field.list-only'],
    [{ kind: 'one-of', options: [...shifts, shifts[0]] }, 'options field.choice-twice'],
    [{ labelZh: ' ' }, 'labelZh too_small'],
  ])('%j is refused and the part is named', async (values, expected) => {
    const body = {
      organizationId: archives.node('group').id,
      key: 'never',
      labelZh: '无',
      kind: 'text',
      ...values,
    };
    const response = await (await settler('group')).post(path, body);
    expect(response.status).toBe(400);
    const [error] = (await problem(response)).errors ?? [];
    expect(`${error?.field} ${error?.code}`).toBe(expected);
  });

  test('has a key of its own in the whole enterprise, and the refusal tells nothing of the other', async () => {
    const made = await field('unit-b', { key: 'dormitory', labelZh: '机密' });
    const body = { organizationId: archives.node('unit-a').id, key: made.key, labelZh: '宿舍', kind: 'text' };
    const response = await (await settler('unit-a')).post(path, body);
    expect(response.status).toBe(409);
    const text = await response.text();
    expect(text).toContain('field.key-taken');
    expect(text).not.toContain('机密');
  });

  test('is put in an order that all below see', async () => {
    const [first, second] = [await field('branch-a3'), await field('branch-a3')];
    const owner = await settler('branch-a3');
    const organizationId = archives.node('branch-a3').id;
    await owner.post(`${path}/order`, { organizationId, ids: [second.id, first.id] });
    const keys = await keysSeen(owner, `?organizationId=${organizationId}`);
    expect(keys.slice(-2)).toEqual([second.key, first.key]);
  });

  test('made twice under one Idempotency-Key is there once', async () => {
    const owner = await settler('unit-b');
    const body = {
      organizationId: archives.node('unit-b').id,
      key: 'only-once',
      labelZh: '一次',
      kind: 'date',
    };
    const answers = [];
    for (let time = 0; time < 2; time += 1)
      answers.push(await (await owner.post(path, body, { 'idempotency-key': 'k' })).json());
    expect(answers[1]).toEqual(answers[0]);
  });
});

describe('a value', () => {
  test('is kept with history, audit row and fact, and seen in the record and, asked for, in the list', async () => {
    const { key } = await field('unit-a', { kind: 'one-of', options: shifts });
    const officer = await settler('unit-a');
    const member = await archives.admit('branch-a1', { custom: { [key]: 'day' } });
    expect(member.custom).toEqual({ [key]: 'day' });
    await archives.facts();
    const corrected = await officer.patch(at(member), { post: '班长', custom: { [key]: 'night' } }, match(1));
    expect(await corrected.json()).toMatchObject({ version: 2, post: '班长', custom: { [key]: 'night' } });
    const [updated, audited] = await archives.facts();
    expect(updated?.data).toMatchObject({ fields: ['post', `custom.${key}`] });
    expect(audited?.data).toMatchObject({ fields: ['post', `custom.${key}`] });
    const history = (await (await officer.get(at(member, '/history'))).json()) as {
      items: { fields: unknown }[];
    };
    expect(history.items[0]?.fields).toContainEqual({ field: `custom.${key}`, from: 'day', to: 'night' });
    const list = (await (await officer.get(`/api/archives/members?fields=${key}`)).json()) as {
      items: MemberView[];
    };
    expect(list.items.find(({ id }) => id === member.id)?.custom).toEqual({ [key]: 'night' });
    const plain = (await (await officer.get('/api/archives/members')).json()) as { items: MemberView[] };
    expect(plain.items[0]).not.toHaveProperty('custom');
    const stale = await officer.patch(at(member), { custom: { [key]: null } }, match(1));
    expect((await problem(stale)).changed).toEqual([`custom.${key}`, 'post']);
    const same = await officer.patch(at(member), { custom: { [key]: 'night' } }, match(2));
    expect(await same.json()).toMatchObject({ version: 2 });
  });

  test('is refused at its field, beside all else that is wrong', async () => {
    const { key } = await field('unit-a', { kind: 'number', unit: '元', minimum: 1 });
    const member = await archives.admit('branch-a1');
    const officer = await settler('unit-a');
    const body = { joinedOn: '2026-11-24', custom: { [key]: 0, nowhere: 'x' } };
    const response = await officer.patch(at(member), body, match(1));
    expect((await problem(response)).errors?.map(({ field, code }) => `${field} ${code}`)).toEqual([
      'joinedOn date.future',
      `custom.${key} too_small`,
      'custom.nowhere custom.unknown',
    ]);
  });

  test('that is required is asked for when somebody is admitted, not when something else is corrected', async () => {
    const early = await archives.admit('branch-b1');
    const { key, id } = await field('branch-b1', { required: true, stages: ['full'] });
    const officer = await settler('unit-b');
    const body = { name: '李文博', organizationId: archives.node('branch-b1').id, stage: 'full' };
    const refused = await officer.post('/api/archives/members', body);
    expect((await problem(refused)).errors).toMatchObject([{ field: `custom.${key}`, code: 'required' }]);
    expect((await officer.post('/api/archives/members', { ...body, custom: { [key]: '有' } })).status).toBe(
      201,
    );
    expect((await officer.post('/api/archives/members', { ...body, stage: 'applicant' })).status).toBe(201);
    expect((await officer.patch(at(early), { post: '班长' }, match(1))).status).toBe(200);
    await officer.post(`${path}/${id}/archive`);
  });

  test('goes with its person, hidden where the field does not apply, and is there again after the return', async () => {
    const { key } = await field('unit-a');
    const member = await archives.admit('branch-a1', { custom: { [key]: '只在甲单位' } });
    const move = (node: string) =>
      archives.owner`update members set organization_id = ${archives.node(node).id} where id = ${member.id}`;
    await move('branch-b1');
    const officer = await settler('unit-b');
    const there = await (await officer.get(at(member))).text();
    const history = await (await officer.get(at(member, '/history'))).text();
    const list = await (await officer.get(`/api/archives/members?fields=${key}`)).text();
    for (const text of [there, history, list]) {
      expect(text).not.toContain('只在甲单位');
      expect(text).not.toContain(key);
    }
    await officer.patch(at(member), { post: '班长' }, match(1));
    expect((await officer.patch(at(member), { custom: { [key]: '改' } }, match(2))).status).toBe(400);
    await move('branch-a2');
    expect(await (await (await settler('unit-a')).get(at(member))).json()).toMatchObject({
      custom: { [key]: '只在甲单位' },
      post: '班长',
    });
  });

  test('of a list is filtered by, among the people who have the field and whom the reader sees', async () => {
    const { key } = await field('unit-a', { kind: 'several-of', options: shifts });
    const [a, b] = [
      await archives.admit('branch-a1', { custom: { [key]: ['day', 'night'] } }),
      await archives.admit('branch-a2', { custom: { [key]: ['night'] } }),
    ];
    const idsFor = async (node: string, filter: string) => {
      const answer = await (await settler(node)).get(`/api/archives/members?custom=${filter}`);
      const { items, total } = (await answer.json()) as { items: MemberView[]; total: number };
      expect(total).toBe(items.length);
      return items.map(({ id }) => id).toSorted();
    };
    expect(await idsFor('group', `${key}:night`)).toEqual([a.id, b.id].toSorted());
    expect(await idsFor('unit-a', `${key}:day`)).toEqual([a.id]);
    expect(await idsFor('branch-a2', `${key}:day`)).toEqual([]);
    expect(await idsFor('unit-a', `${key}:night,${key}:day`)).toEqual([a.id]);
    expect((await (await settler('group')).get('/api/archives/members?custom=shift')).status).toBe(400);
    await archives.owner`update members set organization_id = ${archives.node('branch-b1').id} where id = ${b.id}`;
    expect(await idsFor('group', `${key}:night`)).toEqual([a.id]);
  });

  test('goes into a file that is exported, in words, and only where the field applies', async () => {
    const made = await field('unit-b', { kind: 'several-of', options: shifts });
    await archives.admit('branch-b1', { name: '出口', custom: { [made.key]: ['day', 'night'] } });
    const exporting = (node: string) =>
      archives.actor([
        { permissions: ['archives.member.read', 'archives.member.export'], mode: 'subtree', nodes: [node] },
      ]);
    const columns = `columns=name,custom.${made.key}&format=csv&q=${encodeURIComponent('出口')}`;
    const path = `/api/archives/members/export?${columns}`;
    expect(await (await (await exporting('unit-b')).get(path)).text()).toContain(
      `姓名,${made.labelZh}\r\n出口,白班、夜班`,
    );
    const beside = await (await exporting('unit-a')).get(path);
    expect([beside.status, (await problem(beside)).errors?.[0]?.field]).toEqual([400, 'columns']);
  });

  test('outlives the archiving of its field', async () => {
    const made = await field('unit-a');
    const owner = await settler('unit-a');
    const member = await archives.admit('branch-a1', { custom: { [made.key]: '留' } });
    expect(await (await owner.get(`${path}/${made.id}/usage`)).json()).toEqual({ records: 1 });
    expect(await (await owner.post(`${path}/${made.id}/archive`)).json()).toMatchObject({ archived: true });
    const shown = async () => ((await (await owner.get(at(member))).json()) as MemberView).custom;
    expect(await shown()).toEqual({});
    await owner.post(`${path}/${made.id}/restore`);
    expect(await shown()).toEqual({ [made.key]: '留' });
  });

  test('of a choice that was left out of the list is still read, and no longer chosen', async () => {
    const made = await field('unit-a', { kind: 'several-of', options: shifts });
    const owner = await settler('unit-a');
    const member = await archives.admit('branch-a1', { custom: { [made.key]: ['day', 'night'] } });
    const response = await owner.patch(`${path}/${made.id}`, { options: [shifts[0]] }, match(1));
    expect(await response.json()).toMatchObject({
      options: [
        { value: 'day', retired: false },
        { value: 'night', retired: true },
      ],
    });
    expect(((await (await owner.get(at(member))).json()) as MemberView).custom).toEqual({
      [made.key]: ['day', 'night'],
    });
    const again = await archives.admit('branch-a1');
    expect((await owner.patch(at(again), { custom: { [made.key]: ['night'] } }, match(1))).status).toBe(400);
  });

  test('of the own record is seen, and its definition, by whoever sees nobody else', async () => {
    const { key } = await field('branch-a1');
    const member = await archives.admit('branch-a1', { custom: { [key]: '我的' } });
    const self = await archives.actor([{ permissions: ['archives.member.read'], mode: 'self' }], member.id);
    expect(await (await self.get(at(member))).json()).toMatchObject({ custom: { [key]: '我的' } });
    expect(await keysSeen(self, `?memberId=${member.id}`)).toContain(key);
    expect(await keysSeen(self, '')).toContain(key);
    expect((await self.get(`${path}?organizationId=${archives.node('branch-a2').id}`)).status).toBe(404);
  });
});
