import { expect, it } from 'vitest';
import { chartOption, drawsTotalsOnly, liesDown } from './chart-option.ts';

const colours = { text: '#000', third: '#333', line: '#ccc', card: '#fff' };
const ground = { colours, fontFamily: 'serif', narrow: false };
const figures = {
  rows: ['甲', '乙'],
  columns: ['男', '女'],
  cells: [
    [1, 2],
    [3, 4],
  ],
  rowTotals: [3, 7],
  totalsName: '合计',
};

it('draws the figures of the table, a series for each column', () => {
  const { series } = chartOption(figures, ground) as { series: { name: string; data: number[] }[] };
  expect(series.map(({ name, data }) => [name, data])).toEqual([
    ['男', [1, 3]],
    ['女', [2, 4]],
  ]);
});

it('draws totals alone where columns are many or none, and lies down where names are many', () => {
  const many = { ...figures, columns: Array.from({ length: 13 }, (_, index) => String(index)) };
  expect([drawsTotalsOnly(many), drawsTotalsOnly({ columns: [] }), drawsTotalsOnly(figures)]).toEqual([
    true,
    true,
    false,
  ]);
  const { series } = chartOption(many, ground) as { series: { data: number[] }[] };
  expect(series.map(({ data }) => data)).toEqual([[3, 7]]);
  const rows = (count: number, name: string) => Array.from({ length: count }, () => name);
  const cases = [rows(14, '采油一厂党委'), rows(15, '采油一厂党委'), rows(70, '1998')];
  expect(cases.map((one) => liesDown(one, false))).toEqual([false, true, false]);
  expect(liesDown(rows(6, '本科'), true)).toBe(true);
});
