import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { heading, large, read, refusal, zhang } from '../testing/reading-rosters.ts';
import { inline, rowsXml, workbook } from '../testing/workbooks.ts';

/** Half of what the thread has: whoever holds much of a file runs into it, and is told another reason. */
const heap = { maxOldGenerationSizeMb: 48, maxYoungGenerationSizeMb: 8 };
const million = 1_000_000;
const top = `${heading.join(',')}\n`;
const people = rowsXml(heading, zhang);
const inSheet = (rows: string) => people.replace('</sheetData>', `${rows}</sheetData>`);
const sheet = (xml: string, more = {}) => workbook({ sheets: [{ name: '名册', xml }], more });
const shared = (xml: string) => sheet(people, { 'xl/sharedStrings.xml': `<sst>${xml}</sst>` });
const styles = (xml: string) => sheet(people, { 'xl/styles.xml': `<styleSheet>${xml}</styleSheet>` });

type Made = string | Uint8Array | Promise<Uint8Array>;

describe('a text that is made to be too much', () => {
  const texts: [string, () => Made, string][] = [
    ['a row of nothing but separators', () => top + ','.repeat(2 * million), 'too-many-columns'],
    ['many such rows', () => top + `${','.repeat(100_000)}\n`.repeat(100), 'too-many-columns'],
    ['separators in quotes and out', () => top + '"",'.repeat(million), 'too-many-columns'],
    ['nothing but separators', () => ';'.repeat(2 * million), 'too-many-columns'],
    ['nothing but ends of lines', () => top + '\n'.repeat(million), 'no-heading'],
    ['nothing but ends of old lines', () => top + '\r'.repeat(million), 'no-heading'],
    ['one line without an end', () => top + 'x'.repeat(2 * million), 'row-too-long'],
    ['a quotation mark that is never closed', () => `${top}"${'张三,1\n'.repeat(million)}`, 'row-too-long'],
    ['nothing but quotation marks', () => '"'.repeat(2 * million), 'row-too-long'],
    ['NULs', () => Buffer.concat([Buffer.from(top), Buffer.alloc(2 * million)]), 'not-a-roster'],
    [
      'separators in UTF-16',
      () => Buffer.from(`\uFEFF${top}${','.repeat(million)}`, 'utf16le'),
      'too-many-columns',
    ],
    [
      'halves of characters',
      () => Buffer.from(`\uFEFF${top}${'\uD800'.repeat(1_000)}`, 'utf16le'),
      'encoding',
    ],
    [
      'long cells in every row',
      () => top + `${`${'长'.repeat(30_000)},`.repeat(9)}\n`.repeat(20),
      'row-too-long',
    ],
  ];

  test.each(texts)('%s', large, async (_name, make, code) => {
    expect(await refusal((await make()) as Uint8Array, {}, heap)).toBe(`archives.import-${code}`);
  });

  test('says in which row it is', async () => {
    const read_ = (text: string) => read(text).catch((error: unknown) => (error as { place: unknown }).place);
    const one = `${zhang.join(',')}\n`;
    expect(await read_(`${top}${one}${','.repeat(20_000)}1\n`)).toEqual({ row: 3 });
    expect(await read_(`${top}${one}"${'x'.repeat(million)}`)).toEqual({ row: 3 });
    expect(await read_(`${top}${one}${one}${'x'.repeat(40_000)}\n`)).toEqual({ row: 4 });
  });

  test('of whatever signs is read or refused for what it is', large, async () => {
    const signs = fc.constantFrom(',', '"', '\n', '\r', 'x', '张', ' ', '=', ',,,,', '"\n', '",');
    await fc.assert(
      fc.asyncProperty(fc.array(signs, { minLength: 1, maxLength: 8 }), async (some) => {
        const pattern = some.join('');
        const code = await refusal(top + pattern.repeat(Math.ceil(100_000 / pattern.length)), {}, heap);
        expect(code).toMatch(
          /^(read|archives\.import-(no-rows|no-heading|row-too-long|cell-too-long|too-many-(columns|rows|cells)|damaged))$/,
        );
      }),
      { numRuns: 6 },
    );
  });
});

