import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Secret } from './config.ts';
import type { FileStore } from './file-store.ts';
import { createS3FileStore } from './s3-file-store.ts';
import { type S3Stub, startS3Stub, stubKeys } from './testing/s3-stub.ts';

let stub: S3Stub;
let files: FileStore;

const storeWith = (secret: string): FileStore =>
  createS3FileStore({
    endpoint: stub.url,
    bucket: 'archive',
    region: 'us-east-1',
    accessKeyId: stubKeys.accessKeyId,
    secretAccessKey: new Secret(secret),
  });

beforeAll(async () => {
  stub = await startS3Stub('archive');
  files = storeWith(stubKeys.secretAccessKey);
});
afterAll(() => stub.close());

test('what is put arrives signed with its hash, and is read back whole or in part', async () => {
  const content = randomBytes(3 * 1024 * 1024);
  const pieces = [content.subarray(0, 1_000_000), content.subarray(1_000_000)];
  const stored = await files.put('letters/2026/one', Readable.from(pieces));
  expect(stored.size).toBe(content.length);
  expect(stub.refused).toEqual([]);
  expect(stub.objects.get('letters/2026/one')?.equals(content)).toBe(true);
  expect((await buffer(await files.open('letters/2026/one'))).equals(content)).toBe(true);
  const part = await buffer(await files.open('letters/2026/one', { start: 10, end: 19 }));
  expect(part.equals(content.subarray(10, 20))).toBe(true);
  expect(await files.size('letters/2026/one')).toBe(content.length);
});

test('an empty content is a content', async () => {
  const stored = await files.put('letters/empty', Readable.from([]));
  expect(stored.size).toBe(0);
  expect(await files.size('letters/empty')).toBe(0);
});

test('a key that holds nothing is named as such, and removing it is no error', async () => {
  expect(await files.size('letters/none')).toBeNull();
  await expect(files.open('letters/none')).rejects.toMatchObject({ code: 'file.content-missing' });
  await files.remove('letters/none');
});

test('all keys of a folder are listed, page after page', async () => {
  const put = ['a', 'b', 'c', 'd', 'e'].map((name) =>
    files.put(`list/${name}`, Readable.from([Buffer.from(name)])),
  );
  await Promise.all(put);
  await files.remove('list/c');
  const keys: string[] = [];
  for await (const { key } of files.list('list')) keys.push(key);
  expect(keys).toEqual(['list/a', 'list/b', 'list/d', 'list/e']);
});

test('a source that breaks sends nothing', async () => {
  async function* broken() {
    yield Buffer.from('half');
    throw new Error('the line is cut');
  }
  await expect(files.put('broken/one', broken())).rejects.toThrow('the line is cut');
  expect(stub.objects.has('broken/one')).toBe(false);
});

test('a store that is busy for a moment is asked again', async () => {
  stub.busyFor(2);
  await files.put('letters/late', Readable.from([Buffer.from('late')]));
  expect(String(stub.objects.get('letters/late'))).toBe('late');
});

test('a wrong secret is refused by the store and stores nothing', async () => {
  const wrong = storeWith('another secret');
  await expect(wrong.put('letters/wrong', Readable.from([Buffer.from('x')]))).rejects.toThrow(
    'SignatureDoesNotMatch',
  );
  expect(stub.refused).toEqual(['SignatureDoesNotMatch']);
  expect(stub.objects.has('letters/wrong')).toBe(false);
});
