import { Buffer } from 'node:buffer';
import { inflateRawSync } from 'node:zlib';
import { duringTests } from '@banyan/test-kit/during-tests';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { idNumber, problem } from '../testing/archives-under-test.ts';
import { createTransfers, transferOf, transfers } from '../testing/transfers-under-test.ts';
import { capitalNumber, capitalYear } from './capital-numerals.ts';
import { ageOn, letterParts } from './letter-parts.ts';
import { letterPdf } from './letter-pdf.ts';
import type { TransferView } from './transfer-views.ts';

const archives = duringTests(createTransfers);
const number = idNumber('1990-03-04', 15);
let issued: TransferView;
beforeAll(async () => {
  const member = await archives.admit('branch-a1', { name: '王新来', idNumber: number, ethnicity: '汉族' });
  const officer = await archives.approver('group');
  const body = {
    memberId: member.id,
    toOrganizationId: archives.node('branch-b1').id,
    reason: '调动',
    duesPaidThrough: '2026-10',
  };
  const applied = await transferOf(officer.post(transfers, body), 201);
  const early = await officer.get(`${transfers}/${applied.id}/letter.pdf`);
  expect([early.status, await problem(early)]).toMatchObject([409, { code: 'archives.transfer-no-letter' }]);
  issued = await archives.act(applied, 'approve', { validDays: 15 });
});

const letter = (query = '', format = 'docx') => `${transfers}/${issued.id}/letter.${format}${query}`;

/** The text of a Word document: what stands in its main part, which is the first of the name in the archive. */
async function textOf(response: Response): Promise<string> {
  const bytes = Buffer.from(await response.arrayBuffer());
  const directory = bytes.indexOf(Buffer.from('PK\x01\x02'));
  for (let at = directory; bytes.readUInt32LE(at) === 0x02014b50;) {
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    const name = bytes.subarray(at + 46, at + 46 + nameLength).toString();
    if (name === 'word/document.xml') {
      const local = bytes.readUInt32LE(at + 42);
      const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
      const xml = inflateRawSync(bytes.subarray(start, start + bytes.readUInt32LE(at + 20))).toString();
      return xml.replaceAll(/<[^>]+>|\u00a0/g, '');
    }
    at += 46 + nameLength + extra + comment;
  }
  throw new Error('No main part.');
}

describe('the letter', () => {
  test('says what the form asks for, with the number masked', async () => {
    const leaving = await archives.secretary('branch-a1');
    const response = await leaving.get(letter());
    expect(response.headers.get('content-disposition')).toContain(`letter-${issued.letter?.number}.docx`);
    const text = await textOf(response);
    for (const part of [
      '中国共产党党员组织关系介绍信存根',
      '王新来同志系中共正式党员，组织关系由unit-ageneral-abranch-a1转到unit-bbranch-b1。',
      `第 ${issued.letter?.number} 号unit-b：`,
      `王新来同志（男），36岁，汉族，系中共正式党员，身份证号码6502****${number.slice(-4)}，由`,
      '该同志党费已交到贰零贰陆年壹拾月。（有效期壹拾伍天）',
      'unit-a：王新来同志的党员组织关系已转达我处，特此回复。',
    ])
      expect(text).toContain(part);
    expect(text).not.toContain(number);
  });

  test('shows the number in plain to who may read it on the record, and the trail has it', async () => {
    const leaving = await archives.secretary('branch-a1');
    const receiving = await archives.secretary('branch-b1');
    expect((await receiving.get(letter())).status).toBe(200);
    expect((await receiving.get(letter('?idNumber=plain'))).status).toBe(403);
    const count = async () =>
      (
        await archives.owner`select count(*)::int from audit_entries where action = 'archives.transfer.print'`
      )[0]?.['count'] as number;
    expect(await count()).toBe(0);
    const asked = letter(`?idNumber=plain&reason=${encodeURIComponent('打印介绍信')}`);
    // As an address that somebody clicks or types, it would be printed in the name of whoever is signed in.
    expect((await leaving.get(asked, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await leaving.get(asked)).status).toBe(403);
    expect(await count()).toBe(0);
    const plain = await leaving.get(asked, { 'sec-fetch-site': 'same-origin' });
    expect(await textOf(plain)).toContain(number);
    expect(await count()).toBe(1);
    const [entry] =
      await archives.owner`select fields, reason, subject_id from audit_entries where action = 'archives.transfer.print'`;
    expect(entry).toEqual({ fields: ['idNumber'], reason: '打印介绍信', subject_id: issued.id });
  });

  test('is a PDF with its fonts in it', async () => {
    const leaving = await archives.secretary('branch-a1');
    const response = await leaving.get(letter('', 'pdf'));
    expect(response.headers.get('content-type')).toBe('application/pdf');
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(bytes.toString('latin1').match(/\/FontFile/g)?.length).toBeGreaterThanOrEqual(1);
    expect(bytes.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1);
  });

  test('is for nobody else, and for nobody once it was taken back', async () => {
    const stranger = await archives.secretary('branch-a2');
    expect((await stranger.get(letter())).status).toBe(404);
    const other = await archives.apply('branch-a1', 'branch-b1');
    for (const act of ['approve', 'cancel']) await archives.act(other, act);
    const officer = await archives.approver('group');
    expect((await officer.get(`${transfers}/${other.id}/letter.docx`)).status).toBe(409);
  });
});

describe('numbers of a letter', () => {
  test.each([
    [1, '壹'],
    [10, '壹拾'],
    [11, '壹拾壹'],
    [30, '叁拾'],
    [90, '玖拾'],
    [25, '贰拾伍'],
  ])('%i is written %s', (value, written) => {
    expect(capitalNumber(value)).toBe(written);
  });

  test('no two are written alike', () => {
    const written = Array.from({ length: 99 }, (_, index) => capitalNumber(index + 1));
    expect(new Set(written).size).toBe(99);
    expect(capitalYear('2026')).toBe('贰零贰陆');
  });

  test('an age is full years', () => {
    expect([
      ageOn('1990-03-04', '2026-03-03'),
      ageOn('1990-03-04', '2026-03-04'),
      ageOn(null, '2026-03-04'),
    ]).toEqual([35, 36, null]);
  });

  test('whatever the names, the letter is drawn', async () => {
    const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(text, text, fc.constantFrom('full', 'activist'), async (name, from, stage) => {
        const values = {
          number: '2026-00001',
          name,
          sex: null,
          age: null,
          ethnicity: null,
          stage,
          idNumber: null,
          from,
          to: from,
          sender: from,
          receiver: from,
          duesPaidThrough: null,
          validDays: 30,
          issuedOn: '2026-11-23',
          receivedOn: null,
        } as const;
        expect((await letterPdf(letterParts(values), name)).length).toBeGreaterThan(1_000);
      }),
      { numRuns: 5 },
    );
  }, 60_000);
});
