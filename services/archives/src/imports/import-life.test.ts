import { bodyOf } from '@banyan/test-kit/body-of';
import { describe, expect, test } from 'vitest';
import { path as members } from '../testing/archives-under-test.ts';
import { csv, heading, importsDuringTests, nextIdNumber } from '../testing/imports-under-test.ts';
import type { MemberView } from '../members/member-views.ts';

const { archives, officer } = importsDuringTests();

const dated = [...heading, '入党时间', '转正时间', '联系电话'];

describe('a roster from file to record and back', () => {
  test('people are added, announced one by one, and gone again after an undo', async () => {
    const [first, second] = [nextIdNumber(), nextIdNumber()];
    const file = csv(
      ['某党委党员名册'],
      dated,
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
    const [added] = await archives.rows(officer, preview, 'filter=added');
    expect(added?.changes).toEqual([
      { field: 'organizationId', from: null, to: archives.node('branch-a1').id },
      { field: 'stage', from: null, to: 'full' },
      { field: 'name', from: null, to: '张三' },
      { field: 'idNumber', from: null, to: `${first.slice(0, 4)}****${first.slice(-4)}` },
      { field: 'joinedOn', from: null, to: '2010-07-01' },
      { field: 'fullOn', from: null, to: '2011-07-01' },
      { field: 'phone', from: null, to: '138****5678' },
    ]);
    await archives.facts();

    const committed = await archives.act(officer, preview, 'commit', { skipInvalid: false });
    expect(committed).toMatchObject({ status: 'committed', added: 2, abilities: ['undo'], problem: null });
    const [zhang] = (await archives.peopleOf('branch-a1')).filter(({ name }) => name === '张三');
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
    expect(await archives.peopleOf('branch-a1')).toEqual([]);
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
    const secret = nextIdNumber();
    const preview = await archives.upload(
      officer,
      csv(dated, ['王五', secret, '正式党员', 'branch-a1', '', '', '13912349876']),
    );
    const kept =
      await archives.owner`select r::text as text from import_rows r where import_id = ${preview.id}`;
    const about = await archives.owner`select i::text as text from imports i where id = ${preview.id}`;
    expect(JSON.stringify([kept, about])).not.toMatch(new RegExp(`${secret}|13912349876`));
    expect(kept).toHaveLength(1);
  });

  test('an update shows its differences, changes only what is given, and is taken back', async () => {
    const id = nextIdNumber();
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
    const shown = async () => bodyOf<MemberView>(officer.get(`${members}/${known.id}`));
    expect(await shown()).toMatchObject({ post: '班长', phone: '136****2222', version: 2 });
    await archives.act(officer, preview, 'undo');
    expect(await shown()).toMatchObject({ post: '采油工', phone: '135****0000', version: 3 });
  });

  test('a file that brings nothing new is committed and changes nothing', async () => {
    const id = nextIdNumber();
    const known = await archives.admit('branch-b1', { name: '钱七', idNumber: id });
    const preview = await archives.upload(officer, csv(['姓名', '身份证号'], ['钱七', id]), {
      mode: 'update',
    });
    expect(preview).toMatchObject({ valid: 1, unchanged: 1, updated: 0 });
    expect(await archives.act(officer, preview, 'commit')).toMatchObject({ status: 'committed' });
    expect(await bodyOf(officer.get(`${members}/${known.id}`))).toMatchObject({ version: 1 });
  });
});
