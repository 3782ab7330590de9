import type { WorkbookWriter } from '@cj-tech-master/excelts';
import { customName } from '../fields/change-custom.ts';
import type { CustomField, FieldKind } from '../fields/custom-field.ts';
import { valueWord } from '../exports/export-words.ts';
import { customColumnsOf } from './custom-columns.ts';
import { letterOf } from './merges.ts';
import { fieldOfWord } from './field-of-heading.ts';

const choicesSheet = '可选项';

/** Headings that are read back as these fields; a label that means something else already comes with its key. */
export function customHeadings(fields: readonly CustomField[]): string[] {
  const { named } = customColumnsOf(fields, fields, () => true);
  return fields.map(({ key, labelZh }) =>
    fieldOfWord(labelZh) === null && named(labelZh) === customName(key) ? labelZh : `${labelZh}-${key}`,
  );
}

/** Labels may hold commas and be many: the list that a cell offers stands on a sheet of its own. */
export function choiceFormula(field: CustomField, fields: readonly CustomField[]): string | null {
  if (field.kind === 'yes-no') return '"是,否"';
  if (field.kind !== 'one-of') return null;
  const letter = letterOf(withList(fields).indexOf(field));
  const count = openLabels(field).length;
  return count === 0 ? null : `${choicesSheet}!$${letter}$2:$${letter}$${count + 1}`;
}

/** The choices of every list, a column each. */
export function addChoices(
  book: WorkbookWriter,
  fields: readonly CustomField[],
  headings: readonly string[],
): void {
  const lists = withList(fields);
  if (lists.length === 0) return;
  const sheet = book.addWorksheet(choicesSheet, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = lists.map(() => ({ width: 24, style: { numFmt: '@' } }));
  const heading = sheet.addRow(lists.map((field) => headings[fields.indexOf(field)]));
  heading.font = { bold: true };
  heading.commit();
  const longest = Math.max(...lists.map((field) => openLabels(field).length));
  for (let row = 0; row < longest; row += 1)
    sheet.addRow(lists.map((field) => openLabels(field)[row] ?? null)).commit();
  sheet.commit();
}

const kindNotes: Readonly<Record<FieldKind, string>> = {
  text: '文字，不超过 200 字',
  'long-text': '文字，可分行，不超过 2000 字',
  number: '数字',
  date: '日期，写法同上',
  'yes-no': '填“是”或“否”',
  'one-of': `从“${choicesSheet}”工作表所列中选一项`,
  'several-of': `可填“${choicesSheet}”工作表所列的一项或几项，用“、”隔开`,
};

/** What may stand in the column of a field. */
export function customNote(field: CustomField): string {
  const { kind, unit, minimum, maximum, stages, required, help } = field;
  const bounds = [
    minimum === null ? null : `不小于 ${minimum}`,
    maximum === null ? null : `不大于 ${maximum}`,
    unit === null ? null : `单位：${unit}`,
  ];
  const parts = [
    required ? '必填' : null,
    kindNotes[kind],
    ...bounds,
    stages.length === 0
      ? null
      : `仅限${stages.map((stage) => valueWord('stage', stage, 'zh-CN')).join('、')}`,
    help,
  ];
  return `${parts.filter((part) => part !== null).join('；')}。`;
}

function withList(fields: readonly CustomField[]): CustomField[] {
  return fields.filter(({ kind }) => kind === 'one-of' || kind === 'several-of');
}

function openLabels({ options }: CustomField): string[] {
  return options.filter(({ retired }) => !retired).map(({ labelZh }) => labelZh);
}
