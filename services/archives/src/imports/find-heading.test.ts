import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findHeading, isFoot } from './find-heading.ts';
import { guessColumns, maskSample, rememberedOf, undecidedColumns } from './guess-columns.ts';
import { importFields } from './import-fields.ts';
import { wordKey } from './normal-text.ts';
import { fieldAlike, fieldOfWord } from './field-of-heading.ts';
import { synonyms } from './synonyms.ts';

function rows(...lines: readonly (readonly string[])[]) {
  return lines.map((cells, index) => ({ row: index + 1, cells: [...cells] }));
}

describe('words for columns', () => {
  test('every word names one field', () => {
    const words = Object.entries(synonyms).flatMap(([field, list]) =>
      list.map((word) => [wordKey(word), field]),
    );
    expect(new Map(words as [string, string][]).size).toBe(words.length);
    for (const [word, field] of words) expect(fieldOfWord(word as string)).toBe(field);
  });

  test.each([
    ['公民身份号码', 'idNumber'],
    ['证 件 号 码', 'idNumber'],
    ['身份证号（18位）', 'idNumber'],
    ['姓　名', 'name'],
    ['*所在党支部', 'organization'],
    ['入党时间:', 'joinedOn'],
    ['ID Number', 'idNumber'],
  ])('%s is %s', (heading, field) => {
    expect(fieldOfWord(heading)).toBe(field);
  });

  test.each([
    ['现任工作岗位', 'post'],
    ['加入中国共产党入党时间', 'joinedOn'],
    ['配偶姓名', null],
    ['支部书记', null],
    ['党员编号', null],
    ['序号', null],
  ])('%s contains the word of %s', (heading, field) => {
    expect(fieldAlike(heading)).toBe(field);
  });
});

describe('the heading of a roster', () => {
  test('is found below any titles, whatever its words and their order', () => {
    const columns = fc.uniqueArray(fc.constantFrom(...importFields.filter((field) => field !== 'name')), {
      minLength: 2,
    });
    const titles = fc.array(
      fc.constantFrom('某某党委', '二〇二六年党员名册', '填报单位：采油一厂', '第1页'),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(columns, titles, fc.nat(), (fields, above, pick) => {
        const all = [
          ...fields.slice(0, pick % fields.length),
          'name' as const,
          ...fields.slice(pick % fields.length),
        ];
        const words = all.map(
          (field, index) => synonyms[field][(pick + index) % synonyms[field].length] as string,
        );
        const found = findHeading(
          rows(...above.map((title) => [title]), words, ['张三', '11010519491231002X', '男', '2020-01-05']),
        );
        expect(found).toMatchObject({ from: above.length + 1, to: above.length + 1 });
        expect(guessColumns(found?.headings ?? [], [], null).map(({ field }) => field)).toEqual(all);
      }),
    );
  });

  test('over two lines is joined, with groups that reach to the right', () => {
    const found = findHeading(
      rows(
        ['采油一厂党员名册'],
        ['序号', '姓名', '基本情况', '', '', '入党', '', '联系方式', ''],
        ['', '', '性别', '民族', '身份证号', '时间', '介绍人', '手机', '住址'],
        ['1', '张三', '男', '汉', '11010519491231002X', '2020.1.5', '李四', '13800000000', '某地'],
      ),
    );
    expect(found).toMatchObject({ from: 2, to: 3 });
    expect(found?.headings).toEqual([
      '序号',
      '姓名',
      '性别',
      '民族',
      '身份证号',
      '入党时间',
      '入党介绍人',
      '手机',
      '住址',
    ]);
  });

  test('over two lines is the lower one where that says more than its group', () => {
    const found = findHeading(
      rows(
        ['姓名', '公民身份号码', '党籍情况', '', '', '配偶', '', '学历', '学历'],
        ['', '', '提交入党申请书时间', '入党时间', '班制', '政治面貌', '现工作单位及职务', '全日制', '在职'],
        ['张三', '11010519491231002X', '2020.1.5', '2021.7.1', '白班', '群众', '某校', '本科', '本科'],
      ),
    );
    expect(found?.headings).toEqual([
      '姓名',
      '公民身份号码',
      '提交入党申请书时间',
      '入党时间',
      '班制',
      '配偶政治面貌',
      '配偶现工作单位及职务',
      '学历全日制',
      '学历在职',
    ]);
    expect(guessColumns(found?.headings ?? [], [], null).map(({ field }) => field)).toEqual([
      'name',
      'idNumber',
      'appliedOn',
      'joinedOn',
      null,
      null,
      null,
      'education',
      null,
    ]);
  });

  test('merged over two lines comes as the same words twice, and is one', () => {
    const found = findHeading(
      rows(
        ['名册', '名册', '名册'],
        ['姓名', '身份证号', '学历', '学历'],
        ['姓名', '身份证号', '学历', '毕业院校'],
        ['张三', '110105', '本科', '某大学'],
      ),
    );
    expect(found).toMatchObject({ from: 2, to: 3, headings: ['姓名', '身份证号', '学历', '毕业院校'] });
  });

  test('is not guessed where no row names a person and something more', () => {
    expect(findHeading(rows(['名单'], ['一', '二'], ['张三', '1']))).toBeNull();
    expect(findHeading(rows(['性别', '民族', '学历'], ['男', '汉族', '本科']))).toBeNull();
    expect(findHeading(rows(['姓名'], ['张三']))).toBeNull();
  });

  test('the first person below is no second line', () => {
    expect(findHeading(rows(['姓名', '性别', '岗位'], ['张三', '男', '职务']))).toMatchObject({
      from: 1,
      to: 1,
    });
  });
});

