import { describe, expect, test } from 'vitest';
import { heading, large, read, refusal, zhang } from '../testing/reading-rosters.ts';

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
