import { bodyOf } from '@banyan/test-kit/body-of';
import { duringTests } from '@banyan/test-kit/during-tests';
import { expect, test } from 'vitest';
import { createArchives, problem } from '../testing/archives-under-test.ts';
import { dossierOf, file, itemOf, keeper } from '../testing/dossiers-under-test.ts';
import { deliverMerge } from '../testing/merged-organizations.ts';
import type { DossierExtraView } from './dossier-views.ts';

const archives = duringTests(createArchives);
const extras = '/api/archives/dossier-extras';

test('what a branch that is merged asked for is asked for no more, and what was filed under it stays', async () => {
  const permissions = ['archives.dossier.read', 'archives.dossier.update', 'archives.setting.update'];
  const officer = await archives.actor([{ permissions, mode: 'subtree', nodes: ['unit-a'] }]);
  const define = (node: string, name: string) => {
    const organizationId = archives.node(node).id;
    return bodyOf<DossierExtraView>(officer.post(extras, { organizationId, name }), 201);
  };
  const ended = await define('branch-a2', '谈话记录');
  const kept = await define('branch-a1', '廉洁承诺书');
  const member = await archives.admit('branch-a2');
  await file(officer, member, ended.id);

  const delivered = await deliverMerge(archives, 'branch-a2', 'branch-a1');
  for (const each of delivered) expect(each).toEqual([true, false]);

  const { items } = await bodyOf<{ items: DossierExtraView[] }>(officer.get(extras));
  expect(items.map(({ id }) => id)).toEqual([kept.id]);
  const dossier = await dossierOf(await keeper(archives, 'branch-a1'), member);
  expect(itemOf(dossier, ended.id)).toMatchObject({ inForce: false, files: [{ name: '扫描件.pdf' }] });
  expect(itemOf(dossier, kept.id)).toMatchObject({ inForce: true, due: true });
  const audited = await archives.owner`
    select version::int from audit_entries
    where action = 'archives.dossier-extra.retire' and subject_id = ${ended.id}`;
  expect(audited).toEqual([{ version: 2 }]);

  await archives.owner`update organizations set status = 'merged' where id = ${archives.node('branch-a2').id}`;
  await archives.kit.reloadTree();
  const anew = await officer.post(extras, {
    organizationId: archives.node('branch-a2').id,
    name: '谈话记录',
  });
  expect(await problem(anew)).toMatchObject({
    status: 400,
    errors: [{ field: 'organizationId', code: 'organization.ended' }],
  });
});
