import { duringTests } from '@banyan/test-kit/during-tests';
import type { TestActor } from '@banyan/test-kit/service';
import { beforeAll, describe, expect, test } from 'vitest';
import { idNumber, path as members } from '../testing/archives-under-test.ts';
import { createImports, csv, form, imports, json } from '../testing/imports-under-test.ts';
import type { MemberView } from '../members/member-views.ts';
import type { ImportRowView, ImportView } from './import-views.ts';

const archives = duringTests(createImports);
let officer: TestActor;
beforeAll(async () => {
  officer = await archives.importer('group');
});

let serial = 100;
const nextId = (bornOn = '1980-02-03'): string => idNumber(bornOn, (serial += 1));
const heading = ['姓名', '身份证号', '人员类别', '所在党支部', '入党时间', '转正时间', '联系电话'];

async function list(organization: string): Promise<MemberView[]> {
  const id = archives.node(organization).id;
  return (
    await json<{ items: MemberView[] }>(
      await officer.get(`${members}?organizationId=${id}&pageSize=100`),
      200,
    )
  ).items;
}

describe('a roster from file to record and back', () => {
  test('people are added, announced one by one, and gone again after an undo', async () => {
    const [first, second] = [nextId(), nextId()];
    const file = csv(
      ['某党委党员名册'],
      heading,
      ['张　三', first, '正式党员', 'branch-a1', '2010.7.1', '2011年7月1日', '13812345678'],
      ['李四', second, '预备党员', 'branch-a2', '20260301', '', ''],
      ['合计', '2'],
    );
    const preview = await archives.upload(officer, file);
    expect(preview).toMatchObject({
      status: 'preview',
      rows: 2,
      valid: 2,
      invalid: 0,
      added: 2,
      errors: [],
      missing: [],
    });
    expect(preview.source).toMatchObject({
      kind: 'csv',
      encoding: 'utf-8',
      headingFrom: 2,
      headingTo: 2,
      dropped: 1,
    });
    await archives.facts();

    const committed = await archives.act(officer, preview, 'commit', { skipInvalid: false });
    expect(committed).toMatchObject({ status: 'committed', added: 2, abilities: ['undo'], problem: null });
    const [zhang] = (await list('branch-a1')).filter(({ name }) => name === '张三');
    expect(zhang).toMatchObject({ stage: 'full', joinedOn: '2010-07-01' });
    const facts = await archives.facts();
    const told = facts
      .map(({ type }) => type)
      .filter((type) => type.startsWith('archives.') && !type.includes('audit'));
    expect(told.toSorted()).toEqual([
      'archives.import.committed',
      'archives.member.admitted',
      'archives.member.admitted',
    ]);
    const history =
      await archives.owner`select import_id, action, changes from member_history where member_id = ${zhang?.id as string}`;
    expect(history).toMatchObject([{ import_id: preview.id, action: 'archives.member.admit' }]);
    expect(JSON.stringify(history)).not.toContain(first);

    const undone = await archives.act(officer, preview, 'undo');
    expect(undone).toMatchObject({ status: 'undone', abilities: [] });
    expect(await list('branch-a1')).toEqual([]);
    expect((await archives.facts()).filter(({ type }) => type === 'archives.member.voided')).toHaveLength(2);
    const voided = await archives.owner<{ record: { name: string }; history: unknown[] }[]>`
      select record, history from voided_members where import_id = ${preview.id}`;
    expect(voided.map(({ record }) => record.name).toSorted()).toEqual(['张三', '李四']);
    expect(voided.every((kept) => kept.history.length === 1)).toBe(true);
    await archives.owner`select fold_member_counts()`;
    const [counts] =
      await archives.owner`select coalesce(sum(own), 0)::int as n from member_counts where stage = '*' and state = '*'`;
    expect(counts?.['n']).toBe(0);
  });

  test('nothing that was in the file lies in clear in the database', async () => {
    const secret = nextId();
    const preview = await archives.upload(
      officer,
      csv(heading, ['王五', secret, '正式党员', 'branch-a1', '', '', '13912349876']),
    );
    const kept =
      await archives.owner`select r::text as text from import_rows r where import_id = ${preview.id}`;
    const about = await archives.owner`select i::text as text from imports i where id = ${preview.id}`;
    expect(JSON.stringify([kept, about])).not.toMatch(new RegExp(`${secret}|13912349876`));
    expect(kept).toHaveLength(1);
  });

  test('an update shows its differences, changes only what is given, and is taken back', async () => {
    const id = nextId();
    const known = await archives.admit('branch-b1', {
      name: '赵六',
      idNumber: id,
      phone: '13500000000',
      post: '采油工',
    });
    const file = csv(['姓名', '身份证号', '岗位', '电话'], ['赵六', id, '班长', '13611112222']);
    const preview = await archives.upload(officer, file, { mode: 'update' });
    expect(preview).toMatchObject({ valid: 1, updated: 1, missing: [] });
    const [row] = await archives.rows(officer, preview, 'filter=changed');
    expect(row).toMatchObject({ action: 'update', memberId: known.id });
    expect(row?.changes).toEqual([
      { field: 'post', from: '采油工', to: '班长' },
      { field: 'phone', from: '135****0000', to: '136****2222' },
    ]);
    await archives.act(officer, preview, 'commit');
    const shown = async () => json<MemberView>(await officer.get(`${members}/${known.id}`), 200);
    expect(await shown()).toMatchObject({ post: '班长', phone: '136****2222', version: 2 });
    await archives.act(officer, preview, 'undo');
    expect(await shown()).toMatchObject({ post: '采油工', phone: '135****0000', version: 3 });
  });

  test('a file that brings nothing new is committed and changes nothing', async () => {
    const id = nextId();
    const known = await archives.admit('branch-b1', { name: '钱七', idNumber: id });
    const preview = await archives.upload(officer, csv(['姓名', '身份证号'], ['钱七', id]), {
      mode: 'update',
    });
    expect(preview).toMatchObject({ valid: 1, unchanged: 1, updated: 0 });
    expect(await archives.act(officer, preview, 'commit')).toMatchObject({ status: 'committed' });
    expect(await json(await officer.get(`${members}/${known.id}`), 200)).toMatchObject({ version: 1 });
  });
});

