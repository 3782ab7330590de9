import { Readable } from 'node:stream';
import { fixedClock } from '@banyan/service-kit/clock';
import { expect, test } from 'vitest';
import { csv, heading, imports, importsDuringTests, people } from '../testing/imports-under-test.ts';
import { sweepImports } from './sweep-imports.ts';

const { archives, officer } = importsDuringTests();

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

test('a file whose import never came to be, or has gone, is thrown away, and none that is still needed', async () => {
  const kept = await archives.upload(officer, csv(heading, ...people(1)));
  const { files } = archives.kit;
  const orphan = 'imports/0198aaaa-0000-7000-8000-000000000000';
  await files.put(orphan, Readable.from([Buffer.from('姓名')]));
  await sweepImports(archives.deps);
  expect(await files.size(orphan)).not.toBeNull();
  const { deps } = archives;
  const later = fixedClock(new Date(Date.now() + 2 * 86_400_000).toISOString());
  await sweepImports({ ...deps, kit: { ...deps.kit, clock: later } });
  expect(await files.size(orphan)).toBeNull();
  expect(await files.size(`imports/${kept.id}`)).not.toBeNull();
});
