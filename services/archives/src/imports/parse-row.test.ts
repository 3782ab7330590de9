import { describe, expect, test } from 'vitest';
import { layout, parse, row } from '../testing/rows-to-parse.ts';
import type { ImportField } from './import-fields.ts';
import { parseRow } from './parse-row.ts';

const codes = (cells: Partial<Record<ImportField, string>>) =>
  parse(cells).errors.map(({ field, code }) => `${field}: ${code}`);

describe('a row', () => {
  test('is understood in the words of rosters', () => {
    expect(
      parse({
        name: '张　三',
        idNumber: '１１０１０５１９４９１２３１００２ｘ',
        sex: '女性',
        ethnicity: '汉',
        bornOn: '1949年12月31日',
        education: '全日制大学本科',
        degree: '工学学士',
        stage: '中共党员',
        state: '失去联系',
        organization: '采油一队',
        section: '第一党小组',
        phone: '电话：138—1234 5678',
        introducers: '李四、王五',
        address: ' 某市 某路1号 ',
        note: '无',
      }),
    ).toMatchObject({
      organizationId: 'one',
      stage: 'full',
      state: 'out-of-contact',
      errors: [],
      values: {
        name: '张三',
        idNumber: '11010519491231002X',
        sex: 'female',
        ethnicity: '汉族',
        bornOn: '1949-12-31',
        education: 'bachelor',
        degree: 'bachelor',
        sectionId: 'group-1',
        phone: '138-1234 5678',
        introducers: [
          { name: '李四', memberId: null },
          { name: '王五', memberId: null },
        ],
        address: '某市某路1号',
      },
    });
    expect(parse({ note: '无' }).values).toEqual({});
  });

  test('says of each cell what is wrong with it', () => {
    expect(
      codes({
        sex: '未知',
        education: '很高',
        degree: '博士后',
        stage: '群众',
        state: '流动',
        organization: '采油一队',
        section: '第九党小组',
        phone: '无线电',
        idNumber: 'x'.repeat(40),
        introducers: '甲、乙、丙',
        school: '学'.repeat(200),
      }).toSorted(),
    ).toEqual([
      'degree: degree.unknown',
      'education: education.unknown',
      'idNumber: id-number.form',
      'introducers: value.unusable',
      'phone: phone.form',
      'school: value.too-long',
      'section: section.unknown',
      'sex: sex.unknown',
      'stage: stage.unknown',
      'state: state.unknown',
    ]);
    expect(codes({ stage: '正式党员', state: '已转出' })).toEqual(['state: state.off-the-roll']);
    expect(codes({ stage: '积极分子', state: '停止党籍' })).toEqual(['state: state.illegal']);
  });

  test('takes values of formulas with a warning, and refuses formulas without one', () => {
    const parsed = parseRow(
      layout,
      row(
        { name: '张三', post: '#REF!', idNumber: '110105194912310020' },
        { 0: 'f', 1: 'r', 11: 'e', 5: 'n' },
      ),
    );
    expect(parsed.warnings).toEqual([{ field: 'name', code: 'formula.cached' }]);
    expect(parsed.errors).toEqual([
      { field: 'idNumber', code: 'value.rounded' },
      { field: 'education', code: 'formula.no-value' },
      { field: 'post', code: 'formula.error' },
    ]);
  });

  test('is read as corrected, not as the file has it', () => {
    const corrected = {
      ...row({ name: '张三', sex: '?' }, { 2: 'e' }),
      corrections: { sex: '男', organization: '采油二队' },
    };
    expect(parseRow(layout, corrected)).toMatchObject({
      organizationId: 'two',
      values: { sex: 'male' },
      errors: [],
    });
  });
});
