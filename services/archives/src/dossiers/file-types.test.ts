import { Readable } from 'node:stream';
import { Document, Packer, Paragraph } from 'docx';
import { Workbook } from '@cj-tech-master/excelts';
import { ZipFile } from 'yazl';
import { buffer } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { pdf, png } from '../testing/dossiers-under-test.ts';
import { checkContent, checkName } from './file-types.ts';

/** The container of old Office files, with the name of one stream in its directory. */
function compound(stream: string): Buffer {
  const head = Buffer.alloc(512);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(head);
  return Buffer.concat([head, Buffer.alloc(70_000), Buffer.from(stream, 'utf16le'), Buffer.alloc(2_000)]);
}

async function word(): Promise<Buffer> {
  return Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('入党申请书')] }] }));
}

async function sheet(): Promise<Buffer> {
  const workbook = new Workbook();
  workbook.addWorksheet('一').addRow(['姓名']);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

async function zip(name: string): Promise<Buffer> {
  const file = new ZipFile();
  file.addBuffer(Buffer.from('x'), name);
  file.end();
  return buffer(file.outputStream as Readable);
}

const check = (content: Buffer, name: string): Promise<string> =>
  checkContent(() => Promise.resolve(Readable.from([content])), name);

describe('a file is what its content says', () => {
  test.each([
    ['a.pdf', pdf, 'application/pdf'],
    ['a.PNG', () => png, 'image/png'],
    ['没有扩展名', () => png, 'image/png'],
    ['a.docx', word, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['a.xlsx', sheet, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['a.doc', () => compound('WordDocument'), 'application/msword'],
    ['a.wps', () => compound('WordDocument'), 'application/msword'],
    ['a.xls', () => compound('Workbook'), 'application/vnd.ms-excel'],
    ['a.jpeg', () => Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex'), 'image/jpeg'],
  ] as const)('%s is taken as what it is', async (name, make, mediaType) => {
    expect(await check(await make(), name)).toBe(mediaType);
  });

  test.each([
    ['an archive under the name of a document', () => zip('readme.txt'), 'a.docx'],
    ['an installer in the container of old documents', () => compound('InstallerDatabase'), 'a.doc'],
    ['a program', () => Buffer.from('4d5a90000300000004000000ffff0000b8', 'hex'), 'a.pdf'],
    ['a page', () => Buffer.from('<!doctype html><script>1</script>'), 'a.pdf'],
    [
      'a drawing with scripts',
      () => Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'),
      'a.png',
    ],
    ['zeros', () => Buffer.alloc(100_000), 'a.pdf'],
    [
      'a film',
      () => Buffer.from('0000001866747970697 36f6d0000020069736f6d69736f32'.replaceAll(' ', ''), 'hex'),
      'a.heic',
    ],
  ] as const)('%s is refused', async (_, make, name) => {
    await expect(check(await make(), name)).rejects.toMatchObject({ code: 'file.type-refused' });
  });

  test.each([
    [() => png, 'a.pdf', 'pdf', 'png'],
    [word, 'a.pdf', 'pdf', 'docx'],
    [sheet, 'a.docx', 'docx', 'xlsx'],
  ] as const)('a name that promises something else is told so', async (make, name, named, found) => {
    await expect(check(await make(), name)).rejects.toMatchObject({
      code: 'file.name-mismatch',
      details: { extensions: { named, found } },
    });
  });
});

test.each(['a.exe', 'a.svg', 'a.html', 'a.zip', 'a.docm'])('%s is refused by its name alone', (name) => {
  expect(() => checkName(name)).toThrow(/not kept/);
});
