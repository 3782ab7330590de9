import { duringTests } from '@banyan/test-kit/during-tests';
import type { TestActor } from '@banyan/test-kit/service';
import { beforeAll, describe, expect, test } from 'vitest';
import { idNumber, match, path as members } from '../testing/archives-under-test.ts';
import { createImports, csv, form, imports, json } from '../testing/imports-under-test.ts';
import { workbook } from '../testing/workbooks.ts';
import { checkImport } from './check-import.ts';
import type { ImportView } from './import-views.ts';
import { sweepImports } from './sweep-imports.ts';
import { takeBackImport } from './take-back-import.ts';
import { writeImport } from './write-import.ts';

const archives = duringTests(createImports);
let officer: TestActor;
beforeAll(async () => {
  officer = await archives.importer('group');
});

let serial = 500;
const nextId = (): string => {
  serial += 1;
  return idNumber(`19${50 + Math.floor(serial / 1000)}-05-06`, serial % 1000);
};
const heading = ['姓名', '身份证号', '人员类别', '所在党支部'];
const lines = (count: number, branch = 'branch-a1') =>
  Array.from({ length: count }, (_, index) => [
    `张${'甲乙丙丁戊己庚辛壬癸'[index % 10]}`,
    nextId(),
    '正式党员',
    branch,
  ]);
const running = new AbortController().signal;

async function count(table: string): Promise<number> {
  const [row] = await archives.owner.unsafe<{ n: number }[]>(`select count(*)::int as n from ${table}`);
  return row?.n ?? -1;
}

/** Stops a job in the middle: the signal is aborted once it has been asked so often. */
function abortingAfter(asked: number): AbortSignal {
  let left = asked;
  return {
    throwIfAborted: () => {
      left -= 1;
      if (left < 0) throw new Error('stopped in the middle');
    },
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  } as unknown as AbortSignal;
}

async function setStatus(of: ImportView, status: string): Promise<void> {
  await archives.owner`update imports set status = ${status} where id = ${of.id}`;
}

describe('a file that is no roster', () => {
  // Files of tens of megabytes are made first.
  test('is refused while its sender waits, and leaves nothing behind', { timeout: 120_000 }, async () => {
    const before = await count('imports');
    const bomb = await workbook({
      sheets: [{ name: '名册', xml: '' }],
      more: { zeros: Buffer.alloc(64 * 1024 * 1024) },
    });
    const refused = async (content: string | Uint8Array, name: string) => {
      const response = await officer.post(imports, form(content, {}, name));
      return [response.status, ((await response.json()) as { code: string }).code];
    };
    expect(await refused(Buffer.from('%PDF-1.7 ...'), '名册.xlsx')).toEqual([
      415,
      'archives.import-not-a-roster',
    ]);
    expect(await refused(bomb, '名册.xlsx')).toEqual([415, 'archives.import-inflated']);
    expect(await refused(Buffer.alloc(51 * 1024 * 1024), '名册.csv')).toEqual([413, 'file.too-large']);
    const none = await officer.post(imports, new FormData());
    expect([none.status, ((await none.json()) as { code: string }).code]).toEqual([400, 'file.missing']);
    const mode = await officer.post(imports, form(csv(heading), { mode: 'replace' }));
    expect(mode.status).toBe(400);
    expect(await count('imports')).toBe(before);
  });

  test('and one that turns out so while it is read fails with its reason, and can be discarded', async () => {
    const failed = await archives.upload(officer, 'a,b\nc,d\n');
    expect(failed).toMatchObject({
      status: 'failed',
      problem: { code: 'archives.import-no-heading' },
      abilities: ['map', 'discard'],
    });
    const answer = await officer.patch(
      `${imports}/${failed.id}/mapping`,
      { headingFrom: 1 },
      match(failed.version),
    );
    expect(answer.status).toBe(202);
    await archives.settleJobs();
    expect(await archives.show(officer, failed)).toMatchObject({
      status: 'preview',
      rows: 1,
      missing: ['name', 'organization', 'stage'],
    });
    expect((await officer.request('DELETE', `${imports}/${failed.id}`)).status).toBe(204);
    expect((await officer.get(`${imports}/${failed.id}`)).status).toBe(404);
  });

  test('a scope of two organizations has to say which one it is about', async () => {
    const both = await archives.actor([
      { permissions: ['archives.member.import'], mode: 'nodes', nodes: ['branch-a1', 'branch-b1'] },
    ]);
    const asked = await json<{ code: string; organizations: { name: string }[] }>(
      await both.post(imports, form(csv(heading))),
      400,
    );
    expect([asked.code, asked.organizations.map(({ name }) => name)]).toEqual([
      'archives.import-organization-required',
      ['branch-a1', 'branch-b1'],
    ]);
    const at = (node: string) =>
      both.post(`${imports}?organizationId=${archives.node(node).id}`, form(csv(heading, ...lines(1, ''))));
    expect((await at('branch-a2')).status).toBe(404);
    expect((await json<ImportView>(await at('branch-b1'), 202)).defaults.organizationId).toBe(
      archives.node('branch-b1').id,
    );
    await archives.settleJobs();
  });
});

