import { duringTests } from '@banyan/test-kit/during-tests';
import { describe, expect, test } from 'vitest';
import { at, createArchives, idNumber, match, problem } from '../testing/archives-under-test.ts';
import type { MemberView } from './member-views.ts';

const archives = duringTests(createArchives);

describe('correcting a record', () => {
  test('sets the fields, grows the version, and keeps change, audit row and fact together', async () => {
    const member = await archives.admit('branch-a1', { post: '采油工', phone: '13800138000' });
    const officer = await archives.officer('branch-a1');
    await archives.facts();
    const correction = {
      post: '采油工程师',
      phone: '13912345678',
      awards: [{ on: '2020-07-01', title: '优秀党员' }],
    };
    const response = await officer.patch(at(member), correction, match(1));
    expect(response.status).toBe(200);
    expect(response.headers.get('etag')).toBe('"2"');
    expect(await response.json()).toMatchObject({
      version: 2,
      post: '采油工程师',
      phone: '139****5678',
      awards: [{ on: '2020-07-01', title: '优秀党员', by: null }],
    });
    const facts = await archives.facts();
    expect(facts.map(({ type }) => type)).toEqual(['archives.member.updated', 'archives.audit.recorded']);
    expect(facts[0]?.data).toMatchObject({
      version: 2,
      fields: ['post', 'phone', 'awards'],
      person: { id: member.id, name: '李文博', pinyin: 'liwenbo', stage: 'full', version: 2 },
    });
    expect(JSON.stringify(facts)).not.toMatch(/139\*|13912345678/);
    expect(facts[1]?.data).toMatchObject({
      action: 'archives.member.update',
      accountId: officer.accountId,
      subjectId: member.id,
      fields: ['post', 'phone', 'awards'],
    });
    const [row] =
      await archives.owner`select * from member_history where member_id = ${member.id} and version = 2`;
    expect(JSON.stringify(row)).not.toContain('13912345678');
  });

  test('a changed name is found by its new pinyin', async () => {
    const member = await archives.admit('branch-a1', { name: '周一' });
    const officer = await archives.officer('branch-a1');
    await officer.patch(at(member), { name: '吴用' }, match(1));
    const [row] = await archives.owner`select pinyin, initials from members where id = ${member.id}`;
    expect(row).toEqual({ pinyin: 'wuyong', initials: 'wy' });
  });

  test('nothing changed is no new version', async () => {
    const member = await archives.admit('branch-a1');
    const officer = await archives.officer('branch-a1');
    await archives.facts();
    const response = await officer.patch(at(member), { name: '李文博' }, match(1));
    expect(await response.json()).toMatchObject({ version: 1 });
    expect(await archives.facts()).toEqual([]);
  });

  test('a stale edit is shown the record of now and what changed since', async () => {
    const member = await archives.admit('branch-a1');
    const [first, second] = [await archives.officer('branch-a1'), await archives.officer('branch-a1')];
    await first.patch(at(member), { post: '班长', workUnit: '一队' }, match(1));
    await first.patch(at(member), { post: '队长' }, match(2));
    const response = await second.patch(at(member), { education: 'bachelor' }, match(1));
    expect(response.status).toBe(412);
    const { code, current, changed } = await problem(response);
    expect(code).toBe('record.stale');
    expect(current).toMatchObject({ id: member.id, version: 3, post: '队长', workUnit: '一队' });
    expect(changed).toEqual(['post', 'workUnit']);
    expect((await second.patch(at(member), { education: 'bachelor' }, match(3))).status).toBe(200);
  });

  test('of two edits of one version at the same instant one is stale', async () => {
    const member = await archives.admit('branch-a1');
    const officer = await archives.officer('branch-a1');
    const answers = await Promise.all(
      ['甲', '乙', '丙', '丁'].map((post) => officer.patch(at(member), { post }, match(1))),
    );
    expect(answers.map(({ status }) => String(status)).toSorted()).toEqual(['200', '412', '412', '412']);
  });

  test('without If-Match nothing is changed', async () => {
    const member = await archives.admit('branch-a1');
    const response = await (await archives.officer('branch-a1')).patch(at(member), { post: '班长' });
    expect(response.status).toBe(428);
    expect((await problem(response)).code).toBe('record.version-required');
  });

  test.each([
    [{ nosuch: 1, another: 2 }, ['nosuch unrecognized_keys', 'another unrecognized_keys']],
    [{ stage: 'full' }, ['stage unrecognized_keys']],
    [{ organizationId: null }, ['organizationId unrecognized_keys']],
    [{ name: '' }, ['name too_small']],
    [{ joinedOn: '2020-02-30' }, ['joinedOn invalid_format']],
    [{ joinedOn: '2026-11-24' }, ['joinedOn date.future']],
    [{ bornOn: '2000-01-01', joinedOn: '1999-01-01' }, ['joinedOn date.order']],
    [{ idNumber: '110105194912310021' }, ['idNumber id-number.check-character']],
    [{ introducers: [{ name: '甲' }, { name: '乙' }, { name: '丙' }] }, ['introducers too_big']],
    [
      { introducers: [{ nome: '甲' }] },
      ['introducers.0.name invalid_type', 'introducers.0.nome unrecognized_keys'],
    ],
    [{ sectionId: '019a0000-0000-7000-8000-000000000001' }, ['sectionId section.unknown']],
    [[], ['body invalid_type']],
  ])('%j is refused and the field is named', async (correction, errors) => {
    const member = await archives.admit('branch-a1');
    const response = await (await archives.officer('branch-a1')).patch(at(member), correction, match(1));
    expect(response.status).toBe(400);
    expect((await problem(response)).errors?.map(({ field, code }) => `${field} ${code}`)).toEqual(errors);
  });

  test('a body that is not JSON is refused', async () => {
    const member = await archives.admit('branch-a1');
    const response = await (await archives.officer('branch-a1')).patch(at(member), '{"post":', match(1));
    expect([response.status, (await problem(response)).code]).toEqual([400, 'body.malformed']);
  });

  test('an ID number fills in sex and birth date, and a living one is on one record only', async () => {
    const [mine, elsewhere] = [await archives.admit('branch-a1'), await archives.admit('branch-b1')];
    const officer = await archives.officer('branch-a1');
    const number = idNumber('1980-05-06', 101);
    const first = await officer.patch(at(mine), { idNumber: number.toLowerCase() }, match(1));
    expect(await first.json()).toMatchObject({
      sex: 'male',
      bornOn: '1980-05-06',
      idNumber: '6502****' + number.slice(-4),
    });
    const other = await archives.officer('unit-b');
    const refused = await other.patch(at(elsewhere), { idNumber: number }, match(1));
    expect(refused.status).toBe(409);
    const text = await refused.text();
    expect(text).toContain('archives.id-number-taken');
    expect(text).not.toContain(mine.id);
    expect(text).not.toContain('李文博');
  });
});