describe('what is wrong with a row', () => {
  test('is named with row, column and code, corrected in place, and then committed', async () => {
    const good = nextId();
    const wrong = `${good.slice(0, 17)}${good.endsWith('0') ? '1' : '0'}`;
    const preview = await archives.upload(
      officer,
      csv(
        heading,
        ['孙八', wrong, '正式党员', 'branch-a1', '', '', ''],
        ['周九', nextId(), '正式', 'branch-a9', '2010-13-01', '', ''],
        ['吴十', nextId(), '正式党员', 'branch-a1', '2010-01-01', '2009-01-01', ''],
        ['郑一', nextId(), '正式党员', 'branch-a1', '2010.05', '', ''],
      ),
    );
    expect(preview).toMatchObject({ rows: 4, invalid: 4, abilities: ['map', 'correct', 'discard'] });
    expect(preview.errors.map(({ row, column, code }) => [row, column, code])).toEqual([
      [2, '身份证号', 'id-number.check-character'],
      [3, '入党时间', 'date.impossible'],
      [3, '所在党支部', 'organization.unknown'],
      [4, '转正时间', 'date.order'],
      [5, '入党时间', 'date.incomplete'],
    ]);
    expect(preview.errors[2]?.suggestions?.map(({ name }) => name)).toContain('branch-a1');
    const refused = await officer.post(`${imports}/${preview.id}/commit`, { skipInvalid: false });
    expect(await json(refused, 409)).toMatchObject({ code: 'archives.import-has-invalid-rows', invalid: 4 });

    const correct = async (row: number, cells: Record<string, string>): Promise<ImportRowView> => {
      const [before] = (await archives.rows(officer, preview)).filter((each) => each.row === row);
      const answer = await officer.patch(
        `${imports}/${preview.id}/rows/${row}`,
        { cells },
        { 'if-match': `"${before?.version}"` },
      );
      return json<ImportRowView>(answer, 200);
    };
    expect(await correct(2, { idNumber: good })).toMatchObject({
      valid: true,
      action: 'add',
      corrected: true,
      errors: [],
    });
    expect(await correct(3, { organization: 'branch-a2', joinedOn: '2010-12-01' })).toMatchObject({
      valid: true,
    });
    expect(await correct(4, { fullOn: '2011-01-01' })).toMatchObject({ valid: true });
    expect(await correct(5, { joinedOn: '2010-05-01' })).toMatchObject({ valid: true });
    expect(await archives.show(officer, preview)).toMatchObject({ valid: 4, invalid: 0, errors: [] });
    expect(await archives.act(officer, preview, 'commit')).toMatchObject({ status: 'committed', added: 4 });
  });

  test('somebody who is twice in the file is named with the other row, until one of them is corrected', async () => {
    const id = nextId();
    const preview = await archives.upload(
      officer,
      csv(
        heading,
        ['陈一', id, '正式党员', 'branch-a1'],
        ['陈二', id, '正式党员', 'branch-a1'],
        ['林三', '', '正式党员', 'branch-a1'],
        ['林三', '', '正式党员', 'branch-a1'],
      ),
    );
    expect(preview.errors.map(({ row, code, rows }) => [row, code, rows])).toEqual([
      [2, 'duplicate.in-file', [3]],
      [3, 'duplicate.in-file', [2]],
      [4, 'duplicate.in-file', [5]],
      [5, 'duplicate.in-file', [4]],
    ]);
    const corrected = await officer.patch(
      `${imports}/${preview.id}/rows/3`,
      { cells: { idNumber: nextId() } },
      { 'if-match': '"1"' },
    );
    expect(await json(corrected, 200)).toMatchObject({ valid: true });
    expect((await archives.show(officer, preview)).errors.map(({ row }) => row)).toEqual([4, 5]);
    expect(await archives.act(officer, preview, 'commit', { skipInvalid: true })).toMatchObject({
      status: 'committed',
      added: 2,
      invalid: 2,
    });
  });

  test('people on the roster are updated, refused or unknown, by the mode', async () => {
    const [mine, foreign] = [nextId(), nextId()];
    await archives.admit('branch-a1', { name: '黄一', idNumber: mine });
    await archives.admit('branch-b1', { name: '黄二', idNumber: foreign });
    const secretary = await archives.importer('branch-a1');
    const lines = [
      ['黄一', mine, '正式党员', 'branch-a1'],
      ['黄二', foreign, '正式党员', 'branch-a1'],
      ['黄三', nextId(), '正式党员', 'branch-a1'],
    ];
    const codes = async (mode: string) => {
      const preview = await archives.upload(
        secretary,
        csv(heading, ...lines, [mode, nextId(), '正式党员', '']),
        { mode },
      );
      await secretary.request('DELETE', `${imports}/${preview.id}`);
      return preview.errors.map(({ row, code }) => [row, code]);
    };
    expect(await codes('add')).toEqual([
      [2, 'duplicate.on-roster'],
      [3, 'id-number.taken'],
    ]);
    expect(await codes('both')).toEqual([[3, 'id-number.taken']]);
    expect(await codes('update')).toEqual([
      [3, 'update.not-found'],
      [4, 'update.not-found'],
      [5, 'update.not-found'],
    ]);
  });
});