test('a preview that nobody goes on with is thrown away after a month, with its file', async () => {
  const [old, fresh] = [
    await archives.upload(officer, csv(heading, ...lines(1))),
    await archives.upload(officer, csv(heading, ...lines(1))),
  ];
  await archives.owner`update imports set created_at = '2026-10-01' where id = ${old.id}`;
  await archives.owner`update imports set created_at = '2026-11-01' where id = ${fresh.id}`;
  await sweepImports(archives.deps);
  expect((await officer.get(`${imports}/${old.id}`)).status).toBe(404);
  expect(await archives.kit.files.size(`imports/${old.id}`)).toBeNull();
  expect(await archives.show(officer, fresh)).toMatchObject({ status: 'preview' });
});

describe('the same file', () => {
  test('twice at once is taken once, and the other is told where', async () => {
    const file = csv(heading, ...lines(2));
    const answers = await Promise.all([0, 1, 2].map(() => officer.post(imports, form(file))));
    const begun = answers.find(({ status }) => status === 202) as Response;
    const { id } = (await begun.json()) as ImportView;
    const refused = answers.filter((answer) => answer !== begun);
    for (const answer of refused)
      expect(await json(answer, 409)).toMatchObject({ code: 'archives.import-duplicate', importId: id });
    await archives.settleJobs();
    await archives.act(officer, { id }, 'commit');
    expect((await officer.post(imports, form(file))).status).toBe(202);
    await archives.settleJobs();
  });

  test('sent again with the same key is the same import', async () => {
    const file = csv(heading, ...lines(1));
    const send = async () =>
      json<ImportView>(await officer.post(imports, form(file), { 'idempotency-key': 'once' }), 202);
    const first = await send();
    await archives.settleJobs();
    await archives.act(officer, first, 'commit');
    expect((await send()).id).toBe(first.id);
  });
});

