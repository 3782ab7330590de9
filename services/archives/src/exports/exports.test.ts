import { duringTests } from '@banyan/test-kit/during-tests';
import type { ActorGrant, TestActor } from '@banyan/test-kit/service';
import { Workbook } from '@cj-tech-master/excelts';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test } from 'vitest';
import { idNumber, path as members, problem, program } from '../testing/archives-under-test.ts';
import { createListedArchives, idsOf, orders } from '../testing/listed-archives.ts';
import type { Someone } from '../testing/roster.ts';

const archives = duringTests(createListedArchives);

const path = `${members}/export`;
const permissions = ['archives.member.read', 'archives.member.export'];
const entitled = [...permissions, 'archives.member.read-sensitive'];
const subtree = (node: string, held = permissions): ActorGrant[] => [
  { permissions: held, mode: 'subtree', nodes: [node] },
];

function get(actor: TestActor, query: Record<string, string>): Promise<Response> {
  return actor.get(`${path}?${new URLSearchParams(query).toString()}`, program);
}

async function csv(actor: TestActor, query: Record<string, string>): Promise<string[][]> {
  const response = await get(actor, { format: 'csv', ...query });
  if (response.status !== 200) throw new Error(await response.text());
  const rows = parse(Buffer.from(await response.arrayBuffer()), { bom: true }) as string[][];
  expect(response.headers.get('x-export-rows')).toBe(String(rows.length - 1));
  return rows;
}

async function exported(actor: TestActor, query: Record<string, string>): Promise<string[]> {
  return (await csv(actor, { columns: 'id', ...query })).slice(1).map(([id]) => id as string);
}

const cases: readonly (readonly [Record<string, string>, (person: Someone) => boolean])[] = [
  [{}, () => true],
  [
    { stage: 'full', state: 'active', sort: 'name' },
    ({ stage, state }) => stage === 'full' && state === 'active',
  ],
  [{ sex: 'female', sort: '-name' }, ({ sex }) => sex === 'female'],
  [{ q: '王', sort: 'joinedOn' }, ({ name }) => name.startsWith('王')],
  [{ q: 'nobody' }, () => false],
  [{ q: '123456789' }, () => false],
];

async function expectAgreement(actor: TestActor, visible: readonly Someone[], node?: string): Promise<void> {
  for (const [filter, passes] of cases) {
    const expected = visible.filter(passes).toSorted(orders[filter['sort'] ?? '-joinedOn']);
    const found = await exported(actor, { ...filter, ...(node === undefined ? {} : { node }) });
    expect([filter, found]).toEqual([filter, idsOf(expected)]);
  }
}

describe('exactly the people of the list, in its order', () => {
  test.each(['group', 'unit-a', 'branch-a1'])('in the scope of %s', async (name) => {
    const visible = archives.people.filter((person) => archives.isBelow(person, name));
    await expectAgreement(await archives.actor(subtree(name)), visible);
  });

  test('in a wide unit', async () => {
    const officer = await archives.actor(subtree('group'));
    await expectAgreement(officer, archives.people.filter(archives.isInWideUnit), archives.wideUnit);
  });

  test('as far as both permissions reach', async () => {
    const actor = await archives.actor([
      { permissions: ['archives.member.read'], mode: 'subtree', nodes: ['unit-a'] },
      { permissions: ['archives.member.export'], mode: 'nodes', nodes: ['branch-a1', 'branch-b1'] },
    ]);
    await expectAgreement(
      actor,
      archives.people.filter((person) => archives.isBelow(person, 'branch-a1')),
    );
  });

  test('with either permission alone it is refused', async () => {
    for (const permission of permissions)
      expect((await get(await archives.actor(subtree('group', [permission])), {})).status).toBe(403);
  });
});

