import { bodyOf } from '@banyan/test-kit/body-of';
import { duringTests } from '@banyan/test-kit/during-tests';
import type { ActorGrant, TestActor } from '@banyan/test-kit/service';
import { Workbook } from '@cj-tech-master/excelts';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { problem } from '../testing/archives-under-test.ts';
import { createListedArchives, list } from '../testing/listed-archives.ts';
import type { Someone } from '../testing/roster.ts';
import { dimensionNames } from './dimension.ts';
import type { Statistics } from './routes.ts';

const archives = duringTests(createListedArchives);

const path = '/api/archives/statistics';
const permissions = ['archives.member.read', 'archives.statistics.read'];

async function statistics(actor: TestActor, query: Record<string, string>): Promise<Statistics> {
  return bodyOf<Statistics>(actor.get(`${path}?${new URLSearchParams(query).toString()}`));
}

type Filter = Record<string, string>;

/** Filters of a row and a column together; what is missing in both is a list. */
function both(row: Filter, column: Filter): Filter {
  const without = [row['without'], column['without']].filter((one) => one !== undefined);
  return { ...row, ...column, ...(without.length > 0 ? { without: without.join(',') } : {}) };
}

/** Every figure is the total of the list that it opens, and all sums add up to the people in sight. */
async function expectAgreement(actor: TestActor, query: Record<string, string>, people: number) {
  const found = await statistics(actor, query);
  const { rows: _rows, columns: _columns, ...base } = query;
  const total = async (filter: Filter) => (await list(actor, { ...base, ...filter, pageSize: 1 })).total;
  const add = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);
  expect([query, found.total]).toEqual([query, people]);
  expect(add(found.columnTotals)).toBe(people);
  expect(found.rowTotals).toEqual(found.cells.map(add));
  const rows = found.rows.keys;
  const columns = found.columns?.keys ?? [];
  expect([query, found.rowTotals]).toEqual([
    query,
    await Promise.all(rows.map(({ filter }) => total(filter))),
  ]);
  if (columns.length === 0) return;
  const cells = rows.slice(0, 4).map(async (row, index) => {
    const expected = await Promise.all(
      columns.slice(0, 6).map(({ filter }) => total(both(row.filter, filter))),
    );
    expect([query, row, found.cells[index]?.slice(0, 6)]).toEqual([query, row, expected]);
  });
  await Promise.all(cells);
}

const subtree = (node: string): ActorGrant[] => [{ permissions, mode: 'subtree', nodes: [node] }];
const scopes: [string, ActorGrant[], (person: Someone) => boolean][] = [
  ['the whole group', subtree('group'), () => true],
  ['a unit', subtree('unit-a'), (person) => archives.isBelow(person, 'unit-a')],
  [
    'a branch',
    [{ permissions, mode: 'node', nodes: ['branch-a1'] }],
    (person) => archives.isBelow(person, 'branch-a1'),
  ],
  [
    'two branches of different units',
    [{ permissions, mode: 'nodes', nodes: ['branch-a3', 'branch-b1'] }],
    (person) => archives.isBelow(person, 'branch-a3') || archives.isBelow(person, 'branch-b1'),
  ],
];

