import { bodyOf } from '@banyan/test-kit/body-of';
import { describe, expect, test } from 'vitest';
import { match } from '../testing/archives-under-test.ts';
import { csv, form, heading, imports, importsDuringTests, people } from '../testing/imports-under-test.ts';
import { workbook } from '../testing/workbooks.ts';
import type { ImportView } from './import-views.ts';

const { archives, officer } = importsDuringTests();

describe('a file that is no roster', () => {
  // Files of tens of megabytes are made first.
  test('is refused while its sender waits, and leaves nothing behind', { timeout: 120_000 }, async () => {
    const before = await archives.count('imports');
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
    expect(await archives.count('imports')).toBe(before);
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
});

describe('the same file', () => {
  test('twice at once is taken once, and the other is told where', async () => {
    const file = csv(heading, ...people(2));
    const answers = await Promise.all([0, 1, 2].map(() => officer.post(imports, form(file))));
    const begun = answers.find(({ status }) => status === 202) as Response;
    const { id } = (await begun.json()) as ImportView;
    const refused = answers.filter((answer) => answer !== begun);
    for (const answer of refused)
      expect(await bodyOf(answer, 409)).toMatchObject({ code: 'archives.import-duplicate', importId: id });
    await archives.settleJobs();
    await archives.act(officer, { id }, 'commit');
    expect((await officer.post(imports, form(file))).status).toBe(202);
    await archives.settleJobs();
  });

  test('sent again with the same key is the same import', async () => {
    const file = csv(heading, ...people(1));
    const send = async () =>
      bodyOf<ImportView>(officer.post(imports, form(file), { 'idempotency-key': 'once' }), 202);
    const first = await send();
    await archives.settleJobs();
    await archives.act(officer, first, 'commit');
    expect((await send()).id).toBe(first.id);
  });
});