describe('the file', () => {
  const odd = { name: '=1+1', note: '@SUM(A1)', post: '＋cmd', workUnit: '-2";,', bornOn: '1990-05-12' };
  beforeAll(() =>
    archives.admit('branch-a2', {
      ...odd,
      sex: 'male',
      joinedOn: '2019-07-01',
      idNumber: idNumber('1990-05-12', 11),
      phone: '138 0000 1111',
      family: [{ relation: '父亲', name: '李大', bornOn: null, work: null }],
    }),
  );
  const columns =
    'name,note,post,workUnit,idNumber,phone,bornOn,stage,organizationName,organizationPath,family,degree';
  const said = { columns, q: '=1' };
  const place = ['branch-a2', 'unit-a / general-a'];

  test('in CSV has its mark, masked numbers, words, and nothing that a spreadsheet would reckon', async () => {
    const actor = await archives.actor(subtree('unit-a'));
    const response = await get(actor, { format: 'csv', ...said });
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.subarray(0, 3).toString('hex')).toBe('efbbbf');
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="members-2026-11-23.csv"; filename*=UTF-8''${encodeURIComponent('党员名册-2026-11-23.csv')}`,
    );
    const [heading, row] = parse(bytes, { bom: true, record_delimiter: '\r\n' }) as string[][];
    expect(heading?.slice(0, 5)).toEqual(['姓名', '备注', '工作岗位', '工作单位', '证件号码']);
    const masked = `6502****${idNumber('1990-05-12', 11).slice(-4)}`;
    const shown = ["'=1+1", "'@SUM(A1)", "'＋cmd", `'-2";,`, masked, '138****1111', '1990-05-12'];
    expect(row).toEqual([...shown, '正式党员', ...place, '父亲 李大', '']);
  });

  test('as a workbook has text as text, days as days, and a sheet that says what it is', async () => {
    const actor = await archives.actor(subtree('unit-a'));
    const response = await get(actor, { ...said, language: 'en-US' });
    const book = new Workbook();
    await book.xlsx.load(Buffer.from(await response.arrayBuffer()) as never);
    const [sheet, note] = book.worksheets;
    const row = sheet?.getRow(2);
    expect(sheet?.rowCount).toBe(2);
    expect(sheet?.getRow(1).getCell(1).value).toBe('Name');
    expect([1, 2, 3, 4].map((at) => row?.getCell(at).value)).toEqual(['=1+1', '@SUM(A1)', '＋cmd', '-2";,']);
    expect([row?.getCell(1).formula, row?.getCell(1).numFmt]).toEqual([undefined, '@']);
    expect(row?.getCell(7).value).toEqual(new Date('1990-05-12T00:00:00Z'));
    const lines = new Map(
      note
        ?.getSheetValues()
        .slice(1)
        .map((line) => (line as string[]).slice(1) as never),
    );
    expect([lines.get('People'), lines.get('Filters'), lines.get('Organizations')]).toEqual([
      '1',
      'Search: =1',
      'unit-a',
    ]);
  });

  test('names no organization that its reader may not know, whichever is asked for', async () => {
    const actor = await archives.actor(subtree('unit-a'));
    const asked = { format: 'xlsx', language: 'en-US', organizationId: archives.node('branch-b1').id };
    const book = new Workbook();
    await book.xlsx.load(Buffer.from(await (await get(actor, asked)).arrayBuffer()) as never);
    const note = JSON.stringify(book.worksheets[1]?.getSheetValues());
    expect(note).toContain('"People","0"');
    expect(note).not.toContain('branch-b1');
  });

  test('holds numbers in full for whoever may see them and says why, and the trail knows it first', async () => {
    const actor = await archives.actor(subtree('unit-a', entitled));
    const asked = { ...said, format: 'csv', unmasked: 'true' };
    const refused = await get(actor, asked);
    expect([refused.status, (await problem(refused)).errors?.[0]?.field]).toEqual([400, 'reason']);
    expect((await get(await archives.actor(subtree('unit-a')), asked)).status).toBe(403);
    await archives.facts();
    const response = await get(actor, { ...asked, reason: '年度统计' });
    const [audit] = await archives.facts();
    expect(audit).toMatchObject({
      type: 'archives.audit.recorded',
      data: {
        action: 'archives.member.export-unmasked',
        accountId: actor.accountId,
        organizationId: archives.node('unit-a').id,
        fields: columns.split(','),
        reason: 'csv · 人数 1 · 查找：=1 · 年度统计',
      },
    });
    const [, row] = parse(Buffer.from(await response.arrayBuffer()), { bom: true }) as string[][];
    expect(row?.slice(4, 6)).toEqual([idNumber('1990-05-12', 11), '138 0000 1111']);
  });

  test('was asked for by a number that the trail does not repeat', async () => {
    const actor = await archives.actor(subtree('unit-a'));
    const number = idNumber('1990-05-12', 11);
    await archives.facts();
    for (const q of [number, '138 0000-1111']) await csv(actor, { columns: 'name', q });
    const [byNumber, byPhone] = await archives.facts();
    expect(byNumber?.data['reason']).toBe(`csv · 人数 1 · 查找：****${number.slice(-4)}`);
    expect(byPhone?.data['reason']).toBe('csv · 人数 1 · 查找：****1111');
  });

  test('masks whom the reader may not see in full', async () => {
    const actor = await archives.actor([
      ...subtree('unit-a'),
      { permissions: ['archives.member.read-sensitive'], mode: 'node', nodes: ['branch-a1'] },
    ]);
    const [, row] = await csv(actor, { ...said, unmasked: 'true', reason: '核对' });
    expect(row?.[5]).toBe('138****1111');
  });

  test.each([
    [{ columns: 'name,shoes' }, 'columns'],
    [{ columns: '' }, 'columns'],
    [{ format: 'pdf' }, 'format'],
    [{ stage: 'none' }, 'stage'],
  ])('%j is refused', async (query, field) => {
    const refused = await get(await archives.actor(subtree('unit-a')), query);
    expect([refused.status, (await problem(refused)).errors?.[0]?.field]).toEqual([400, field]);
  });
});

