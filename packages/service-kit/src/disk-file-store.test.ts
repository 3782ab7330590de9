import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDiskFileStore } from './disk-file-store.ts';
import { checkKey } from './file-key.ts';
import type { FileStore } from './file-store.ts';

let directory: string;
let files: FileStore;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'banyan-files-'));
  files = createDiskFileStore(directory);
});
afterAll(() => rm(directory, { recursive: true }));

const text = (...parts: string[]) => Readable.from(parts.map((part) => Buffer.from(part)));

async function keysBelow(folder: string): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of files.list(folder)) keys.push(key);
  return keys.toSorted();
}

test('what is put is read back, whole or in part, and measured on the way', async () => {
  const stored = await files.put('letters/2026/one', text('ab', 'c'));
  expect(stored).toEqual({
    size: 3,
    sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  });
  expect(String(await buffer(await files.open('letters/2026/one')))).toBe('abc');
  expect(String(await buffer(await files.open('letters/2026/one', { start: 1, end: 1 })))).toBe('b');
  expect(await files.size('letters/2026/one')).toBe(3);
  await files.put('letters/2026/one', text('new'));
  expect(String(await buffer(await files.open('letters/2026/one')))).toBe('new');
  expect(await keysBelow('letters')).toEqual(['letters/2026/one']);
});

test('a key that holds nothing is named as such', async () => {
  expect(await files.size('letters/none')).toBeNull();
  await expect(files.open('letters/none')).rejects.toMatchObject({ code: 'file.content-missing' });
  await files.remove('letters/none');
  expect(await keysBelow('nowhere')).toEqual([]);
});

test('a source that breaks leaves nothing behind', async () => {
  async function* broken() {
    yield Buffer.from('half');
    throw new Error('the line is cut');
  }
  await expect(files.put('broken/one', broken())).rejects.toThrow('the line is cut');
  expect(await files.size('broken/one')).toBeNull();
  expect(await readdir(join(directory, '.unfinished'))).toEqual([]);
});

test('a process that is killed in the middle of a put leaves the old content and no key', async () => {
  await files.put('killed/old', text('old'));
  const store = new URL('./disk-file-store.ts', import.meta.url).href;
  const script = `
    const { createDiskFileStore } = await import(${JSON.stringify(store)});
    async function* source() {
      yield Buffer.alloc(1024, 'n');
      yield Buffer.alloc(1024, 'n');
      process.stdout.write('half');
      // The rest would come once the test lets go of its end, which it never does.
      process.stdin.resume();
      await new Promise((resolve) => process.stdin.once('end', resolve));
    }
    const files = createDiskFileStore(${JSON.stringify(directory)});
    await Promise.all([files.put('killed/old', source()), files.put('killed/new', source())]);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(String(await buffer(await files.open('killed/old')))).toBe('old');
  expect(await keysBelow('killed')).toEqual(['killed/old']);
  expect((await readdir(join(directory, '.unfinished'))).length).toBeGreaterThan(0);
  await files.discardUnfinished(new Date(Date.now() + 60_000));
  expect(await readdir(join(directory, '.unfinished'))).toEqual([]);
});

test('a disk without room is named as such, and nothing of the content stays', async () => {
  const kit = new URL('.', import.meta.url).href;
  const script = `
    const { createDiskFileStore } = await import('${kit}disk-file-store.ts');
    const { receiveFile } = await import('${kit}receive-file.ts');
    const files = createDiskFileStore(${JSON.stringify(directory)});
    const form = new FormData();
    form.set('file', new Blob([new Uint8Array(200_000)]), 'a');
    const raw = new Request('http://a/', { method: 'POST', body: form });
    const tries = [
      files.put('full/one', (async function* () { yield Buffer.alloc(200_000, 'n'); })()),
      receiveFile({ req: { raw } }, { field: 'file', maxBytes: 1_000_000 }),
    ];
    const settled = await Promise.allSettled(tries);
    process.stdout.write(settled.map(({ reason }) => reason?.code).join());`;
  // A limit on the size of files fails as a disk does in the middle of one: with what fits written.
  const limited = ['-c', 'ulimit -f 100 && exec "$0" --input-type=module -e "$1"', process.execPath, script];
  const received = await mkdtemp(join(tmpdir(), 'banyan-received-'));
  const child = spawn('sh', limited, {
    env: { ...process.env, TMPDIR: received },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  expect(String(await buffer(child.stdout))).toBe('service.disk-full,service.disk-full');
  expect(await keysBelow('full')).toEqual([]);
  expect(await readdir(join(directory, '.unfinished'))).toEqual([]);
  expect(await readdir(received)).toEqual([]);
  await rm(received, { recursive: true });
});

test('unfinished contents that may still grow are left alone', async () => {
  await writeFile(join(directory, '.unfinished', 'now'), '');
  await files.discardUnfinished(new Date(Date.now() - 60_000));
  expect(await readdir(join(directory, '.unfinished'))).toEqual(['now']);
});

const noKeys = [
  '../out',
  'a/../../out',
  '/etc/passwd',
  'a//b',
  '.unfinished/x',
  'A',
  'a/',
  'a\\b',
  '',
  'a\0b',
  'a/.',
];

test.each(noKeys)('the key %j is refused', async (key) => {
  await expect(files.put(key, text('x'))).rejects.toThrow('Not a key');
  await expect(files.open(key)).rejects.toThrow('Not a key');
});

test('no text that passes for a key leads out of the store', () => {
  const part = fc.constantFrom('..', '.', 'a', 'b.c', '/', '\\', '', '\0', ' ');
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(part).map((parts) => parts.join('/')),
      ),
      (candidate) => {
        fc.pre(isKey(candidate));
        const path = relative('/store', join('/store', candidate));
        expect(path).toBe(candidate);
        expect(path.startsWith('.')).toBe(false);
      },
    ),
  );
});

function isKey(key: string): boolean {
  try {
    return checkKey(key) === key;
  } catch {
    return false;
  }
}
