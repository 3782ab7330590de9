import { bodyOf } from '@banyan/test-kit/body-of';
import { describe, expect, test } from 'vitest';
import {
  csv,
  heading,
  imports,
  importsDuringTests,
  mistyped,
  nextIdNumber,
} from '../testing/imports-under-test.ts';
import type { ImportRowView } from './import-views.ts';

const { archives, officer } = importsDuringTests();

const dated = [...heading, '入党时间', '转正时间', '联系电话'];

describe('what is wrong with a row', () => {
  test('is named with row, column and code, corrected in place, and then committed', async () => {
    const good = nextIdNumber();
    const wrong = mistyped(good);
    const preview = await archives.upload(
      officer,
      csv(
        dated,
        ['孙八', wrong, '正式党员', 'branch-a1', '', '', ''],
        ['周九', nextIdNumber(), '正式', 'branch-a9', '2010-13-01', '', ''],
        ['吴十', nextIdNumber(), '正式党员', 'branch-a1', '2010-01-01', '2009-01-01', ''],
        ['郑一', nextIdNumber(), '正式党员', 'branch-a1', '2010.05', '', ''],
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
    expect(await bodyOf(refused, 409)).toMatchObject({
      code: 'archives.import-has-invalid-rows',
      invalid: 4,
    });

    const correct = async (row: number, cells: Record<string, string>): Promise<ImportRowView> => {
      const [before] = (await archives.rows(officer, preview)).filter((each) => each.row === row);
      const answer = await officer.patch(
        `${imports}/${preview.id}/rows/${row}`,
        { cells },
        { 'if-match': `"${before?.version}"` },
      );
      return bodyOf<ImportRowView>(answer);
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
    const id = nextIdNumber();
    const preview = await archives.upload(
      officer,
      csv(
        dated,
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
      { cells: { idNumber: nextIdNumber() } },
      { 'if-match': '"1"' },
    );
    expect(await bodyOf(corrected)).toMatchObject({ valid: true });
    expect((await archives.show(officer, preview)).errors.map(({ row }) => row)).toEqual([4, 5]);
    expect(await archives.act(officer, preview, 'commit', { skipInvalid: true })).toMatchObject({
      status: 'committed',
      added: 2,
      invalid: 2,
    });
  });

  test('people on the roster are updated, refused or unknown, by the mode', async () => {
    const [mine, foreign] = [nextIdNumber(), nextIdNumber()];
    await archives.admit('branch-a1', { name: '黄一', idNumber: mine });
    await archives.admit('branch-b1', { name: '黄二', idNumber: foreign });
    const secretary = await archives.importer('branch-a1');
    const lines = [
      ['黄一', mine, '正式党员', 'branch-a1'],
      ['黄二', foreign, '正式党员', 'branch-a1'],
      ['黄三', nextIdNumber(), '正式党员', 'branch-a1'],
    ];
    const codes = async (mode: string) => {
      const preview = await archives.upload(
        secretary,
        csv(dated, ...lines, [mode, nextIdNumber(), '正式党员', '']),
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