describe('columns', () => {
  test('with the same heading are chosen between before anything is written, and the choice is remembered', async () => {
    const file = (phone: string) =>
      csv(
        ['姓名', '电话', '电话', '人员类别', '支部'],
        ['赵甲', '13800000001', phone, '正式党员', 'branch-a1'],
      );
    const preview = await archives.upload(officer, file('13900000001'));
    expect(preview.errors).toMatchObject([
      { row: 1, column: '电话', code: 'heading.duplicate' },
      { row: 1, column: '电话', code: 'heading.duplicate' },
    ]);
    expect(
      await json(await officer.post(`${imports}/${preview.id}/commit`, { skipInvalid: true }), 409),
    ).toMatchObject({ code: 'archives.import-heading-undecided' });
    const mapping = {
      columns: [{ index: 2, field: 'phone' }],
      defaults: { organizationId: archives.node('branch-a2').id },
    };
    expect((await officer.patch(`${imports}/${preview.id}/mapping`, mapping)).status).toBe(428);
    expect((await officer.patch(`${imports}/${preview.id}/mapping`, mapping, match(1))).status).toBe(412);
    expect(
      (await officer.patch(`${imports}/${preview.id}/mapping`, mapping, match(preview.version))).status,
    ).toBe(202);
    await archives.settleJobs();
    const mapped = await archives.show(officer, preview);
    expect(mapped).toMatchObject({ status: 'preview', errors: [], valid: 1 });
    await archives.act(officer, preview, 'commit');
    const [kept] = await archives.owner`select phone_hash from members where name = '赵甲'`;
    expect(kept?.['phone_hash']).toEqual(archives.deps.sealer.hash('phone', '13900000001'));
  });

  test('called otherwise are mapped once, and known the next time', async () => {
    const file = () => csv(['姓名', '工号', '类别', '支部'], ['钱乙', nextId(), '正式党员', 'branch-a1']);
    const first = await archives.upload(officer, file());
    expect(first.columns[1]).toMatchObject({ field: null, guess: 'none' });
    await officer.patch(
      `${imports}/${first.id}/mapping`,
      { columns: [{ index: 1, field: 'idNumber' }] },
      match(first.version),
    );
    await archives.settleJobs();
    expect((await archives.show(officer, first)).columns[1]).toMatchObject({
      field: 'idNumber',
      guess: 'chosen',
    });
    const second = await archives.upload(officer, file());
    expect(second.columns[1]).toMatchObject({ field: 'idNumber', guess: 'remembered' });
  });
});

describe('a job that is stopped in the middle', () => {
  test('reads a file again from its beginning', async () => {
    const preview = await archives.upload(officer, csv(heading, ...lines(600)));
    await archives.owner`update imports set status = 'parsing', choice = '{}' where id = ${preview.id}`;
    await expect(checkImport(archives.deps, preview.id, abortingAfter(1))).rejects.toThrow();
    expect(await archives.show(officer, preview)).toMatchObject({ status: 'parsing' });
    await checkImport(archives.deps, preview.id, running);
    await checkImport(archives.deps, preview.id, running);
    expect(await archives.show(officer, preview)).toMatchObject({ status: 'preview', rows: 600, valid: 600 });
  });

  test('writes no row or all rows, and all of them once', { timeout: 60_000 }, async () => {
    const preview = await archives.upload(officer, csv(heading, ...lines(600, 'branch-a3')));
    const before = {
      members: await count('members'),
      history: await count('member_history'),
      outbox: await count('outbox'),
    };
    await archives.owner`update imports set status = 'committing', committed_by = ${JSON.stringify({ accountId: officer.accountId, personId: null, requestId: null, id: officer.accountId, name: null })}::text::jsonb where id = ${preview.id}`;
    await expect(writeImport(archives.deps, preview.id, abortingAfter(1))).rejects.toThrow(
      'stopped in the middle',
    );
    expect({
      members: await count('members'),
      history: await count('member_history'),
      outbox: await count('outbox'),
    }).toEqual(before);
    expect(await archives.show(officer, preview)).toMatchObject({ status: 'committing' });
    // Two workers that both believe in the job.
    await Promise.all([
      writeImport(archives.deps, preview.id, running),
      writeImport(archives.deps, preview.id, running),
    ]);
    await writeImport(archives.deps, preview.id, running);
    expect(await archives.show(officer, preview)).toMatchObject({ status: 'committed', added: 600 });
    expect([await count('members'), await count('member_history')]).toEqual([
      before.members + 600,
      before.history + 600,
    ]);
    expect(await count('outbox')).toBe(before.outbox + 602);

    await archives.owner`update imports set status = 'undoing', undone_by = committed_by where id = ${preview.id}`;
    await expect(takeBackImport(archives.deps, preview.id, abortingAfter(1))).rejects.toThrow(
      'stopped in the middle',
    );
    expect(await count('members')).toBe(before.members + 600);
    await Promise.all([
      takeBackImport(archives.deps, preview.id, running),
      takeBackImport(archives.deps, preview.id, running),
    ]);
    expect(await archives.show(officer, preview)).toMatchObject({ status: 'undone' });
    expect([await count('members'), await count('member_history')]).toEqual([before.members, before.history]);
    expect(await count(`voided_members where import_id = '${preview.id}'`)).toBe(600);
    await archives.owner`select fold_member_counts()`;
    const [counted] =
      await archives.owner`select coalesce(sum(own), 0)::int as n from member_counts where stage = '*' and state = '*'`;
    expect(counted?.['n']).toBe(before.members);
  });
});