describe('who may have begun it', () => {
  const typed = { 'sec-fetch-site': 'none' };
  const linked = { 'sec-fetch-site': 'cross-site' };
  const own = { 'sec-fetch-site': 'same-origin' };
  const inFull = { columns: 'phone', format: 'csv', unmasked: 'true', reason: '核对' };

  test.each([
    ['masked, by a link on another site', { columns: 'name' }, linked, 403],
    ['masked, by an address that was typed', { columns: 'name' }, typed, 200],
    ['masked, by a program that says nothing', { columns: 'name' }, {}, 200],
    ['in full, by a link on another site', inFull, linked, 403],
    ['in full, by an address that was typed', inFull, typed, 403],
    ['in full, by a program that says nothing', inFull, {}, 403],
    ['in full, by a page of the console', inFull, own, 200],
  ])('%s', async (_what, query: Record<string, string>, headers: Record<string, string>, status) => {
    const actor = await archives.actor(subtree('unit-a', entitled));
    await archives.facts();
    const response = await actor.get(`${path}?${new URLSearchParams(query).toString()}`, headers);
    expect(response.status).toBe(status);
    if (status === 403) expect((await problem(response)).code).toBe('request.from-elsewhere');
    else await response.arrayBuffer();
    expect(await archives.facts()).toHaveLength(status === 403 ? 0 : 1);
  });
});

describe('asked for by POST', () => {
  const form = (actor: TestActor, fields: Record<string, string>) =>
    actor.post(path, Buffer.from(new URLSearchParams(fields).toString()), {
      'content-type': 'application/x-www-form-urlencoded',
    });
  const asked = { format: 'csv', columns: 'id', sex: 'female', sort: 'name' };

  test('it holds what the same address would, from a form as from JSON', async () => {
    const actor = await archives.actor(subtree('unit-a'));
    const texts = [await get(actor, asked), await form(actor, asked), await actor.post(path, asked)];
    const [byAddress, byForm, byJson] = await Promise.all(texts.map((answer) => answer.text()));
    expect(byAddress?.split('\r\n').length).toBeGreaterThan(2);
    expect([byForm, byJson]).toEqual([byAddress, byAddress]);
  });

  test('in full it needs the permission and a reason, which go on the trail', async () => {
    const fields = { ...asked, columns: 'phone', unmasked: 'true' };
    const entitledActor = await archives.actor(subtree('unit-a', entitled));
    expect((await form(await archives.actor(subtree('unit-a')), fields)).status).toBe(403);
    const refused = await form(entitledActor, fields);
    expect([refused.status, (await problem(refused)).errors?.[0]?.field]).toEqual([400, 'reason']);
    await archives.facts();
    expect((await form(entitledActor, { ...fields, reason: '年度统计' })).status).toBe(200);
    const [audit] = await archives.facts();
    expect(audit?.data).toMatchObject({ action: 'archives.member.export-unmasked' });
    expect(audit?.data['reason']).toContain('年度统计');
  });

  test.each([
    ['text/plain', 'format=csv', 415],
    ['application/json', '[]', 400],
    ['application/json', 'null', 400],
    ['application/json', '{}', 200],
    ['application/json', '{"half":', 400],
    ['application/json', '{"columns":7}', 400],
    ['application/x-www-form-urlencoded', 'columns=shoes', 400],
    ['application/x-www-form-urlencoded; charset=utf-8', 'format=csv', 200],
  ])('%s of %s is answered with %i', async (type, body, status) => {
    const actor = await archives.actor(subtree('branch-a1'));
    const response = await actor.post(path, Buffer.from(body), { 'content-type': type });
    expect(response.status).toBe(status);
    await response.body?.cancel();
  });
});

describe('an export under way', () => {
  test('is one of three of its account, and a fourth is refused before anything is taken down', async () => {
    const [actor, other] = [await archives.actor(subtree('group')), await archives.actor(subtree('group'))];
    const open = [await get(actor, {}), await get(actor, {}), await get(actor, {})];
    await archives.facts();
    const refused = await get(actor, {});
    expect([refused.status, (await problem(refused)).code]).toEqual([429, 'stream.too-many']);
    expect(await archives.facts()).toEqual([]);
    expect((await get(other, { columns: 'id' })).status).toBe(200);
    await open[0]?.body?.cancel();
    expect((await get(actor, { columns: 'id' })).status).toBe(200);
  });

  test('that is left says on the trail that it broke off', async () => {
    const actor = await archives.actor(subtree('group'));
    const response = await get(actor, { format: 'csv', columns: 'id', language: 'en-US' });
    await archives.facts();
    await response.body?.cancel();
    await expect
      .poll(() => archives.facts())
      .toMatchObject([{ data: { action: 'archives.member.export-broken-off', accountId: actor.accountId } }]);
  });

  test('breaks off when the grant is gone, and never looks whole', async () => {
    const actor = await archives.actor(subtree('group'));
    const response = await get(actor, { format: 'csv', columns: 'id' });
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    await reader.read();
    archives.regrant(actor, []);
    // The next token would name the new grants; another request brings them here.
    expect((await actor.get(members)).status).toBe(403);
    await expect(reader.read()).rejects.toThrow();
  });

  test('reads no further when nobody takes it any more', async () => {
    const actor = await archives.actor(subtree('group'));
    const response = await get(actor, { format: 'csv', columns: 'id' });
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    await reader.read();
    await reader.cancel();
    expect(await reader.read()).toEqual({ done: true, value: undefined });
  });
});