describe('who may', () => {
  test('a secretary imports into the own branch, and a foreign branch is an unknown one', async () => {
    const secretary = await archives.importer('branch-a1', 'node');
    const preview = await archives.upload(
      secretary,
      csv(heading, ['何一', nextId(), '正式党员', ''], ['何二', nextId(), '正式党员', 'branch-b1']),
    );
    expect(preview).toMatchObject({ organizationId: archives.node('branch-a1').id, valid: 1, invalid: 1 });
    expect(preview.errors).toMatchObject([{ row: 3, code: 'organization.unknown' }]);
    expect(JSON.stringify(preview)).not.toContain(archives.node('branch-b1').id);
    const committed = await archives.act(secretary, preview, 'commit', { skipInvalid: true });
    expect(committed).toMatchObject({ status: 'committed', added: 1 });
    expect((await list('branch-a1')).map(({ name }) => name)).toContain('何一');

    const stranger = await archives.importer('unit-b');
    expect((await stranger.get(`${imports}/${preview.id}`)).status).toBe(404);
    expect((await stranger.post(`${imports}/${preview.id}/undo`)).status).toBe(404);
    const reader = await archives.actor([
      { permissions: ['archives.member.read'], mode: 'subtree', nodes: ['group'] },
    ]);
    expect((await reader.get(`${imports}/${preview.id}`)).status).toBe(403);
    expect((await reader.post(imports, form('x'))).status).toBe(403);
    const above = await archives.importer('unit-a');
    expect((await above.get(`${imports}/${preview.id}`)).status).toBe(200);
    const seen = await json<{ items: ImportView[] }>(await stranger.get(imports), 200);
    expect(seen.items).toEqual([]);
  });

  test('who loses the right before the rows are written writes nothing', async () => {
    const secretary = await archives.importer('branch-a3', 'node');
    const preview = await archives.upload(secretary, csv(heading, ['马一', nextId(), '正式党员', '']));
    await archives.kit.jobs.settle();
    const answer = secretary.post(`${imports}/${preview.id}/commit`, {});
    archives.regrant(secretary, [
      { permissions: ['archives.member.read'], mode: 'node', nodes: ['branch-a3'] },
    ]);
    expect([202, 403]).toContain((await answer).status);
    await archives.settleJobs();
    expect(await list('branch-a3')).toEqual([]);
  });
});
