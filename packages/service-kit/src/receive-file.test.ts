import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestService, type TestService } from '@banyan/test-kit/service';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jsonOf } from './http-app.ts';
import { kitMigrations } from './migrate.ts';
import { type ReceivedFile, receiveFile } from './receive-file.ts';

let notes: TestService;
let received: ReceivedFile;
let folder: string;
const usualFolder = process.env['TMPDIR'];

beforeAll(async () => {
  notes = await createTestService({
    domain: 'notes',
    migrations: [kitMigrations],
    compose: (_, app) => {
      app.post('/api/notes/scans', async (c) => {
        received = await receiveFile(c, { field: 'file', maxBytes: 1024 * 1024 });
        return c.json({ ...received }, 201);
      });
      app.post('/api/notes/words', async (c) => c.json((await jsonOf(c)) as object));
      return { subscriptions: [] };
    },
  });
  folder = await mkdtemp(join(tmpdir(), 'banyan-received-'));
  process.env['TMPDIR'] = folder;
});
afterAll(async () => {
  if (usualFolder === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = usualFolder;
  await notes.close();
  await rm(folder, { recursive: true });
});

async function send(form: FormData | string, headers?: Record<string, string>) {
  const response = await notes.app.request('/api/notes/scans', {
    method: 'POST',
    body: form,
    ...(headers ? { headers } : {}),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

function formOf(content: Uint8Array<ArrayBuffer> | string, name: string, field = 'file'): FormData {
  const form = new FormData();
  form.set('mode', 'add');
  form.set(field, new Blob([content]), name);
  return form;
}

const leftOver = (): Promise<string[]> => readdir(folder);

describe('a file of a form', () => {
  it('is on disk as it was sent, with its hash, and goes when it is removed', async () => {
    const content = Uint8Array.from({ length: 300_000 }, (_, index) => index % 251);
    const { status, body } = await send(formOf(content, '花名册.xlsx'));
    expect([status, body['name'], body['size'], body['fields']]).toEqual([
      201,
      '花名册.xlsx',
      300_000,
      { mode: 'add' },
    ]);
    expect(body['sha256']).toBe(createHash('sha256').update(content).digest('hex'));
    expect(Buffer.compare(await readFile(received.path), content)).toBe(0);
    await received.remove();
    expect(existsSync(received.path)).toBe(false);
  });

  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\rosters\\a.csv', 'a.csv'],
    ['a\u202Eslx.exe', 'aslx.exe'],
    ['', 'file'],
  ])('called %j is known as %j', async (name, known) => {
    const boundary = 'edge';
    const form = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\nx\r\n--${boundary}--\r\n`;
    const { body } = await send(form, { 'content-type': `multipart/form-data; boundary=${boundary}` });
    expect(body['name']).toBe(known);
    await received.remove();
  });
});

describe('nothing is left of an upload that', () => {
  it.each([
    ['is too large', () => send(formOf('x'.repeat(1024 * 1024 + 1), 'a.csv')), 413, 'file.too-large'],
    ['holds no file', () => send(formOf('x', 'a.csv', 'other')), 400, 'file.missing'],
    [
      'breaks off',
      () =>
        send('--edge\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\nhalf', {
          'content-type': 'multipart/form-data; boundary=edge',
        }),
      400,
      'file.broken-form',
    ],
    ['is no form', () => send('{}', { 'content-type': 'application/json' }), 415, 'file.not-a-form'],
  ])('%s', async (_, upload, status, code) => {
    const answer = await upload();
    expect([answer.status, answer.body['code']]).toEqual([status, code]);
    expect(await leftOver()).toEqual([]);
  });
});

it('a file sent where JSON belongs is refused unread', async () => {
  const response = await notes.app.request('/api/notes/words', { method: 'POST', body: formOf('x', 'a') });
  expect(response.status).toBe(415);
});