describe('what has changed since the preview', () => {
  test('stops the whole commit, names the rows, and shows them anew', async () => {
    const [known, taken] = [nextId(), nextId()];
    const person = await archives.admit('branch-a1', { name: '周丁', idNumber: known, post: '工人' });
    const file = csv(
      [...heading, '岗位'],
      ['周丁', known, '正式党员', 'branch-a1', '班长'],
      ['吴戊', taken, '正式党员', 'branch-a1', ''],
      ...lines(3).map((line) => [...line, '']),
    );
    const preview = await archives.upload(officer, file);
    expect(preview).toMatchObject({ valid: 5, added: 4, updated: 1 });
    const before = await count('members');
    await officer.patch(`${members}/${person.id}`, { post: '技师' }, match(1));
    await archives.admit('branch-b1', { name: '吴戊', idNumber: taken });
    const back = await archives.act(officer, preview, 'commit');
    expect(back).toMatchObject({
      status: 'preview',
      valid: 4,
      invalid: 1,
      added: 3,
      updated: 1,
      errors: [{ row: 3, code: 'update.organization-differs' }],
      problem: { code: 'archives.import-overtaken' },
    });
    expect(back.problem?.rows.map(({ row }) => row)).toEqual([2, 3]);
    expect(await count('members')).toBe(before + 1);
    const [row] = await archives.rows(officer, back, 'filter=updated');
    expect(row?.changes).toEqual([{ field: 'post', from: '技师', to: '班长' }]);
    expect(await archives.act(officer, back, 'commit', { skipInvalid: true })).toMatchObject({
      status: 'committed',
      added: 3,
      updated: 1,
    });
  });

  test('a branch that has ended takes nobody in', async () => {
    const preview = await archives.upload(officer, csv(heading, ...lines(2, 'branch-a2')));
    const id = archives.node('branch-a2').id;
    await archives.owner`update organizations set status = 'dissolved' where id = ${id}`;
    const back = await archives.act(officer, preview, 'commit');
    expect(back).toMatchObject({
      status: 'preview',
      problem: {
        code: 'archives.import-overtaken',
        rows: [{ code: 'organization.ended' }, { code: 'organization.ended' }],
      },
    });
    await archives.owner`update organizations set status = 'active' where id = ${id}`;
    await archives.kit.reloadTree();
  });
});

