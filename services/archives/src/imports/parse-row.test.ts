import { describe, expect, test } from 'vitest';
import { blankValues } from '../members/member-record.ts';
import type { MemberValues } from '../members/member-fields.ts';
import { type Branch, type BranchFault, indexBranches } from './branches.ts';
import { type ImportField, importFields } from './import-fields.ts';
import { type KeptRow, type Layout, parseRow } from './parse-row.ts';
import { type Match, settleRow } from './settle-row.ts';

const node = (
  id: string,
  parentId: string | null,
  type: string,
  name: string,
  shortName: string,
  status = 'active',
) => ({
  id,
  parentId,
  path: '',
  type,
  name,
  shortName,
  code: `C-${id}`,
  status,
});
const nodes = [
  node('unit', null, 'committee', '采油一厂党委', '采油一厂'),
  node('one', 'unit', 'branch', '中共采油一厂采油一队党支部', '采油一队'),
  node('two', 'unit', 'branch', '采油二队党支部', '采油二队'),
  node('other', 'unit', 'committee', '采油二厂党委', '采油二厂'),
  node('first-a', 'unit', 'branch', '机关第一党支部', '第一党支部'),
  node('first-b', 'other', 'branch', '后勤第一党支部', '第一党支部'),
  node('gone', 'unit', 'branch', '采油三队党支部', '采油三队', 'merged'),
  node('group-1', 'one', 'section', '第一党小组', '一组'),
];
const tree = { get: (id: string) => nodes.find((each) => each.id === id) };
const branches = indexBranches(nodes as Branch[], tree);

const columns = new Map<ImportField, number>(importFields.map((field, index) => [field, index]));
const layout: Layout = {
  columns,
  branches,
  date1904: false,
  defaults: { organizationId: null, stage: null },
};

function row(cells: Partial<Record<ImportField, string>>, marks?: KeptRow['marks']): KeptRow {
  return { cells: importFields.map((field) => cells[field] ?? ''), marks };
}
const parse = (cells: Partial<Record<ImportField, string>>, more: Partial<Layout> = {}) =>
  parseRow({ ...layout, ...more }, row(cells));
const codes = (cells: Partial<Record<ImportField, string>>) =>
  parse(cells).errors.map(({ field, code }) => `${field}: ${code}`);

describe('branches', () => {
  test.each([
    ['中共采油一厂采油一队党支部', 'one'],
    ['采油一厂采油一队支部', 'one'],
    ['采油一队', 'one'],
    ['采油 一队', 'one'],
    ['c-one', 'one'],
    ['采油二队党支部委员会', 'two'],
    ['采油一厂党委采油二队党支部', 'two'],
    ['机关第一党支部', 'first-a'],
  ])('%s is found', (text, id) => {
    expect(branches.find(text)).toBe(id);
  });

  test('with one name for two are told apart by those who know them', () => {
    expect(branches.find('第一党支部')).toMatchObject({
      code: 'organization.ambiguous',
      suggestions: [{ organizationId: 'first-a' }, { organizationId: 'first-b' }],
    });
  });

  test('that are none, have ended or are not there come with names that are alike', () => {
    expect(branches.find('采油一厂')).toMatchObject({ code: 'organization.not-a-home' });
    expect(branches.find('采油三队')).toMatchObject({ code: 'organization.ended' });
    const unknown = branches.find('采油一对党支部');
    expect(unknown).toMatchObject({ code: 'organization.unknown' });
    expect((unknown as BranchFault).suggestions.map(({ name }) => name)).toContain('采油二队党支部');
    expect(JSON.stringify(branches.find('采油三对'))).not.toContain('采油三队党支部');
  });
});

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

describe('a row and the roster', () => {
  const judging = { layout, mode: 'both' as const, today: '2026-11-23' };
  const values = {
    ...blankValues,
    name: '张三',
    idNumber: '11010519491231002X',
    post: '工人',
  } as MemberValues;
  const match: Match = {
    id: 'm',
    organizationId: 'one',
    version: 3,
    stage: 'full',
    state: 'active',
    inScope: true,
    values,
  };
  const settle = (
    cells: Partial<Record<ImportField, string>>,
    mode: 'add' | 'update' | 'both' = 'both',
    found: Match | null = match,
  ) => {
    const { action, changed, errors } = settleRow({ ...judging, mode }, parse(cells), found);
    return { action, changed, codes: errors.map(({ code }) => code) };
  };
  const id = { idNumber: '11010519491231002X' };

  test('updates what is given and differs, and nothing that is a step of its own', () => {
    expect(settle({ ...id, post: '班长' })).toEqual({ action: 'update', changed: ['post'], codes: [] });
    expect(settle({ ...id, post: '工人', name: '' })).toEqual({ action: 'none', changed: [], codes: [] });
    expect(settle({ ...id, organization: '采油二队' }).codes).toEqual(['update.organization-differs']);
    expect(settle({ ...id, stage: '预备党员' }).codes).toEqual(['update.stage-differs']);
    expect(settle({ ...id, state: '失联' }).codes).toEqual(['update.state-differs']);
    expect(settle({ ...id, section: '一组' })).toEqual({
      action: 'update',
      changed: ['sectionId'],
      codes: [],
    });
    expect(settle({ ...id, bornOn: '1949-12-30' }).codes).toEqual(['id-number.born-on']);
  });

  test('adds with what a record needs, and completes it from the ID number', () => {
    expect(settle({ ...id, name: '张三' }, 'add', null).codes).toEqual(['value.required', 'value.required']);
    const full = { ...id, name: '张三', organization: '采油一队', stage: '正式党员' };
    expect(settle(full, 'add', null)).toMatchObject({ action: 'add', codes: [] });
    expect(settleRow(judging, parse(full), null).values).toMatchObject({
      sex: 'female',
      bornOn: '1949-12-31',
    });
    expect(
      settle({ ...full, sex: '男', joinedOn: '1999-01-01', fullOn: '1998-01-01' }, 'add', null).codes,
    ).toEqual(['id-number.sex', 'date.order']);
    expect(settle({ ...full, stage: '预备党员', fullOn: '1998-01-01' }, 'add', null).codes).toEqual([
      'date.stage-not-reached',
    ]);
    expect(settle({ ...full, joinedOn: '2027-01-01' }, 'add', null).codes).toEqual(['date.future']);
  });

  test('says nothing of a person out of scope but that the number is taken', () => {
    const foreign = { ...match, inScope: false };
    const full = { ...id, name: '张三', organization: '采油一队', stage: '正式党员' };
    expect(JSON.stringify(settleRow(judging, parse(full), foreign).errors)).toBe(
      '[{"field":"idNumber","code":"id-number.taken"}]',
    );
    expect(settle(full, 'update', foreign).codes).toEqual(['update.not-found']);
  });
});
