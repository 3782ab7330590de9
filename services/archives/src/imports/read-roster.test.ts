import { describe, expect, test } from 'vitest';
import { heading, large, refusal, zhang } from '../testing/reading-rosters.ts';
import { rowsXml, workbook } from '../testing/workbooks.ts';

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