describe('an import that something depends on', () => {
  async function committed(): Promise<{ done: ImportView; memberId: string }> {
    const preview = await archives.upload(officer, csv(heading, ...lines(2)));
    const done = await archives.act(officer, preview, 'commit');
    const [row] = await archives.rows(officer, done);
    return { done, memberId: row?.memberId as string };
  }
  const refusal = async (of: ImportView) =>
    json<{ code: string; rows: { row: number; code: string }[] }>(
      await officer.post(`${imports}/${of.id}/undo`),
      409,
    );

  test('is not undone, with rows and reasons', async () => {
    const { done, memberId } = await committed();
    await officer.patch(`${members}/${memberId}`, { post: '队长' }, match(1));
    expect(await refusal(done)).toMatchObject({
      code: 'archives.import-not-undoable',
      rows: [{ row: 2, code: 'undo.changed-since' }],
    });
    expect(await archives.show(officer, done)).toMatchObject({ status: 'committed', abilities: ['undo'] });
  });

  test(
    'is not undone while any table that points to people points to one of them',
    { timeout: 120_000 },
    async () => {
      const tables = await archives.owner<{ name: string }[]>`
      select table_name as name from information_schema.columns join information_schema.tables using (table_schema, table_name)
      where table_schema = 'public' and column_name = 'member_id' and table_type = 'BASE TABLE' and table_name <> 'member_history'`;
      for (const { name } of [...tables, { name: 'made_for_this_test' }]) {
        const { done, memberId } = await committed();
        if (name === 'made_for_this_test')
          await archives.owner`create table made_for_this_test (member_id uuid not null)`;
        await storeReference(name, memberId);
        expect([name, (await refusal(done)).rows]).toMatchObject([
          name,
          [{ row: 2, code: 'undo.depended-on' }],
        ]);
      }
      expect(tables.length).toBeGreaterThan(0);
    },
  );

  /** A row with nothing in it but the reference, past every rule of the table. */
  async function storeReference(table: string, memberId: string): Promise<void> {
    const columns = await archives.owner<{ name: string; type: string }[]>`
      select column_name as name, data_type as type from information_schema.columns
      where table_schema = 'public' and table_name = ${table} and is_generated = 'NEVER' and is_identity = 'NO'
        and (column_name = 'member_id' or (is_nullable = 'NO' and column_default is null))`;
    const values: Record<string, string> = {
      uuid: 'gen_random_uuid()',
      jsonb: "'{}'",
      date: "'2026-01-01'",
      boolean: 'true',
      ARRAY: "'{}'",
      'timestamp with time zone': 'now()',
    };
    const numbers = new Set(['integer', 'bigint', 'smallint', 'numeric']);
    const valueOf = ({ name, type }: { name: string; type: string }): string =>
      name === 'member_id' ? `'${memberId}'` : (values[type] ?? (numbers.has(type) ? '1' : "'x'"));
    await archives.owner.begin(async (tx) => {
      const checks = await tx<{ name: string }[]>`
        select conname as name from pg_constraint where conrelid = ${table}::regclass and contype in ('c', 'f')`;
      for (const { name } of checks) await tx.unsafe(`alter table ${table} drop constraint "${name}"`);
      await tx.unsafe(`alter table ${table} disable trigger user`);
      const names = columns.map(({ name }) => name).join(', ');
      await tx.unsafe(`insert into ${table} (${names}) values (${columns.map(valueOf).join(', ')})`);
    });
  }
});

describe('files that an import hands out', () => {
  test('the marked rows come back corrected, and the result says what became of each row', async () => {
    const good = nextId();
    const wrong = `${good.slice(0, 17)}${good.endsWith('0') ? '1' : '0'}`;
    const preview = await archives.upload(
      officer,
      csv(heading, ['郑己', wrong, '正式党员', 'branch-a1'], ...lines(1)),
    );
    const marked = await officer.get(`${imports}/${preview.id}/marked.xlsx`);
    expect(marked.status).toBe(200);
    const again = await archives.upload(officer, new Uint8Array(await marked.arrayBuffer()));
    expect(again).toMatchObject({ rows: 1, invalid: 1 });
    expect(again.columns.at(-1)).toMatchObject({ heading: '需更正之处', field: null });
    expect(again.errors).toMatchObject([{ code: 'id-number.check-character' }]);
    await setStatus(again, 'failed');

    expect((await officer.get(`${imports}/${preview.id}/result.csv`)).status).toBe(409);
    await archives.act(officer, preview, 'commit', { skipInvalid: true });
    const result = await (await officer.get(`${imports}/${preview.id}/result.csv`)).text();
    expect(result).toContain('2,郑己,branch-a1,未导入,末位校验不符，请核对号码');
    expect(result).toContain(',新增,');
    expect((await officer.get(`${imports}/${preview.id}/result.xlsx`)).status).toBe(200);
  });

  test('the template is a roster without people, and names the branches of its reader alone', async () => {
    const secretary = await archives.importer('branch-a1', 'node');
    const template = new Uint8Array(await (await secretary.get(`${imports}/template.xlsx`)).arrayBuffer());
    const read = await archives.upload(secretary, template);
    expect(read).toMatchObject({ status: 'failed', problem: { code: 'archives.import-no-rows' } });
    expect(read.columns.filter(({ field }) => field === null)).toEqual([]);
  });
});