describe('a workbook that is made to be too much', () => {
  const workbooks: [string, () => Made, string][] = [
    ['tags in one another', () => sheet('<a>'.repeat(million)), 'too-complex'],
    [
      'a tag of many attributes',
      () => sheet(`<a ${Array.from({ length: 200_000 }, (_, at) => `a${at}="x"`).join(' ')}/>`),
      'too-complex',
    ],
    ['an attribute without an end', () => sheet(`<a b="${'x'.repeat(2 * million)}"/>`), 'too-complex'],
    ['a text without an end', () => sheet(`${people}<a>${'x'.repeat(2 * million)}</a>`), 'too-complex'],
    ['a comment without an end', () => sheet(`${people}<!--${'x'.repeat(3 * million)}-->`), 'too-complex'],
    [
      'a CDATA without an end',
      () => sheet(`${people}<a><![CDATA[${'x'.repeat(3 * million)}]]></a>`),
      'too-complex',
    ],
    [
      'a cell without an end',
      () => sheet(inSheet(`<row>${inline('x'.repeat(40_000))}</row>`)),
      'cell-too-long',
    ],
    ['a shared text without an end', () => shared(`<si><t>${'x'.repeat(40_000)}</t></si>`), 'cell-too-long'],
    ['shared texts that nobody uses', () => shared('<si/>'.repeat(4 * million + 1)), 'too-many-texts'],
    [
      'one shared text in every cell',
      () =>
        workbook({
          sheets: [
            { name: '名册', xml: inSheet(`<row>${'<c t="s"><v>0</v></c>'.repeat(100)}</row>`.repeat(2_000)) },
          ],
          strings: ['长'.repeat(32_000)],
        }),
      'row-too-long',
    ],
    [
      'shared texts in many rows',
      () =>
        workbook({
          sheets: [
            { name: '名册', xml: inSheet(`<row>${'<c t="s"><v>0</v></c>'.repeat(8)}</row>`.repeat(1_000)) },
          ],
          strings: ['长'.repeat(32_000)],
        }),
      'too-much-text',
    ],
    [
      'formats of cells',
      () => styles(`<cellXfs>${'<xf numFmtId="14"/>'.repeat(70_000)}</cellXfs>`),
      'too-many-styles',
    ],
    [
      'a part that is held and large',
      () => styles(`<z/>${'<xf numFmtId="14"/>'.repeat(950_000)}`),
      'too-complex',
    ],
    [
      'sheets',
      () =>
        sheet(people, {
          'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${'<sheet name="a" r:id="rId1"/>'.repeat(1_000)}</sheets></workbook>`,
        }),
      'too-many-sheets',
    ],
    [
      'merged cells over one another',
      () =>
        sheet(
          `${people}<mergeCells>${Array.from({ length: 1_000 }, (_, at) => `<mergeCell ref="A1:B${900_000 + at}"/>`).join('')}</mergeCells>`,
        ),
      'damaged',
    ],
    [
      'entities of its own',
      () =>
        sheet('', {
          'xl/worksheets/sheet1.xml': `<!DOCTYPE a [<!ENTITY a "x">]><worksheet>${inSheet('<row><c><v>&a;</v></c></row>')}</worksheet>`,
        }),
      'damaged',
    ],
    ['a row beyond all rows', () => sheet(inSheet('<row r="1e300"><c><v>1</v></c></row>')), 'damaged'],
    ['a row that comes twice', () => sheet(inSheet('<row r="2"><c><v>1</v></c></row>')), 'damaged'],
    ['names of its parts', () => sheet(people, { [`x/${'n'.repeat(60_000)}`]: '' }), 'too-complex'],
  ];

  test.each(workbooks)('%s', large, async (_name, make, code) => {
    expect(await refusal((await make()) as Uint8Array, {}, heap)).toBe(`archives.import-${code}`);
  });

  test('says in which sheet and row it is', async () => {
    const file = await sheet(inSheet(`<row r="7">${inline('x'.repeat(40_000))}</row>`));
    await expect(read(file)).rejects.toMatchObject({ place: { sheet: '名册', row: 7 } });
  });

  test('is judged within its time, whatever its formats look like', large, async () => {
    const file = styles(`<numFmts><numFmt numFmtId="170" formatCode="${'['.repeat(900_000)}"/></numFmts>`);
    expect((await read(await file)).people).toHaveLength(1);
  });
});

test('a file that takes more memory than its thread has is refused as too large, and no service ends', async () => {
  const row = `<row>${'<c t="s"><v>0</v></c>'.repeat(8)}</row>`;
  const file = await workbook({
    sheets: [{ name: '名册', xml: `<sheetData>${row.repeat(300)}</sheetData>` }],
    strings: ['长'.repeat(32_000)],
  });
  const small = { maxOldGenerationSizeMb: 12, maxYoungGenerationSizeMb: 4 };
  expect(await refusal(file, {}, small)).toBe('archives.import-too-large');
});

test('a workbook of many people who share nothing is read', large, async () => {
  const strings = Array.from({ length: 60_000 }, (_, at) => `共享文字${at}`);
  const rows = strings.map(
    (_, at) => `<row r="${at + 2}"><c t="s"><v>${at}</v></c><c><v>${at}</v></c></row>`,
  );
  const xml = `<sheetData><row r="1">${inline(...heading)}</row>${rows.join('')}</sheetData>`;
  const { people: found } = await read(
    await workbook({ sheets: [{ name: '名册', xml }], strings }),
    {},
    heap,
  );
  expect(found).toHaveLength(60_000);
  expect([found[0], found[59_999]].map((row) => row?.cells[0])).toEqual(['共享文字0', '共享文字59999']);
});