describe('who may correct', () => {
  test('outside the scope it is the same 404 as for an unknown id, whatever body and preconditions', async () => {
    const member = await archives.admit('branch-b1');
    const officer = await archives.officer('unit-a');
    const unknown = { id: '019a0000-0000-7000-8000-00000000ffff' };
    const bytes = async (id: { id: string }, body: unknown, headers?: Record<string, string>) => {
      const response = await officer.patch(at(id), body, {
        'x-request-id': '00000000-0000-7000-8000-000000000000',
        ...headers,
      });
      return `${response.status} ${await response.text()}`;
    };
    const expected = await bytes(unknown, { post: '班长' }, match(1));
    expect(expected.startsWith('404 ')).toBe(true);
    for (const target of [member, { id: 'nonsense' }]) {
      expect(await bytes(target, { post: '班长' }, match(1))).toBe(expected);
      expect(await bytes(target, { post: '班长' })).toBe(expected);
      expect(await bytes(target, { nosuch: 1 }, match(99))).toBe(expected);
      expect(await bytes(target, 'not json', { 'if-match': 'x' })).toBe(expected);
    }
  });

  test('without the permission it is 403 for known and unknown records alike', async () => {
    const member = await archives.admit('branch-a1');
    const reader = await archives.actor([
      { permissions: ['archives.member.read'], mode: 'subtree', nodes: ['group'] },
    ]);
    expect((await reader.patch(at(member), {}, match(1))).status).toBe(403);
    expect((await reader.patch(at({ id: 'nonsense' }), {})).status).toBe(403);
  });

  test('permissions of one grant do not reach into the scope of another', async () => {
    const member: MemberView = await archives.admit('branch-b1');
    const actor = await archives.actor([
      { permissions: ['archives.member.read'], mode: 'subtree', nodes: ['group'] },
      { permissions: ['archives.member.read', 'archives.member.update'], mode: 'subtree', nodes: ['unit-a'] },
    ]);
    expect(await (await actor.get(at(member))).json()).toMatchObject({ abilities: [] });
    expect((await actor.patch(at(member), { post: '班长' }, match(1))).status).toBe(404);
  });
});
