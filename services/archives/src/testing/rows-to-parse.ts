import { type Branch, indexBranches } from '../imports/branches.ts';
import { type ImportField, importFields } from '../imports/import-fields.ts';
import { type KeptRow, type Layout, parseRow } from '../imports/parse-row.ts';

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
export const branches = indexBranches(nodes as Branch[], tree);

const columns = new Map<ImportField, number>(importFields.map((field, index) => [field, index]));
export const layout: Layout = {
  columns,
  branches,
  date1904: false,
  defaults: { organizationId: null, stage: null },
};

export function row(cells: Partial<Record<ImportField, string>>, marks?: KeptRow['marks']): KeptRow {
  return { cells: importFields.map((field) => cells[field] ?? ''), marks };
}
export const parse = (cells: Partial<Record<ImportField, string>>, more: Partial<Layout> = {}) =>
  parseRow({ ...layout, ...more }, row(cells));
