import { bodyOf } from '@banyan/test-kit/body-of';
import { Workbook } from '@cj-tech-master/excelts';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { MemberView } from '../members/member-views.ts';
import { at, match, problem, program } from '../testing/archives-under-test.ts';
import { fieldsOf, fieldsPath, shifts } from '../testing/fields-under-test.ts';
import {
  csv,
  heading,
  imports,
  importsDuringTests,
  nextIdNumber,
  people,
} from '../testing/imports-under-test.ts';
import type { ImportRowView, ImportView } from './import-views.ts';

const { archives, officer } = importsDuringTests();
let fields: ReturnType<typeof fieldsOf>;
beforeAll(async () => {
  fields = fieldsOf(archives);
});

const customOf = async (id: string) =>
  (await bodyOf<MemberView>(officer.get(at({ id })))).custom as Record<string, unknown>;

describe('a roster with columns of custom fields', () => {
  test('adds and updates them, shows what differs, tells of it in the history, and is taken back', async () => {
    const shift = await fields.make('group', { kind: 'one-of', options: shifts, labelZh: '班制' });
    const hours = await fields.make('unit-a', { kind: 'number', unit: '小时', labelZh: '周工时' });
    const since = await fields.make('group', { kind: 'date', labelZh: '上岗日期' });
    const idNumber = nextIdNumber();
    const known = await archives.admit('branch-a1', {
      idNumber,
      custom: { [shift.key]: 'day', [hours.key]: 40 },
    });
    const [added] = people(1) as [string[]];
    const file = csv(
      [...heading, '班制', '周工时', '上岗日期', '备用'],
      [...added, '夜班', '３８ 小时', '2020年1月5日', ''],
      ['', idNumber, '', '', '夜班', '', '43835', ''],
    );
    const preview = await archives.upload(officer, file);
    expect(preview.columns.map(({ field, guess }) => [field, guess]).slice(4)).toEqual([
      [`custom.${shift.key}`, 'known'],
      [`custom.${hours.key}`, 'known'],
      [`custom.${since.key}`, 'known'],
      [null, 'none'],
    ]);
    expect(preview).toMatchObject({ valid: 2, added: 1, updated: 1, errors: [] });
    const [addition, update] = (await archives.rows(officer, preview)) as [ImportRowView, ImportRowView];
    expect(addition.changes).toContainEqual({ field: `custom.${hours.key}`, from: null, to: 38 });
    expect(update.changes).toEqual([
      { field: `custom.${shift.key}`, from: 'day', to: 'night' },
      { field: `custom.${since.key}`, from: null, to: '2020-01-05' },
    ]);
    expect(update.cells.map(({ field, text }) => [field, text])).toContainEqual([
      `custom.${shift.key}`,
      '夜班',
    ]);
    await archives.facts();

    const committed = await archives.act(officer, preview, 'commit');
    expect(committed).toMatchObject({ status: 'committed', problem: null });
    expect(await customOf(known.id)).toEqual({
      [shift.key]: 'night',
      [hours.key]: 40,
      [since.key]: '2020-01-05',
    });
    expect(await customOf(await memberOf(committed, 2))).toEqual({
      [shift.key]: 'night',
      [hours.key]: 38,
      [since.key]: '2020-01-05',
    });
    const told = (await archives.facts()).find(({ type }) => type === 'archives.member.updated');
    expect(told?.data).toMatchObject({ fields: [`custom.${shift.key}`, `custom.${since.key}`] });
    const { items } = await bodyOf<{ items: { fields: unknown[] }[] }>(officer.get(at(known, '/history')));
    expect(items[0]?.fields).toEqual(update.changes);

    expect(await archives.act(officer, preview, 'undo')).toMatchObject({ status: 'undone' });
    expect(await customOf(known.id)).toEqual({ [shift.key]: 'day', [hours.key]: 40 });
    const after = await bodyOf<{ items: { fields: unknown[] }[] }>(officer.get(at(known, '/history')));
    expect(after.items[0]?.fields).toContainEqual({
      field: `custom.${since.key}`,
      from: '2020-01-05',
      to: null,
    });
  });

  const memberOf = async (of: ImportView, row: number) =>
    (await archives.rows(officer, of)).find((one) => one.row === row)?.memberId as string;

  test('says in each row what cannot be, with what to do, and is put right in place', async () => {
    const level = await fields.make('unit-a', {
      kind: 'one-of',
      options: shifts,
      labelZh: '定级',
      stages: ['full'],
    });
    const file = csv(
      [...heading, '定级'],
      [...(people(1)[0] as string[]), '中班'],
      [...(people(1, 'branch-b1')[0] as string[]), '白班'],
      [...(people(1, 'branch-b1')[0] as string[]), ''],
    );
    const preview = await archives.upload(officer, file);
    expect(preview.errors.map(({ row, column, field, code }) => [row, column, field, code])).toEqual([
      [2, '定级', `custom.${level.key}`, 'choice.unknown'],
      [3, '定级', `custom.${level.key}`, 'custom.elsewhere'],
    ]);
    const marked = await officer.get(`${imports}/${preview.id}/marked.xlsx`, program);
    const book = new Workbook();
    await book.xlsx.load((await marked.arrayBuffer()) as never);
    expect(book.worksheets[0]?.getRow(3).getCell(6).text).toBe('定级：此人所在组织没有该字段，请留空');
    const correct = (row: number, version: number, text: string) =>
      officer.patch(
        `${imports}/${preview.id}/rows/${row}`,
        { cells: { [`custom.${level.key}`]: text } },
        match(version),
      );
    expect(await bodyOf(correct(2, 1, '夜班'))).toMatchObject({ valid: true, errors: [] });
    expect(await bodyOf(correct(3, 1, ''))).toMatchObject({ valid: true, errors: [] });
    const committed = await archives.act(officer, preview, 'commit');
    expect(await customOf(await memberOf(committed, 2))).toEqual({ [level.key]: 'night' });
    expect(await customOf(await memberOf(committed, 3))).toEqual({});
  });

  test('is mapped to fields in use where it goes, and remembers it until they are retired', async () => {
    const here = await fields.make('unit-a', { labelZh: '工号' });
    const elsewhere = await fields.make('unit-b', { labelZh: '乙工号' });
    const unit = await archives.importer('unit-a');
    const file = () => csv([...heading, '员工编码'], [...(people(1)[0] as string[]), 'A-1']);
    const first = await archives.upload(unit, file());
    expect(first.columns[4]).toMatchObject({ field: null });
    const map = (field: string) =>
      unit.patch(`${imports}/${first.id}/mapping`, { columns: [{ index: 4, field }] }, match(first.version));
    for (const field of [`custom.${elsewhere.key}`, 'custom.nowhere']) {
      const refused = await map(field);
      expect([refused.status, (await problem(refused)).errors]).toEqual([
        400,
        [{ field: 'columns.0.field', code: 'custom.unknown', message: expect.any(String) as string }],
      ]);
    }
    expect((await map(`custom.${here.key}`)).status).toBe(202);
    await archives.settleJobs();
    const second = await archives.upload(unit, file());
    expect(second.columns[4]).toMatchObject({ field: `custom.${here.key}`, guess: 'remembered' });

    await (await fields.settler('unit-a')).post(`${fieldsPath}/${here.id}/archive`);
    const late = await archives.act(unit, second, 'commit');
    expect(late).toMatchObject({
      status: 'preview',
      problem: { code: 'archives.import-overtaken', rows: [{ row: 2, code: 'custom.unknown' }] },
      errors: [{ row: 2, column: '员工编码', code: 'custom.unknown' }],
    });
    expect((await archives.upload(unit, file())).columns[4]).toMatchObject({ field: null, guess: 'none' });
  });

  test('asks for what is required of new people, not of known ones', async () => {
    const badge = await fields.make('branch-a2', { required: true, labelZh: '胸牌号' });
    const preview = await archives.upload(
      officer,
      csv(
        [...heading, '胸牌号'],
        [...(people(1, 'branch-a2')[0] as string[]), ''],
        [...(people(1, 'branch-a1')[0] as string[]), ''],
      ),
    );
    expect(preview.errors.map(({ row, field, code }) => [row, field, code])).toEqual([
      [2, `custom.${badge.key}`, 'value.required'],
    ]);
    await (await fields.settler('branch-a2')).post(`${fieldsPath}/${badge.id}/archive`);
  });

  test('begins from a template that has them, with the choices of each list', async () => {
    const grade = await fields.make('unit-b', { kind: 'one-of', options: shifts, labelZh: '等级' });
    const clash = await fields.make('unit-b', { labelZh: '备注', required: true, stages: ['full'] });
    const foreign = await fields.make('unit-a', { labelZh: '甲单位字段' });
    const secretary = await archives.importer('branch-b1', 'node');
    const template = await (await secretary.get(`${imports}/template.xlsx`)).arrayBuffer();
    const { columns } = await archives.upload(secretary, new Uint8Array(template));
    const offered = columns.map(({ heading: text, field }) => [text, field]);
    expect(offered).toContainEqual(['等级', `custom.${grade.key}`]);
    expect(offered).toContainEqual([`备注-${clash.key}`, `custom.${clash.key}`]);
    expect(JSON.stringify(offered)).not.toContain(foreign.labelZh);
    const book = new Workbook();
    await book.xlsx.load(template as never);
    const column = columns.find(({ heading: text }) => text === '等级')?.letter;
    const [roster, choices] = [book.getWorksheet('名册'), book.getWorksheet('可选项')];
    const offers = roster?.getCell(`${column}2`).dataValidation as { formulae?: string[] } | undefined;
    const [, letter] = /^可选项!\$([A-Z]+)\$2:\$\1\$3$/.exec(offers?.formulae?.[0] ?? '') ?? [];
    const list = [1, 2, 3].map((row) => choices?.getCell(`${letter}${row}`).text);
    expect(list).toEqual(['等级', '白班', '夜班']);
    const notes = (book.getWorksheet('填写说明')?.getSheetValues() ?? []).map(String).join('\n');
    expect(notes).toContain('必填；文字，不超过 200 字；仅限正式党员。');
  });

  test('leaves every record as it was once it is undone', async () => {
    const note = await fields.make('group', { labelZh: '考勤卡' });
    const several = await fields.make('group', { kind: 'several-of', options: shifts, labelZh: '可排班次' });
    const value = fc.option(fc.constantFrom('甲', '乙'));
    const chosen = fc.option(fc.constantFrom(['day'], ['day', 'night']));
    const person = fc.record({ note: value, several: chosen, noteCell: value, severalCell: chosen });
    await fc.assert(
      fc.asyncProperty(fc.array(person, { minLength: 1, maxLength: 4 }), async (all) => {
        const made = [];
        for (const one of all) {
          const idNumber = nextIdNumber();
          const custom = { [note.key]: one.note, [several.key]: one.several };
          const { id } = await archives.admit('branch-a3', { idNumber, custom });
          made.push({ ...one, id, idNumber, before: await customOf(id) });
        }
        const words = { day: '白班', night: '夜班' } as Record<string, string>;
        const file = csv(
          ['姓名', '身份证号', '考勤卡', '可排班次', '岗位'],
          ...made.map(({ idNumber, noteCell, severalCell }) => [
            '',
            idNumber,
            noteCell ?? '',
            (severalCell ?? []).map((one) => words[one]).join('、'),
            '巡检',
          ]),
        );
        const preview = await archives.upload(officer, file, { mode: 'update' });
        await archives.act(officer, preview, 'commit');
        for (const { id, before, noteCell, severalCell } of made)
          expect(await customOf(id)).toEqual({
            ...before,
            ...(noteCell === null ? {} : { [note.key]: noteCell }),
            ...(severalCell === null ? {} : { [several.key]: severalCell }),
          });
        await archives.act(officer, preview, 'undo');
        for (const { id, before } of made) expect(await customOf(id)).toEqual(before);
      }),
      { numRuns: 6 },
    );
  });
});
