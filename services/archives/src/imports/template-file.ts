import type { WorkbookWriter } from '@cj-tech-master/excelts';
import { openWorkbook } from '../exports/open-workbook.ts';
import { notFound } from '@banyan/service-kit/error';
import { type AppContext, authorize, parseQuery } from '@banyan/service-kit/http-app';
import { holds, within } from '@banyan/service-kit/scope';
import type { Deps } from '../deps.ts';
import { fileResponse } from '../exports/file-response.ts';
import { type Branch, loadBranches } from './branches.ts';
import type { CustomField } from '../fields/custom-field.ts';
import { fieldsAt, topsOf } from '../fields/fields-in-sight.ts';
import { importFields, type RosterField } from './import-fields.ts';
import { letterOf } from './merges.ts';
import { startQuerySchema } from './routes.ts';
import { addChoices, choiceFormula, customHeadings, customNote } from './template-custom.ts';
import { headingOf, widthOf } from './words-of-files.ts';

const choices: Partial<Record<RosterField, readonly string[]>> = {
  sex: ['男', '女'],
  stage: ['正式党员', '预备党员', '发展对象', '入党积极分子', '入党申请人'],
  state: ['正常', '停止党籍', '失联'],
  education: [
    '博士研究生',
    '硕士研究生',
    '大学本科',
    '大学专科',
    '中等专科',
    '技工学校',
    '普通高中',
    '初级中学',
    '小学',
  ],
  degree: ['博士', '硕士', '学士'],
};

const examples: Partial<Record<RosterField, string>> = {
  name: '张建国',
  idNumber: '11010519491231002X',
  sex: '女',
  ethnicity: '汉族',
  bornOn: '1949-12-31',
  education: '大学本科',
  stage: '正式党员',
  joinedOn: '1975-07-01',
  fullOn: '1976-07-01',
  post: '退休',
  phone: '13800000000',
  address: '某市某区某路 1 号',
  introducers: '王某、李某',
};

const notes: readonly (readonly [string, string])[] = [
  ['必填', '姓名、人员类别、所在党支部。按证件号码更新已有档案时，只需公民身份号码和要更新的列。'],
  ['日期', '写全年月日，如 2020-01-05、2020/1/5、2020.1.5、2020年1月5日、20200105。'],
  ['公民身份号码', '18 位；15 位的自动升为 18 位。单元格保持文本格式，以免末几位丢失。'],
  ['所在党支部', '可写全称、简称或代码，见“党支部”工作表。只能导入到您负责的支部。'],
  ['其他叫法', '列名可用“身份证号”“证件号码”“入党时间”等常见叫法，列的先后和多余的列不影响导入。'],
  ['空白', '更新时，空白单元格不改动原有内容。'],
];

const rowsBelow = 5_000;

/** An empty roster with the branches that its reader may import into. */
export async function templateFile(deps: Deps, c: AppContext): Promise<Response> {
  const { kit } = deps;
  const granted = await authorize(kit, c, 'archives.member.import');
  const asked = parseQuery(c, startQuerySchema).organizationId?.toLowerCase();
  const tree = kit.tree();
  if (asked !== undefined && !holds(granted, tree, asked)) throw notFound();
  const scope = asked === undefined ? granted : within(granted, tree, asked);
  const heirs = await topsOf(deps, scope);
  const { homes, fields } = await kit.database.read(scope, async (tx) => ({
    homes: (await loadBranches(tx, tree, scope)).homes,
    fields: (await fieldsAt(deps, tx, heirs, false)).filter(({ archived }) => !archived),
  }));
  return kit.streams.answer(
    c,
    { kind: 'made', about: 'import: template', actor: scope.actor },
    async (send) =>
      fileResponse({
        format: 'xlsx',
        name: '党员名册模板',
        plainName: 'roster-template',
        body: send(templateBytes(homes, fields)),
      }),
  );
}

async function* templateBytes(
  homes: readonly Branch[],
  fields: readonly CustomField[],
): AsyncGenerator<Uint8Array> {
  const { book, ready } = await openWorkbook({ useStyles: true });
  const headings = customHeadings(fields);
  addRoster(book, homes.length, fields, headings);
  addBranches(book, homes);
  addChoices(book, fields, headings);
  addNotes(book, fields, headings);
  await book.commit();
  yield* ready();
}

function addRoster(
  book: WorkbookWriter,
  branchCount: number,
  fields: readonly CustomField[],
  headings: readonly string[],
): void {
  const sheet = book.addWorksheet('名册', { views: [{ state: 'frozen', ySplit: 1 }] });
  const widths = [
    ...importFields.map((field) => widthOf(field, headingOf(field))),
    ...headings.map((heading) => widthOf(null, heading)),
  ];
  sheet.columns = widths.map((width) => ({ width, style: { numFmt: '@' } }));
  const formulas = [
    ...importFields.map((field) => formulaOf(field, branchCount)),
    ...fields.map((field) => choiceFormula(field, fields)),
  ];
  for (const [index, formula] of formulas.entries()) {
    if (formula === null) continue;
    const letter = letterOf(index);
    sheet.dataValidations.add(`${letter}2:${letter}${rowsBelow}`, {
      type: 'list',
      allowBlank: true,
      formulae: [formula],
    });
  }
  const heading = sheet.addRow([...importFields.map(headingOf), ...headings]);
  heading.font = { bold: true };
  heading.commit();
  sheet.commit();
}

function formulaOf(field: RosterField, branchCount: number): string | null {
  if (field === 'organization' && branchCount > 0) return `党支部!$A$2:$A$${branchCount + 1}`;
  const list = choices[field];
  return list === undefined ? null : `"${list.join(',')}"`;
}

function addBranches(book: WorkbookWriter, homes: readonly Branch[]): void {
  const sheet = book.addWorksheet('党支部', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = [40, 24, 16].map((width) => ({ width, style: { numFmt: '@' } }));
  const heading = sheet.addRow(['全称', '简称', '代码']);
  heading.font = { bold: true };
  heading.commit();
  for (const { name, shortName, code } of homes) sheet.addRow([name, shortName, code]).commit();
  sheet.commit();
}

function addNotes(book: WorkbookWriter, fields: readonly CustomField[], headings: readonly string[]): void {
  const sheet = book.addWorksheet('填写说明');
  sheet.columns = [
    { width: 18, style: { numFmt: '@', font: { bold: true }, alignment: { vertical: 'top' } } },
    { width: 90, style: { numFmt: '@', alignment: { wrapText: true, vertical: 'top' } } },
  ];
  for (const note of notes) sheet.addRow([...note]).commit();
  for (const [index, field] of fields.entries()) sheet.addRow([headings[index], customNote(field)]).commit();
  sheet.addRow([]).commit();
  sheet.addRow(['示例', '一行填好的样子（请写在“名册”工作表中）：']).commit();
  for (const field of importFields)
    if (examples[field] !== undefined) sheet.addRow([headingOf(field), examples[field]]).commit();
  sheet.commit();
}
