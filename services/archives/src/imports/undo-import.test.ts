import { bodyOf } from '@banyan/test-kit/body-of';
import { describe, expect, test } from 'vitest';
import { match, path as members } from '../testing/archives-under-test.ts';
import { csv, heading, imports, importsDuringTests, people } from '../testing/imports-under-test.ts';
import type { ImportView } from './import-views.ts';

const { archives, officer } = importsDuringTests();

describe('an import that something depends on', () => {
  async function committed(): Promise<{ done: ImportView; memberId: string }> {
    const preview = await archives.upload(officer, csv(heading, ...people(2)));
    const done = await archives.act(officer, preview, 'commit');
    const [row] = await archives.rows(officer, done);
    return { done, memberId: row?.memberId as string };
  }
  const refusal = async (of: ImportView) =>
    bodyOf<{ code: string; rows: { row: number; code: string }[] }>(
      officer.post(`${imports}/${of.id}/undo`),
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
