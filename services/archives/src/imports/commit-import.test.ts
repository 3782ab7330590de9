import { describe, expect, test } from 'vitest';
import { match, path as members } from '../testing/archives-under-test.ts';
import { csv, heading, importsDuringTests, nextIdNumber, people } from '../testing/imports-under-test.ts';

const { archives, officer } = importsDuringTests();

describe('what has changed since the preview', () => {
  test('stops the whole commit, names the rows, and shows them anew', async () => {
    const [known, taken] = [nextIdNumber(), nextIdNumber()];
    const person = await archives.admit('branch-a1', { name: '周丁', idNumber: known, post: '工人' });
    const file = csv(
      [...heading, '岗位'],
      ['周丁', known, '正式党员', 'branch-a1', '班长'],
      ['吴戊', taken, '正式党员', 'branch-a1', ''],
      ...people(3).map((line) => [...line, '']),
    );
    const preview = await archives.upload(officer, file);
    expect(preview).toMatchObject({ valid: 5, added: 4, updated: 1 });
    const before = await archives.count('members');
    await officer.patch(`${members}/${person.id}`, { post: '技师' }, match(1));
    await archives.admit('branch-b1', { name: '吴戊', idNumber: taken });
    const back = await archives.act(officer, preview, 'commit');
    expect(back).toMatchObject({
      status: 'preview',
      valid: 4,
      invalid: 1,
      added: 3,
      updated: 1,
      errors: [{ row: 3, code: 'update.organization-differs' }],
      problem: { code: 'archives.import-overtaken' },
    });
    expect(back.problem?.rows.map(({ row }) => row)).toEqual([2, 3]);
    expect(await archives.count('members')).toBe(before + 1);
    const [row] = await archives.rows(officer, back, 'filter=updated');
    expect(row?.changes).toEqual([{ field: 'post', from: '技师', to: '班长' }]);
    expect(await archives.act(officer, back, 'commit', { skipInvalid: true })).toMatchObject({
      status: 'committed',
      added: 3,
      updated: 1,
    });
  });

  test('a branch that has ended takes nobody in', async () => {
    const preview = await archives.upload(officer, csv(heading, ...people(2, 'branch-a2')));
    const id = archives.node('branch-a2').id;
    await archives.owner`update organizations set status = 'dissolved' where id = ${id}`;
    const back = await archives.act(officer, preview, 'commit');
    expect(back).toMatchObject({
      status: 'preview',
      problem: {
        code: 'archives.import-overtaken',
        rows: [{ code: 'organization.ended' }, { code: 'organization.ended' }],
      },
    });
    await archives.owner`update organizations set status = 'active' where id = ${id}`;
    await archives.kit.reloadTree();
  });
});
