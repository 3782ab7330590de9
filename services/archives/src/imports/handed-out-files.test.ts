import { describe, expect, test } from 'vitest';
import { program } from '../testing/archives-under-test.ts';
import {
  csv,
  heading,
  imports,
  importsDuringTests,
  mistyped,
  nextIdNumber,
  people,
} from '../testing/imports-under-test.ts';

const { archives, officer } = importsDuringTests();

describe('files that an import hands out', () => {
  test('the marked rows come back corrected, and the result says what became of each row', async () => {
    const good = nextIdNumber();
    const wrong = mistyped(good);
    const preview = await archives.upload(
      officer,
      csv(heading, ['郑己', wrong, '正式党员', 'branch-a1'], ...people(1)),
    );
    // Its cells are in full: no address that somebody clicks hands them out.
    expect((await officer.get(`${imports}/${preview.id}/marked.xlsx`)).status).toBe(403);
    const marked = await officer.get(`${imports}/${preview.id}/marked.xlsx`, program);
    expect(marked.status).toBe(200);
    const again = await archives.upload(officer, new Uint8Array(await marked.arrayBuffer()));
    expect(again).toMatchObject({ rows: 1, invalid: 1 });
    expect(again.columns.at(-1)).toMatchObject({ heading: '需更正之处', field: null });
    expect(again.errors).toMatchObject([{ code: 'id-number.check-character' }]);
    await archives.owner`update imports set status = 'failed' where id = ${again.id}`;

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
