import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startTusStub, type TusStub } from './tus-stub.ts';
import { createUploadQueue, type QueuedUpload, type UploadQueue } from './upload-queue.ts';

// Node would take the library's build for servers.
vi.mock('tus-js-client', () => import('tus-js-client/lib.esm/browser/index.js' as 'tus-js-client'));

const MiB = 1024 * 1024;
let stub: TusStub;
let queue: UploadQueue;
let filed: QueuedUpload[];

beforeEach(async () => {
  stub = await startTusStub();
  (globalThis as unknown as { jsdom: { reconfigure(to: { url: string }): void } }).jsdom.reconfigure({
    url: stub.url,
  });
  queue = createUploadQueue();
  filed = [];
  queue.onFiled((upload) => void filed.push(upload));
});
afterEach(async () => {
  await Promise.all(queue.read().map(({ key }) => queue.giveUp(key)));
  await stub.close();
});

const paper = (name: string, size: number): File =>
  new File([new Uint8Array(size)], name, { lastModified: 1 });
const only = (): QueuedUpload => queue.read()[0] as QueuedUpload;
const untilFiled = (count: number) =>
  vi.waitFor(() => expect(filed).toHaveLength(count), { timeout: 30_000 });

describe('files on their way', () => {
  it('are sent in parts, with whose they are and for which item', async () => {
    queue.add('m', 'application', paper('申请书.pdf', 5 * MiB));
    await untilFiled(1);
    expect(queue.read()).toEqual([]);
    expect(stub.requests).toEqual(['POST', 'PATCH 0', `PATCH ${2 * MiB}`, `PATCH ${4 * MiB}`]);
    const words = Buffer.from(
      String(stub.uploads.get('1')?.metadata.split('filename ')[1]?.split(',')[0]),
      'base64',
    );
    expect(words.toString()).toBe('申请书.pdf');
  });

  it('wait for one another, two at a time', async () => {
    stub.holdFrom(1);
    for (const name of ['a.pdf', 'b.pdf', 'c.pdf']) queue.add('m', 'application', paper(name, 10));
    await vi.waitFor(() => expect(stub.uploads.size).toBe(2), { timeout: 30_000 });
    expect(queue.read().map(({ state }) => state)).toEqual(['sending', 'sending', 'waiting']);
    const [first] = queue.read();
    queue.pause(String(first?.key));
    await vi.waitFor(() => expect(stub.uploads.size).toBe(3), { timeout: 30_000 });
    expect(queue.read().map(({ state }) => state)).toEqual(['paused', 'sending', 'sending']);
  });

  it('that are paused go on from where the service says', async () => {
    stub.holdFrom(2);
    queue.add('m', 'application', paper('a.pdf', 5 * MiB));
    await vi.waitFor(() => expect(stub.requests).toContain(`PATCH ${2 * MiB}`), { timeout: 30_000 });
    queue.pause(only().key);
    expect(only().state).toBe('paused');
    stub.release();
    queue.resume(only().key);
    await untilFiled(1);
    expect(stub.requests.slice(3)).toEqual(['HEAD', `PATCH ${2 * MiB}`, `PATCH ${4 * MiB}`]);
  });

  it('that an earlier page has begun go on without beginning anew', async () => {
    stub.uploads.set('7', { size: 3 * MiB, metadata: '', parts: [Buffer.alloc(MiB)] });
    const open = { id: '7', item: 'application', name: 'a.pdf', fingerprint: 'f', startedAt: '' };
    queue.add('m', 'application', paper('a.pdf', 3 * MiB), { ...open, size: 3 * MiB, received: MiB });
    expect(only().sent).toBe(MiB);
    await untilFiled(1);
    expect(stub.requests).toEqual(['HEAD', `PATCH ${MiB}`]);
  });

  it('that are refused say why, and stay until they are given up', async () => {
    stub.refuse(415, 'file.type-refused');
    queue.add('m', 'application', paper('a.pdf', 10));
    await vi.waitFor(() => expect(only().state).toBe('failed'), { timeout: 30_000 });
    expect(only().problem?.code).toBe('file.type-refused');
    await queue.giveUp(only().key);
    expect(queue.read()).toEqual([]);
    expect(filed).toEqual([]);
  });

  it('that are given up are ended at the service too', async () => {
    stub.holdFrom(2);
    queue.add('m', 'application', paper('a.pdf', 5 * MiB));
    await vi.waitFor(() => expect(stub.requests).toContain(`PATCH ${2 * MiB}`), { timeout: 30_000 });
    await queue.giveUp(only().key);
    await vi.waitFor(() => expect(stub.uploads.size).toBe(0), { timeout: 30_000 });
  });
});
