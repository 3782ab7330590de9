import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { fixedClock, systemClock } from '@banyan/service-kit/clock';
import { duringTests } from '@banyan/test-kit/during-tests';
import type { TestActor } from '@banyan/test-kit/service';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { createArchives, problem } from '../testing/archives-under-test.ts';
import { dossierOf, itemOf, keeper, pdf } from '../testing/dossiers-under-test.ts';
import { sweepDossiers } from './sweep-dossiers.ts';

// The server of the protocol reads the time of the machine when it asks whether an upload is over.
const archives = duringTests(() => createArchives(undefined, systemClock('Asia/Shanghai')));
let secretary: TestActor;
beforeAll(async () => {
  secretary = await keeper(archives, 'branch-a1');
});

const tus = { 'tus-resumable': '1.0.0' };

interface Start {
  readonly item?: string;
  readonly name?: string;
  readonly size: number;
}

function start(
  actor: TestActor,
  member: { id: string },
  { item = 'application', name = '申请书.pdf', size }: Start,
) {
  const metadata = { memberId: member.id, item, filename: name, fingerprint: `${name}-${size}` };
  const header = Object.entries(metadata).map(
    ([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`,
  );
  return actor.request('POST', '/api/archives/uploads', {
    headers: { ...tus, 'upload-length': String(size), 'upload-metadata': header.join(',') },
  });
}

function patch(actor: TestActor, location: string, offset: number, chunk: Uint8Array) {
  return actor.request('PATCH', location, {
    body: chunk,
    headers: {
      ...tus,
      'content-type': 'application/offset+octet-stream',
      'content-length': String(chunk.length),
      'upload-offset': String(offset),
    },
  });
}

async function offsetOf(actor: TestActor, location: string): Promise<number> {
  const response = await actor.request('HEAD', location, { headers: tus });
  expect(response.status).toBe(200);
  return Number(response.headers.get('upload-offset'));
}

async function begun(member: { id: string }, options: Start): Promise<string> {
  const response = await start(secretary, member, options);
  if (response.status !== 201) throw new Error(await response.text());
  return response.headers.get('location') as string;
}

describe('an upload in parts', () => {
  test('announces no more than a file may have, in however many digits', async () => {
    const member = await archives.admit('branch-a1');
    for (const size of [9_007_199_254_740_994, 1e20]) {
      const response = await start(secretary, member, { size });
      expect([response.status, (await problem(response)).code]).toEqual([413, 'file.too-large']);
    }
  });

  test('is filed with its last part, whatever the parts are', async () => {
    const member = await archives.admit('branch-a1');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 900 }), { maxLength: 4 }), async (cuts) => {
        const content = pdf(2_000);
        const location = await begun(member, { size: content.length });
        const edges = [...new Set([0, ...cuts.toSorted((a, b) => a - b), content.length])];
        for (const [index, from] of edges.slice(0, -1).entries()) {
          const response = await patch(secretary, location, from, content.subarray(from, edges[index + 1]));
          expect([response.status, response.headers.get('upload-offset')]).toEqual([
            204,
            String(edges[index + 1]),
          ]);
        }
        const { files } = itemOf(await dossierOf(secretary, member), 'application');
        expect(files.at(-1)).toMatchObject({
          size: content.length,
          sha256: createHash('sha256').update(content).digest('hex'),
        });
      }),
      { numRuns: 6 },
    );
    for await (const { key } of archives.kit.files.list('uploads')) throw new Error(`${key} is left over`);
  });

  test('that broke off is shown to who began it, and goes on from where it is', async () => {
    const member = await archives.admit('branch-a1');
    const content = pdf(3_000);
    const location = await begun(member, { size: content.length });
    await patch(secretary, location, 0, content.subarray(0, 1_000));
    const { uploads } = await dossierOf(secretary, member);
    expect(uploads).toMatchObject([
      {
        item: 'application',
        name: '申请书.pdf',
        fingerprint: '申请书.pdf-3000',
        received: 1_000,
        size: 3_000,
      },
    ]);
    const colleague = await keeper(archives, 'branch-a1');
    expect((await dossierOf(colleague, member)).uploads).toEqual([]);
    expect((await colleague.request('HEAD', location, { headers: tus })).status).toBe(404);
    expect((await patch(colleague, location, 1_000, content.subarray(1_000))).status).toBe(404);
    expect(await offsetOf(secretary, location)).toBe(1_000);
    await patch(secretary, location, 1_000, content.subarray(1_000));
    const done = await dossierOf(secretary, member);
    expect([done.uploads.length, itemOf(done, 'application').files.length]).toEqual([0, 1]);
    expect(await offsetOf(secretary, location)).toBe(3_000);
  });

  test('goes on after a broken line from wherever it has come to', async () => {
    const member = await archives.admit('branch-a1');
    const content = pdf(3_000);
    const location = await begun(member, { size: content.length });
    async function* breaking() {
      yield content.subarray(0, 700);
      throw new Error('the line is cut');
    }
    await secretary
      .request('PATCH', location, {
        body: Readable.toWeb(Readable.from(breaking())),
        headers: { ...tus, 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' },
      })
      .catch(() => undefined);
    // What had arrived may still be on its way to the disk, and then moves the offset: ask again, as clients do.
    for (let status = 409; status === 409;) {
      const offset = await offsetOf(secretary, location);
      expect([0, 700]).toContain(offset);
      ({ status } = await patch(secretary, location, offset, content.subarray(offset)));
    }
    expect(itemOf(await dossierOf(secretary, member), 'application').files).toMatchObject([
      { sha256: createHash('sha256').update(content).digest('hex') },
    ]);
  });

  test('moves once when two send the same part', async () => {
    const member = await archives.admit('branch-a1');
    const content = pdf(2_000);
    const location = await begun(member, { size: content.length });
    const answers = await Promise.all([1, 2, 3].map(() => patch(secretary, location, 0, content)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 409, 409]);
    expect(itemOf(await dossierOf(secretary, member), 'application').files).toHaveLength(1);
  });

  test('can be given up', async () => {
    const member = await archives.admit('branch-a1');
    const location = await begun(member, { size: 2_000 });
    await patch(secretary, location, 0, pdf(2_000).subarray(0, 500));
    expect((await secretary.request('DELETE', location, { headers: tus })).status).toBe(204);
    expect((await secretary.request('HEAD', location, { headers: tus })).status).toBe(404);
    expect((await dossierOf(secretary, member)).uploads).toEqual([]);
    const id = location.split('/').at(-1);
    for await (const { key } of archives.kit.files.list(`uploads/${id}`))
      throw new Error(`${key} is left over`);
  });

  test('ends with the access of who began it', async () => {
    const member = await archives.admit('branch-a1');
    const actor = await keeper(archives, 'branch-a1');
    const response = await start(actor, member, { size: 2_000 });
    const location = response.headers.get('location') as string;
    archives.regrant(actor, [
      { permissions: ['archives.dossier.update'], mode: 'node', nodes: ['branch-a2'] },
    ]);
    expect((await patch(actor, location, 0, pdf(2_000))).status).toBe(404);
    archives.regrant(actor, []);
    expect((await patch(actor, location, 0, pdf(2_000))).status).toBe(403);
  });
});

describe('what is refused', () => {
  test.each([
    ['a person out of scope', { member: 'branch-a2' }, 404, 'record.not-found'],
    ['an item that nobody asks for', { item: 'nosuch' }, 400, 'archives.dossier-item-unknown'],
    ['an empty file', { size: 0 }, 400, 'file.empty'],
    ['more than 50 MiB', { size: 50 * 1024 * 1024 + 1 }, 413, 'file.too-large'],
    ['a name of a type that is not kept', { name: 'a.exe' }, 415, 'file.type-refused'],
  ] as const)('%s is refused before anything is sent', async (_, given, status, code) => {
    const {
      member: node = 'branch-a1',
      size = 10,
      ...rest
    } = { ...given } as {
      member?: string;
      size?: number;
      item?: string;
      name?: string;
    };
    const member = await archives.admit(node);
    const response = await start(secretary, member, { size, ...rest });
    expect([response.status, (await problem(response)).code]).toEqual([status, code]);
  });

  test('a content of another type is refused at the end by name, and the upload is over', async () => {
    const member = await archives.admit('branch-a1');
    const content = Buffer.from('MZ this is a program that calls itself a document');
    const location = await begun(member, { size: content.length });
    const response = await patch(secretary, location, 0, content);
    expect([response.status, (await problem(response)).code]).toEqual([415, 'file.type-refused']);
    expect((await secretary.request('HEAD', location, { headers: tus })).status).toBe(404);
    expect((await dossierOf(secretary, member)).progress.met).toBe(0);
  });

  test('a part of more than 8 MiB is refused and changes nothing', async () => {
    const member = await archives.admit('branch-a1');
    const location = await begun(member, { size: 20 * 1024 * 1024 });
    const response = await patch(secretary, location, 0, Buffer.alloc(8 * 1024 * 1024 + 1));
    expect([response.status, (await problem(response)).code]).toEqual([413, 'file.chunk-too-large']);
    expect(await offsetOf(secretary, location)).toBe(0);
  });

  test('a part from a place where the upload is not is refused', async () => {
    const member = await archives.admit('branch-a1');
    const location = await begun(member, { size: 2_000 });
    expect((await patch(secretary, location, 5, pdf(100))).status).toBe(409);
  });
});

test('a sweep ends uploads of three days ago and their parts, and leaves younger ones', async () => {
  const member = await archives.admit('branch-a1');
  const old = await begun(member, { size: 2_000 });
  const young = await begun(member, { size: 3_000 });
  for (const location of [old, young]) await patch(secretary, location, 0, pdf(500));
  const oldId = old.split('/').at(-1) as string;
  await archives.owner`update dossier_uploads set created_at = now() - interval '9 days' where id = ${oldId}`;
  const later = new Date(Date.now() + 2 * 86_400_000).toISOString();
  await archives.owner`update dossier_uploads set created_at = ${later} where id <> ${oldId}`;
  await sweepDossiers({ ...archives.kit, clock: fixedClock(later) });
  const keys: string[] = [];
  for await (const { key } of archives.kit.files.list('uploads')) keys.push(key);
  expect(keys.some((key) => key.includes(oldId))).toBe(false);
  expect(keys.some((key) => key.includes(young.split('/').at(-1) as string))).toBe(true);
  expect((await secretary.request('HEAD', old, { headers: tus })).status).toBe(404);
});
