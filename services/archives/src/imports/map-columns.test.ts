import { bodyOf } from '@banyan/test-kit/body-of';
import { describe, expect, test } from 'vitest';
import { match } from '../testing/archives-under-test.ts';
import { csv, imports, importsDuringTests, nextIdNumber } from '../testing/imports-under-test.ts';

const { archives, officer } = importsDuringTests();

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
      await bodyOf(officer.post(`${imports}/${preview.id}/commit`, { skipInvalid: true }), 409),
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
    const file = () =>
      csv(['姓名', '工号', '类别', '支部'], ['钱乙', nextIdNumber(), '正式党员', 'branch-a1']);
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
