import { duringTests } from '@banyan/test-kit/during-tests';
import { describe, expect, test } from 'vitest';
import { at, createArchives, match, problem } from '../testing/archives-under-test.ts';
import { fieldsOf, fieldsPath, shifts } from '../testing/fields-under-test.ts';
import type { MemberView } from '../members/member-views.ts';

const archives = duringTests(createArchives);
const { make: field, settler, keysSeen } = fieldsOf(archives);

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
    await officer.post(`${fieldsPath}/${id}/archive`);
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
    expect(await (await owner.get(`${fieldsPath}/${made.id}/usage`)).json()).toEqual({ records: 1 });
    expect(await (await owner.post(`${fieldsPath}/${made.id}/archive`)).json()).toMatchObject({
      archived: true,
    });
    const shown = async () => ((await (await owner.get(at(member))).json()) as MemberView).custom;
    expect(await shown()).toEqual({});
    await owner.post(`${fieldsPath}/${made.id}/restore`);
    expect(await shown()).toEqual({ [made.key]: '留' });
  });

  test('of a choice that was left out of the list is still read, and no longer chosen', async () => {
    const made = await field('unit-a', { kind: 'several-of', options: shifts });
    const owner = await settler('unit-a');
    const member = await archives.admit('branch-a1', { custom: { [made.key]: ['day', 'night'] } });
    const response = await owner.patch(`${fieldsPath}/${made.id}`, { options: [shifts[0]] }, match(1));
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
    expect((await self.get(`${fieldsPath}?organizationId=${archives.node('branch-a2').id}`)).status).toBe(
      404,
    );
  });
});
