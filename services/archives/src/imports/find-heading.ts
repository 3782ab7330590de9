import { normalText, wordKey } from './normal-text.ts';
import type { RawRow } from './raw-row.ts';
import { fieldAlike, fieldOfWord, isOfOthers } from './field-of-heading.ts';

/** Rows in which a heading is looked for. */
export const headingDepth = 40;

export interface Heading {
  /** Rows as the file numbers them. */
  readonly from: number;
  readonly to: number;
  readonly headings: string[];
}

function fieldsIn(cells: readonly string[]): Set<string> {
  return new Set(cells.flatMap((cell) => fieldOfWord(cell) ?? fieldAlike(cell) ?? []));
}

/** How much a row looks like a heading: the fields it names by known words, with the name of the person among them. */
function score(cells: readonly string[]): number {
  const words = new Set(
    cells.flatMap((cell) => (normalText(cell).length <= 30 ? (fieldOfWord(cell) ?? []) : [])),
  );
  return words.has('name') ? words.size : words.size / 2;
}

/**
 * A line of groups above a line of columns. A group reaches to the right over columns that the line leaves blank; a
 * column that both lines name alike, or the lower leaves blank, is one heading over two lines.
 */
export function joinHeadings(upper: readonly string[], lower: readonly string[]): string[] {
  const joined: string[] = [];
  let group = '';
  for (let column = 0; column < Math.max(upper.length, lower.length); column += 1) {
    const above = normalText(upper[column] ?? '');
    const below = normalText(lower[column] ?? '');
    if (above !== '') group = above;
    else if (below === '') group = '';
    const over = above === '' ? group : above;
    joined.push(joinPair(over, below, above === ''));
    // A heading that stands alone over a blank groups nothing to its right.
    if (above !== '' && (below === '' || below === above)) group = '';
  }
  return joined;
}

function joinPair(above: string, below: string, reached: boolean): string {
  if (below === '') return reached ? '' : above;
  if (above === '' || above === below) return below;
  // `入党` over `时间` is a heading of two parts; `党籍情况` over `提交入党申请书时间` adds nothing to it but a wrong word.
  const both = above + below;
  if (fieldOfWord(both) !== null || isOfOthers(above)) return both;
  return fieldOfWord(below) === null && partWords.test(below) ? both : below;
}

/** Finds the heading among the first rows; null when none names a person and one more column. */
export function findHeading(rows: readonly RawRow[]): Heading | null {
  let best: { at: number; points: number } | null = null;
  for (const [at, { cells }] of rows.slice(0, headingDepth).entries()) {
    const points = score(cells);
    if (points >= 2 && (best === null || points > best.points)) best = { at, points };
  }
  if (best === null) return null;
  const { at } = best;
  const row = rows[at] as RawRow;
  const [above, below] = [rows[at - 1], rows[at + 1]];
  if (below !== undefined && below.row === row.row + 1 && isLowerLine(row.cells, below.cells))
    return headingOf(row, below);
  if (
    above !== undefined &&
    above.row === row.row - 1 &&
    isLowerLine(above.cells, row.cells) &&
    isGroups(above.cells)
  )
    return headingOf(above, row);
  return withName({ from: row.row, to: row.row, headings: row.cells.map(normalText) });
}

function headingOf(upper: RawRow, lower: RawRow): Heading | null {
  return withName({ from: upper.row, to: lower.row, headings: joinHeadings(upper.cells, lower.cells) });
}

function withName(heading: Heading): Heading | null {
  const fields = fieldsIn(heading.headings);
  return fields.has('name') && fields.size >= 2 ? heading : null;
}

/** A second line of a heading names columns, or repeats what was merged over both lines; people have digits. */
function isLowerLine(upper: readonly string[], lower: readonly string[]): boolean {
  const cells = lower.map((cell, column) => [normalText(cell), normalText(upper[column] ?? '')] as const);
  const filled = cells.filter(([cell]) => cell !== '');
  if (filled.length === 0 || filled.some(([cell]) => /\d{4,}/.test(cell) || cell.length > 30)) return false;
  const named = filled.filter(
    ([cell, above]) => cell === above || fieldOfWord(cell) !== null || isPart(above, cell),
  );
  return named.length >= Math.max(1, filled.length * 0.6);
}

/** `时间` below `入党`. */
function isPart(above: string, below: string): boolean {
  return partWords.test(below) && above !== '';
}

/** Words that say nothing without the one above them. */
const partWords =
  /^(时间|日期|年月|年月日|姓名|名称|号码|职务|情况|学历|学位|院校|专业|单位|电话|地址|全日制|在职)/;

/** A title stands in one cell, or in one merged over all. */
function isGroups(cells: readonly string[]): boolean {
  return new Set(cells.map(normalText).filter((cell) => cell !== '')).size >= 2;
}

const totalWords = /^(合计|总计|小计|共计|总数|累计|共\d+人|total|subtotal|sum)/i;
const footWords =
  /^(制表|填表|填报|审核|审批|单位负责人|负责人|统计|联系人|备注|注|说明|日期|盖章|党委|党支部|填写|以上|页)/;

/** Lines of totals, signatures and notes: nothing in them is a person. `idColumn` is where ID numbers stand, if anywhere. */
export function isFoot({ cells }: RawRow, nameColumn: number, idColumn: number): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '');
  const distinct = new Set(filled);
  if (idColumn >= 0 && distinct.size > 1 && /\d{14}/.test(cells[idColumn] ?? '')) return false;
  if (filled.slice(0, 2).some((cell) => totalWords.test(wordKey(cell)))) return true;
  const alone = distinct.size === 1 || (cells[nameColumn] ?? '').trim() === '';
  return alone && footWords.test(wordKey(filled[0] ?? '')) && distinct.size <= 6;
}