describe('every figure opens its rows', () => {
  test.each(scopes)('in the scope of %s', async (_, grants, inScope) => {
    const actor = await archives.actor(grants);
    const people = archives.people.filter(inScope).length;
    for (const [index, rows] of dimensionNames.entries()) {
      const columns = dimensionNames[(index + 4) % dimensionNames.length] as string;
      await expectAgreement(actor, { rows, columns }, people);
    }
    await expectAgreement(actor, { rows: 'stage' }, people);
    await expectAgreement(actor, { rows: 'organization', columns: 'organizationType' }, people);
  });

  test('under filters, seen as a node, and in a wide unit', async () => {
    const actor = await archives.actor(subtree('group'));
    const count = (passes: (person: Someone) => boolean) => archives.people.filter(passes).length;
    const active = { state: 'active', stage: 'full' };
    const isActive = ({ state, stage }: Someone) => state === 'active' && stage === 'full';
    await expectAgreement(actor, { rows: 'age', columns: 'organization', ...active }, count(isActive));
    const node = archives.node('unit-a').id;
    await expectAgreement(
      actor,
      { rows: 'organization', columns: 'partyAge', node, ...active },
      count((person) => isActive(person) && archives.isBelow(person, 'unit-a')),
    );
    await expectAgreement(
      actor,
      { rows: 'ethnicity', columns: 'education', organizationId: archives.wideUnit },
      count(archives.isInWideUnit),
    );
  });
});

test('organizations are those right below the chosen node, with nobody in some of them', async () => {
  const actor = await archives.actor(subtree('group'));
  const labels = async (query: Record<string, string>) =>
    (await statistics(actor, { rows: 'organization', ...query })).rows.keys.map(({ label }) => label);
  expect(await labels({ organizationId: archives.node('unit-a').id })).toEqual(['general-a', 'branch-a3']);
  expect(await labels({ organizationId: archives.node('branch-a1').id })).toEqual(['branch-a1']);
  expect(await labels({})).toEqual(expect.arrayContaining(['unit-a', 'unit-b', 'unit-w']));
});

test('values of other words are refused, and whoever may not read statistics is told so first', async () => {
  const actor = await archives.actor(subtree('group'));
  const refused = await actor.get(`${path}?rows=shoes`);
  expect([refused.status, (await problem(refused)).errors?.[0]?.field]).toEqual([400, 'rows']);
  for (const columns of ['ethnicity', 'ethnicGroup']) {
    const same = await actor.get(`${path}?rows=ethnicity&columns=${columns}`);
    expect([same.status, (await problem(same)).errors?.[0]?.field]).toEqual([400, 'columns']);
  }
  expect((await (await archives.officer('group')).get(`${path}?rows=shoes`)).status).toBe(403);
});

test('the table as a file has the figures and sums of the table', async () => {
  const actor = await archives.actor(subtree('unit-a'));
  const query = { rows: 'age', columns: 'sex', state: 'active' };
  const { cells, rowTotals, columnTotals, total } = await statistics(actor, query);
  const file = (format: string) =>
    actor.get(`${path}/export?${new URLSearchParams({ ...query, format }).toString()}`);
  const [heading, ...lines] = parse(Buffer.from(await (await file('csv')).arrayBuffer()), {
    bom: true,
  }) as string[][];
  expect(heading).toEqual(['年龄 × 性别', '男', '女', '未登记', '合计']);
  expect(lines.map((line) => line.slice(1).map(Number))).toEqual([
    ...cells.map((figures, index) => [...figures, rowTotals[index]]),
    [...columnTotals, total],
  ]);
  expect(lines.map(([name]) => name)).toContain('36–40 岁');
  const book = new Workbook();
  await book.xlsx.load(Buffer.from(await (await file('xlsx')).arrayBuffer()) as never);
  expect(book.worksheets[0]?.getRow(2).getCell(2).value).toBe(cells[0]?.[0]);
});

test('a file names no organization that its reader may not know, whichever is asked for', async () => {
  const actor = await archives.actor([
    { permissions: ['archives.statistics.read'], mode: 'subtree', nodes: ['unit-a'] },
  ]);
  const foreign = archives.node('branch-b1').id;
  const response = await actor.get(
    `${path}/export?rows=age&format=xlsx&language=en-US&organizationId=${foreign}`,
  );
  const book = new Workbook();
  await book.xlsx.load(Buffer.from(await response.arrayBuffer()) as never);
  const note = JSON.stringify(book.worksheets[1]?.getSheetValues());
  expect(note).toContain('unit-a');
  expect(note).not.toContain('branch-b1');
});
