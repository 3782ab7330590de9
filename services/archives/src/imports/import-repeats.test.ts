import { bodyOf } from '@banyan/test-kit/body-of';
import { duringTests } from '@banyan/test-kit/during-tests';
import type { TransactionSql } from 'postgres';
import { expect, test } from 'vitest';
import { match, problem } from '../testing/archives-under-test.ts';
import { checkImport } from './check-import.ts';
import {
  createImports,
  csv,
  form,
  heading,
  imports,
  mistyped,
  nextIdNumber,
  people,
} from '../testing/imports-under-test.ts';
import { workbook } from '../testing/workbooks.ts';
import type { ImportView } from './import-views.ts';

const archives = duringTests(createImports);

test('a file sent again with the same key is the same import while that is under way, too', async () => {
  const officer = await archives.importer('group');
  const file = csv(heading, ...people(1));
  const send = async () =>
    bodyOf<ImportView>(officer.post(imports, form(file), { 'idempotency-key': 'twice' }), 202);
  const first = await send();
  expect((await send()).id).toBe(first.id);
  await archives.settleJobs();
  expect((await send()).id).toBe(first.id);
  const stored: string[] = [];
  for await (const { key } of archives.kit.files.list('imports')) stored.push(key);
  expect(stored).toEqual([`imports/${first.id}`]);
});

test('a colleague is told that whoever imported may no longer import, and stays signed in', async () => {
  const importer = await archives.importer('branch-a1');
  const colleague = await archives.importer('branch-a1');
  const [line] = people(1) as [string[]];
  line[1] = mistyped(line[1] as string);
  const preview = await archives.upload(importer, csv(heading, line));
  archives.regrant(importer, []);
  const [row] = await archives.rows(colleague, preview);
  const answer = await colleague.patch(
    `${imports}/${preview.id}/rows/2`,
    { cells: { name: '张三' } },
    match(row?.version ?? 0),
  );
  expect([answer.status, (await problem(answer)).code]).toEqual([409, 'archives.import-right-lost']);
});

test('characters that no database keeps are left out of the cells and headings of a workbook', async () => {
  const officer = await archives.importer('branch-a1');
  const [line] = people(1) as [string[]];
  const cells = (texts: readonly string[]) =>
    texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('');
  const xml = `<sheetData><row r="1">${cells([...heading, '备_x0000_注_xD800_'])}</row><row r="2">${cells([`_x0000_${line[0]}`, line[1] as string, line[2] as string, 'branch-a1', 'a_x0000_b'])}</row></sheetData>`;
  const preview = await archives.upload(officer, await workbook({ sheets: [{ name: '名册', xml }] }));
  expect(preview).toMatchObject({ status: 'preview', rows: 1, valid: 1 });
  expect(preview.columns[4]?.heading).toContain('备注');
});

/** Until somebody waits for what this transaction has locked. */
async function waitedFor(sql: TransactionSql): Promise<void> {
  for (let waits: boolean | undefined = false; !waits;)
    [{ waits } = { waits: false }] = await sql<{ waits: boolean }[]>`
      select exists (
        select 1 from pg_locks l where not l.granted and pg_backend_pid() = any(pg_blocking_pids(l.pid))
      ) as waits`;
}

test.each([
  ['is committed', 'committed', 1],
  ['is being checked once more', 'parsing', 2],
] as const)('a worker that wakes up late touches nothing of what %s', async (_, status, later) => {
  const officer = await archives.importer('branch-a1');
  const { id } = await archives.upload(officer, csv(heading, ...people(1)));
  await archives.owner`update imports set status = 'parsing', version = 1 where id = ${id}`;
  const rows = () => archives.owner`select * from import_rows where import_id = ${id}`;
  const before = await rows();
  const { late } = await archives.owner.begin(async (sql) => {
    await sql`update imports set status = ${status}, version = ${later} where id = ${id}`;
    const checked = checkImport(archives.deps, id, new AbortController().signal);
    await waitedFor(sql);
    return { late: checked };
  });
  await late;
  expect(await archives.show(officer, { id })).toMatchObject({ status, version: later });
  expect(await rows()).toEqual(before);
});

test('records are held in the order that every act on several people keeps, whatever that of the file', async () => {
  const officer = await archives.importer('branch-a2');
  const numbers = [nextIdNumber(), nextIdNumber()];
  const admitted = [];
  for (const idNumber of numbers) admitted.push(await archives.admit('branch-a2', { idNumber }));
  const [first, last] = admitted as unknown as [{ id: string }, { id: string }];
  const lines = numbers
    .toReversed()
    .map((number, at) => ['李文博', number, '正式党员', 'branch-a2', `备注${at}`]);
  const preview = await archives.upload(officer, csv([...heading, '备注'], ...lines));
  expect(preview).toMatchObject({ updated: 2 });
  await archives.owner.begin(async (sql) => {
    await sql`set local lock_timeout = '2s'`;
    await sql`select 1 from members where id = ${first.id} for update`;
    await officer.post(`${imports}/${preview.id}/commit`, {});
    await waitedFor(sql);
    await sql`select 1 from members where id = ${last.id} for update`;
  });
  await archives.settleJobs();
  expect(await archives.show(officer, preview)).toMatchObject({ status: 'committed' });
});
