import { Readable } from 'node:stream';
import { createTestService, type TestService } from '@banyan/test-kit/service';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixedClock } from './clock.ts';
import { insertFile, markRemoved, selectFilesOf } from './file-records.ts';
import { fileMigrations, kitMigrations } from './migrate.ts';
import { systemScope } from './scope.ts';
import { sweepFiles } from './sweep-files.ts';

let service: TestService;
const owner = uuidv7();
const scope = systemScope('files.test');
const inTwoDays = new Date(Date.now() + 2 * 86_400_000).toISOString();

beforeAll(async () => {
  service = await createTestService({
    domain: 'notes',
    migrations: [kitMigrations, fileMigrations],
    tree: { group: { a: {} } },
    clock: fixedClock(inTwoDays),
    compose: () => ({ subscriptions: [] }),
  });
});
afterAll(() => service.close());

async function put(key: string): Promise<{ size: number; sha256: string }> {
  return service.kit.files.put(key, Readable.from([Buffer.from(key)]));
}

async function store(name: string): Promise<string> {
  const id = uuidv7();
  const stored = await put(`letters/${id}`);
  await service.kit.database.write(scope, (tx) =>
    insertFile(tx, {
      id,
      ownerEntity: 'note',
      ownerId: owner,
      organizationId: service.node('a').id,
      name,
      ...stored,
      mediaType: 'text/plain',
      classification: 'internal',
      scanState: 'not-scanned',
      storageKey: `letters/${id}`,
      createdByName: null,
    }),
  );
  return id;
}

async function remove(id: string, daysAgo: number): Promise<void> {
  await service.kit.database.write(scope, (tx) => markRemoved(tx, id, true));
  await service.owner`update files set removed_at = ${inTwoDays}::timestamptz - ${`${daysAgo} days`}::interval where id = ${id}`;
}

test('a sweep ends what was removed long ago and contents without a row, and nothing else', async () => {
  const kept = await store('kept');
  const recent = await store('removed yesterday');
  const old = await store('removed long ago');
  await remove(recent, 1);
  await remove(old, 31);
  await put('letters/orphan');
  await put('elsewhere/orphan');
  expect(await sweepFiles(service.kit, 'letters')).toEqual({ expired: 1, orphans: 2 });
  const left = await service.kit.database.read(scope, (tx) => selectFilesOf(tx, 'note', owner));
  expect(left.map(({ id }) => id)).toEqual([kept, recent]);
  expect(await service.kit.files.size(`letters/${old}`)).toBeNull();
  expect(await service.kit.files.size('letters/orphan')).toBeNull();
  expect(await service.kit.files.size('elsewhere/orphan')).not.toBeNull();
  expect(await service.kit.files.size(`letters/${recent}`)).not.toBeNull();
  expect((await service.facts()).map(({ data }) => data['action'])).toEqual(['notes.file.erase']);
  expect(await sweepFiles(service.kit, 'letters')).toEqual({ expired: 0, orphans: 0 });
});

test('a content that was stored just now may still get its row', async () => {
  const kit = { ...service.kit, clock: fixedClock(new Date().toISOString()) };
  await put('letters/young');
  expect(await sweepFiles(kit, 'letters')).toEqual({ expired: 0, orphans: 0 });
  expect(await service.kit.files.size('letters/young')).not.toBeNull();
});

test('removing and bringing back are each done once', async () => {
  const id = await store('twice');
  const mark = (removed: boolean) => service.kit.database.write(scope, (tx) => markRemoved(tx, id, removed));
  expect([await mark(true), await mark(true), await mark(false), await mark(false)]).toEqual([
    true,
    false,
    true,
    false,
  ]);
});
