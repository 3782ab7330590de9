import { describe, expect, test } from 'vitest';
import { heading, large, read, refusal, zhang } from '../testing/reading-rosters.ts';
import { inline, rowsXml, workbook } from '../testing/workbooks.ts';
import { isDateFormat } from './workbook-parts.ts';

describe('a workbook', () => {
  test('gives text, dates, numbers, formulas and errors with what is to be known of them', async () => {
    const cells = [
      '<c r="A2" t="s"><v>0</v></c>',
      '<c r="B2"><v>1.1010519491231E+17</v></c>',
      '<c r="C2" s="1"><v>43831</v></c>',
      '<c r="D2" s="2"><v>43831.5</v></c>',
      '<c r="E2" s="3"><v>43831</v></c>',
      '<c r="F2" t="str"><f>A2</f><v>张三</v></c>',
      '<c r="G2"><f>1+1</f></c>',
      '<c r="H2" t="e"><f>1/0</f><v>#DIV/0!</v></c>',
      '<c r="I2" t="b"><v>1</v></c>',
      '<c r="J2" t="s"><v>1</v></c>',
      '<c r="K2"><v>13800000000</v></c>',
      '<c r="M2" t="inlineStr"><is><r><t>两</t></r><r><t>段_x000D_</t></r></is></c>',
    ].join('');
    const file = await workbook({
      sheets: [
        {
          name: '名册',
          xml: `<sheetData><row r="1">${inline(...heading)}</row><row r="2">${cells}</row></sheetData>`,
        },
      ],
      strings: ['<r><t>张</t></r><r><rPr/><t>三</t></r>', '<t>姓名</t><rPh sb="0" eb="1"><t>かな</t></rPh>'],
      formats: [0, 14, 170, 171],
    });
    const { people } = await read(file);
    expect(people).toEqual([
      {
        row: 2,
        cells: [
          '张三',
          '110105194912310000',
          '2020-01-01',
          '2020-01-01',
          '43831',
          '张三',
          '',
          '#DIV/0!',
          'TRUE',
          '姓名',
          '13800000000',
          '',
          '两段\r',
        ],
        marks: { 1: 'r', 2: 'd', 3: 'd', 5: 'f', 6: 'n', 7: 'e' },
      },
    ]);
  });

  test('of the system of 1904 shows the same days', async () => {
    const file = await workbook({
      sheets: [
        {
          name: '名册',
          xml: `<sheetData><row>${inline(...heading)}</row><row>${inline('张三', '1')}<c s="1"><v>42369</v></c></row></sheetData>`,
        },
      ],
      formats: [0, 14],
      date1904: true,
    });
    const { source, people } = await read(file);
    expect(source.date1904).toBe(true);
    expect(people[0]?.cells[2]).toBe('2020-01-01');
  });

  test('with prefixes and without references is read as any other', async () => {
    const row = (r: number, ...cells: string[]) =>
      `<x:row r="${r}">${cells.map((cell) => `<x:c t="inlineStr"><x:is><x:t>${cell}</x:t></x:is></x:c>`).join('')}</x:row>`;
    const file = await workbook({
      prefix: 'x',
      sheets: [{ name: '名册', xml: `<x:sheetData>${row(1, ...heading)}${row(2, ...zhang)}</x:sheetData>` }],
    });
    expect((await read(file)).people).toEqual([{ row: 2, cells: zhang }]);
  });

  test('spreads merged cells, passes a cover sheet and hidden ones, and drops totals', async () => {
    const lines = rowsXml(
      ['采油一厂党员名册', '', ''],
      heading,
      ['张三', '1101051', '第一党支部'],
      ['李四', '1101052', ''],
      ['', '', ''],
      ['合计', '2', ''],
    );
    const file = await workbook({
      sheets: [
        { name: '旧', state: 'hidden', xml: rowsXml(heading, ['旧人', '1', '']) },
        { name: '封面', xml: rowsXml(['说明'], ['请勿改动']) },
        {
          name: '名册',
          xml: `${lines}<mergeCells count="2"><mergeCell ref="A1:C1"/><mergeCell ref="C3:C4"/></mergeCells>`,
        },
      ],
    });
    const { source, people, dropped } = await read(file);
    expect(source).toMatchObject({ sheet: '名册', sheets: ['封面', '名册'], from: 2 });
    expect(people.map(({ cells }) => cells)).toEqual([
      ['张三', '1101051', '第一党支部'],
      ['李四', '1101052', '第一党支部'],
    ]);
    expect(dropped).toBe(2);
    expect((await read(file, { sheet: '旧' })).people[0]?.cells[0]).toBe('旧人');
    expect(await refusal(file, { sheet: '无' })).toBe('archives.import-no-sheet');
  });

  test('of a million empty rows is read in no time', large, async () => {
    const empty = Array.from(
      { length: 1_000_000 },
      (_, index) => `<row r="${index + 3}"><c s="0"/></row>`,
    ).join('');
    const file = await workbook({
      sheets: [
        {
          name: '名册',
          xml: `<sheetData><row r="1">${inline(...heading)}</row><row r="2">${inline(...zhang)}</row>${empty}</sheetData>`,
        },
      ],
    });
    const began = performance.now();
    expect((await read(file)).people).toHaveLength(1);
    expect(performance.now() - began).toBeLessThan(30_000);
  });
});

test('a format is a date where it shows a day or a year', () => {
  expect(['yyyy-mm-dd', 'yyyy"年"m"月"', 'm/d/yy', '[$-804]yyyy/m/d;@'].map(isDateFormat)).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(['General', '0.00', '"yd"0', '[Red]0', 'h:mm', '@'].map(isDateFormat)).toEqual([
    false,
    false,
    false,
    false,
    false,
    false,
  ]);
});