describe('lines that are no people', () => {
  test.each([
    [['合计', '12']],
    [['', '总 计', '3']],
    [['小计：', '5', '']],
    [['制表人：李四', '', '2026年1月']],
    [['注：本表一式两份']],
    [['共12人']],
    [['合计', '', '100000']],
  ])('%j', (cells) => {
    expect(isFoot({ row: 9, cells }, 1, 2)).toBe(true);
  });

  test.each([
    [['1', '张三', '11010519491231002X']],
    [['合计', '何计', '110105194912310021']],
    [['', '注册', '', '男', '汉族', '本科', '正式', '某支部']],
  ])('%j is one', (cells) => {
    expect(isFoot({ row: 9, cells }, 1, 2)).toBe(false);
  });
});

describe('the guess of columns', () => {
  test('of two columns with the same heading takes neither, until somebody chooses', () => {
    const columns = guessColumns(['姓名', '电话', '电话', '序号', '序号'], [], null);
    expect(columns.map(({ field, duplicate }) => [field, duplicate])).toEqual([
      ['name', false],
      [null, true],
      [null, true],
      [null, true],
      [null, true],
    ]);
    expect(undecidedColumns(columns).map(({ index }) => index)).toEqual([1, 2]);
    const chosen = columns.map((column) =>
      column.index === 2 ? { ...column, field: 'phone' as const, guess: 'chosen' as const } : column,
    );
    expect(undecidedColumns(chosen)).toEqual([]);
  });

  test('a heading that every object knows is not remembered as anything', () => {
    const [column] = guessColumns(['constructor'], [], { 姓名: 'name' });
    expect(column).toMatchObject({ field: null, guess: 'none' });
  });

  test('remembers what was chosen for these headings, also that a column was left out', () => {
    const before = guessColumns(['姓名', '工号', '备注'], [], null);
    const chosen = before.map((column) => ({
      ...column,
      field: ({ 工号: 'formerName', 姓名: 'name' } as const)[column.heading as '工号'] ?? null,
    }));
    expect(
      guessColumns(['姓名', '工号', '备注'], [], rememberedOf(chosen)).map(({ field, guess }) => [
        field,
        guess,
      ]),
    ).toEqual([
      ['name', 'remembered'],
      ['formerName', 'remembered'],
      [null, 'remembered'],
    ]);
  });

  test('shows samples with whole dates, without long numbers and whole addresses', () => {
    expect(maskSample('11010519491231002X')).toBe('110****2X');
    expect(maskSample('110105 19491231 002x')).toBe('110****2x');
    expect(maskSample('0990-6881234')).toBe('099****34');
    for (const date of ['2020-01-05', '2020/1/5', '2020.01.05', '2020年1月5日', '20200105'])
      expect(maskSample(date)).toBe(date);
    expect(maskSample('20201305')).toBe('202****05');
    expect(maskSample('新疆克拉玛依市白碱滩区')).toBe('新疆克拉玛依…');
  });
});
