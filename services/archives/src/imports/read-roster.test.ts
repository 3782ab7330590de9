import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inline, rowsXml, workbook } from '../testing/workbooks.ts';
import { isDateFormat } from './workbook-parts.ts';
import type { RawRow } from './raw-row.ts';
import { readInThread } from './read-in-thread.ts';
import { type RosterChoice, type RosterSource } from './read-roster.ts';

/** Files of tens of megabytes are made first. */
const large = { timeout: 120_000 };

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rosters-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(content: string | Uint8Array, choice: RosterChoice = {}) {
  const path = join(folder, `${Math.random()}`);
  await writeFile(path, content);
  const people: RawRow[] = [];
  let source: RosterSource | undefined;
  const sink = {
    found: async (found: RosterSource) => void (source = found),
    people: async (rows: RawRow[]) => void people.push(...rows),
  };
  const dropped = await readInThread(path, choice, sink, new AbortController().signal);
  return { source: source as RosterSource, people, dropped };
}

const refusal = (content: string | Uint8Array, choice?: RosterChoice) =>
  read(content, choice).then(
    () => 'read',
    (error: { code?: string; message: string }) => error.code ?? error.message,
  );

const heading = ['姓名', '身份证号', '所在支部'];
const zhang = ['张三', '11010519491231002X', '第一党支部'];
/** `党员名册⏎姓名,身份证号,所在支部⏎张三,…,第一党支部⏎` */
const gb18030 = Buffer.from(
  'tbPUscP7suEK0NXD+yzJ7bfd1qS6xSzL+dTa1qeyvwrVxcj9LDExMDEwNTE5NDkxMjMxMDAyWCy12tK7tbPWp7K/Cg==',
  'base64',
);

describe('a text', () => {
  test('is read in GB18030, and says so', async () => {
    const { source, people } = await read(gb18030);
    expect(source).toMatchObject({ kind: 'csv', encoding: 'gb18030', delimiter: ',', from: 2 });
    expect(people).toEqual([{ row: 3, cells: zhang }]);
  });

  test.each(['utf16le', 'utf8'] as const)('is read in %s with its mark', async (encoding) => {
    const { people } = await read(
      Buffer.from(`\uFEFF${heading.join(';')}\r\n${zhang.join(';')}\r\n`, encoding),
    );
    expect(people).toEqual([{ row: 2, cells: zhang }]);
  });

  test('is read in UTF-16 of the other order', async () => {
    const { source, people } = await read(
      Buffer.from(`\uFEFF${heading.join('\t')}\n${zhang.join('\t')}`, 'utf16le').swap16(),
    );
    expect(source).toMatchObject({ encoding: 'utf-16be', delimiter: '\t' });
    expect(people).toEqual([{ row: 2, cells: zhang }]);
  });

  test('keeps quoted separators and lines, and loses the guards of long numbers', async () => {
    const { people } = await read(
      `姓名,身份证号,备注\n"张,三","=""11010519491231002X""","两\n行"\n李四,'110105194912310021,1.10105E+17\n`,
    );
    expect(people).toEqual([
      { row: 2, cells: ['张,三', '11010519491231002X', '两\n行'] },
      { row: 3, cells: ['李四', '110105194912310021', '1.10105E+17'], marks: { 2: 'r' } },
    ]);
  });

  test('whose bytes are of no encoding is refused as such', async () => {
    expect(
      await refusal(
        Buffer.concat([
          Buffer.from('姓名,身份证号\n张三,'),
          Buffer.from([0xff, 0xfa, 0xff, 0xff]),
          Buffer.from(',1\n'),
        ]),
      ),
    ).toBe('archives.import-encoding');
    expect(await refusal(gb18030, { encoding: 'utf-8' })).toBe('archives.import-encoding');
  });

  test('with more columns or rows than a roster has is refused', large, async () => {
    expect(await refusal(`${heading.join(',')}\n${'x,'.repeat(300)}1\n`)).toBe(
      'archives.import-too-many-columns',
    );
    expect(await refusal(`${heading.join(',')}\n${'张三,1,二\n'.repeat(200_001)}`)).toBe(
      'archives.import-too-many-rows',
    );
  });

  test('without a heading, or without people, says which', async () => {
    expect(await refusal('a,b\nc,d\n')).toBe('archives.import-no-heading');
    expect(await refusal(`${heading.join(',')}\n\n,,\n合计,0,\n`)).toBe('archives.import-no-rows');
    expect(await refusal('')).toBe('archives.import-no-rows');
  });

  test('takes the rows that somebody calls its heading', async () => {
    const { source, people } = await read('甲,乙\n1,2\n3,4\n', { headingFrom: 1, headingTo: 1 });
    expect(source.headings).toEqual(['甲', '乙']);
    expect(people).toHaveLength(2);
  });
});

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

describe('what is no roster', () => {
  const plain = (more: Record<string, string | Buffer> = {}) =>
    workbook({ sheets: [{ name: '名册', xml: rowsXml(heading, zhang) }], more });

  test('is named for what it is', async () => {
    const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
    const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
    const encrypted = Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le'), Buffer.alloc(64)]);
    expect(await refusal(png)).toBe('archives.import-not-a-roster');
    expect(await refusal(Buffer.alloc(5_000_000))).toBe('archives.import-not-a-roster');
    expect(await refusal('<html><table><tr><td>姓名</td></tr></table></html>')).toBe(
      'archives.import-not-a-roster',
    );
    expect(await refusal(ole)).toBe('archives.import-old-workbook');
    expect(await refusal(encrypted)).toBe('archives.import-encrypted');
    expect(await refusal(await plain({ 'xl/vbaProject.bin': 'macro' }))).toBe('archives.import-macros');
    expect(await refusal(await plain({ 'xl/externalLinks/externalLink1.xml': '<a/>' }))).toBe(
      'archives.import-external-links',
    );
  });

  test('is damaged where it ends early or its XML does not', async () => {
    const file = await plain();
    expect(await refusal(file.subarray(0, file.length - 40))).toBe('archives.import-damaged');
    expect(await refusal(await workbook({ sheets: [{ name: '名册', xml: '<sheetData><row><c>' }] }))).toBe(
      'archives.import-damaged',
    );
  });

  test('unpacks to far more than a roster does', large, async () => {
    expect(await refusal(await plain({ 'xl/media/zeros.bin': Buffer.alloc(64 * 1024 * 1024) }))).toBe(
      'archives.import-inflated',
    );
    expect(
      await refusal(
        await plain(Object.fromEntries(Array.from({ length: 2_100 }, (_, index) => [`x/${index}`, '']))),
      ),
    ).toBe('archives.import-inflated');
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
