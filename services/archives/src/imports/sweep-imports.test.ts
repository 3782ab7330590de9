import { duringTests } from '@banyan/test-kit/during-tests';
import type { TestActor } from '@banyan/test-kit/service';
import { beforeAll, expect, test } from 'vitest';
import { createImports, csv, heading, imports, people } from '../testing/imports-under-test.ts';
import { sweepImports } from './sweep-imports.ts';

const archives = duringTests(createImports);
let officer: TestActor;
beforeAll(async () => {
  officer = await archives.importer('group');
});

test('a preview that nobody goes on with is thrown away after a month, with its file', async () => {
  const [old, fresh] = [
    await archives.upload(officer, csv(heading, ...people(1))),
    await archives.upload(officer, csv(heading, ...people(1))),
  ];
  await archives.owner`update imports set created_at = '2026-10-01' where id = ${old.id}`;
  await archives.owner`update imports set created_at = '2026-11-01' where id = ${fresh.id}`;
  await sweepImports(archives.deps);
  expect((await officer.get(`${imports}/${old.id}`)).status).toBe(404);
  expect(await archives.kit.files.size(`imports/${old.id}`)).toBeNull();
  expect(await archives.show(officer, fresh)).toMatchObject({ status: 'preview' });
});
