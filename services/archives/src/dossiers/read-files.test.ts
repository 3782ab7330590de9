import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { Secret } from '@banyan/service-kit/config';
import { duringTests } from '@banyan/test-kit/during-tests';
import type { TestActor } from '@banyan/test-kit/service';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { at, createArchives, match, problem, serviceSecret } from '../testing/archives-under-test.ts';
import { file, form, keeper, pdf, png } from '../testing/dossiers-under-test.ts';
import { type FileLink, openLink, sealLink } from './file-link.ts';

const archives = duringTests(createArchives);
let secretary: TestActor;
beforeAll(async () => {
  secretary = await keeper(archives, 'branch-a1');
});

const at_ = (stored: { id: string }, rest = ''): string => `/api/archives/dossier-files/${stored.id}${rest}`;

describe('a file that is read', () => {
  test('is saved, never opened, and the read is on the audit trail', async () => {
    const member = await archives.admit('branch-a1');
    const stored = await file(secretary, member, 'application', pdf(500), '申请书 (1).pdf');
    await archives.facts();
    const response = await secretary.get(at_(stored));
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': '500',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('申请书 ')}%281%29.pdf`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'private, no-store',
    });
    expect(Buffer.from(await response.arrayBuffer()).equals(pdf(500))).toBe(true);
    expect((await archives.facts()).map(({ data }) => data)).toMatchObject([
      { action: 'archives.dossier.download', subjectId: member.id, fields: ['application'] },
    ]);
  });

  test('is not read by a link on another site, and neither is its archive', async () => {
    const member = await archives.admit('branch-a1');
    const stored = await file(secretary, member, 'application');
    await archives.facts();
    for (const path of [
      at_(stored),
      at_(stored, '?as=view'),
      `/api/archives/members/${member.id}/dossier.zip`,
    ])
      expect((await secretary.get(path, { 'sec-fetch-site': 'cross-site' })).status, path).toBe(403);
    expect(await archives.facts()).toEqual([]);
  });

  test('is shown in place only where it is a picture', async () => {
    const member = await archives.admit('branch-a1');
    const picture = await file(secretary, member, 'application', png, 'a.png');
    const paper = await file(secretary, member, 'application');
    const shown = await Promise.all([picture, paper].map((stored) => secretary.get(at_(stored, '?as=view'))));
    expect(shown.map(({ headers }) => headers.get('content-disposition')?.split(';')[0])).toEqual([
      'inline',
      'attachment',
    ]);
    for (const response of shown) {
      expect(response.headers.get('content-security-policy')).toContain('sandbox');
      await response.arrayBuffer();
    }
  });

  test('is asked for its size without being opened', async () => {
    const stored = await file(secretary, await archives.admit('branch-a1'), 'application', pdf(500));
    await archives.facts();
    const response = await secretary.request('HEAD', at_(stored));
    expect([response.status, response.headers.get('content-length')]).toEqual([200, '500']);
    expect(await archives.facts()).toEqual([]);
  });
});

describe('a short-lived link', () => {
  async function linked(actor = secretary): Promise<{ url: string; stored: { id: string } }> {
    const stored = await file(secretary, await archives.admit('branch-a1'), 'application', pdf(500));
    const response = await actor.post(at_(stored, '/link'));
    expect(response.status).toBe(200);
    return { ...((await response.json()) as { url: string }), stored };
  }

  test('opens in its session, and says nothing of what it opens', async () => {
    const { url, stored } = await linked();
    expect(url).not.toContain(stored.id);
    const response = await secretary.get(url);
    expect(response.status).toBe(200);
    expect((await response.arrayBuffer()).byteLength).toBe(500);
  });

  test('opens nothing without a session', async () => {
    const { url } = await linked();
    const response = await archives.app.request(url);
    expect([response.status, (await problem(response)).code]).toEqual([401, 'session.required']);
    expect((await archives.app.request('/api/archives/file-links/nonsense')).status).toBe(401);
  });

  test('ends with the access of who asked for it', async () => {
    const actor = await keeper(archives, 'branch-a1');
    const { url } = await linked(actor);
    archives.regrant(actor, [{ permissions: ['archives.dossier.read'], mode: 'node', nodes: ['branch-a2'] }]);
    expect((await actor.get(url)).status).toBe(404);
    archives.regrant(actor, []);
    expect((await actor.get(url)).status).toBe(403);
  });

  test('does not exist in the session of somebody else, nor in another of the same account', async () => {
    const { url } = await linked();
    const colleague = await keeper(archives, 'branch-a1');
    for (const reader of [colleague, secretary.elsewhere()]) {
      const { requestId: _one, ...refused } = (await (await reader.get(url)).json()) as Record<
        string,
        unknown
      >;
      const { requestId: _other, ...unknown } = (await (
        await reader.get('/api/archives/file-links/nonsense')
      ).json()) as Record<string, unknown>;
      expect(refused).toEqual(unknown);
      expect(refused).toMatchObject({ status: 404 });
    }
    expect((await secretary.get(url)).status).toBe(200);
  });

  test('is over after its minutes, and with the file', async () => {
    const { url, stored } = await linked();
    const secret = new Secret(serviceSecret);
    const link = openLink(secret, url.split('/').at(-1) as string) as FileLink;
    const late = sealLink(secret, { ...link, until: archives.kit.clock.now().getTime() - 1 });
    const response = await secretary.get(`/api/archives/file-links/${late}`);
    expect([response.status, (await problem(response)).code]).toEqual([403, 'file.link-expired']);
    await secretary.request('DELETE', at_(stored));
    expect((await secretary.get(url)).status).toBe(404);
  });

  test('cannot be made or changed by anybody else', () => {
    const secret = new Secret('one');
    const id = '019a0000-0000-7000-8000-00000000ffff';
    const link = { file: id, session: id, as: 'view' as const, until: 1 };
    const token = sealLink(secret, link);
    expect(openLink(secret, token)).toEqual(link);
    expect(openLink(new Secret('two'), token)).toBeNull();
    const bytes = Buffer.from(token, 'base64url');
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (place, by) => {
        const changed = Buffer.from(bytes);
        changed[place] = (changed[place] as number) ^ by;
        return openLink(secret, changed.toString('base64url')) === null;
      }),
    );
    expect(openLink(secret, 'nonsense')).toBeNull();
  });
});

describe('the archive of a dossier', () => {
  async function unzip(content: Buffer): Promise<Map<string, Buffer>> {
    const zip = (await promisify(fromBuffer as never)(content, { lazyEntries: true } as never)) as ZipFile;
    const found = new Map<string, Buffer>();
    await new Promise<void>((resolve, reject) => {
      zip.on('entry', (entry: Entry) => {
        zip.openReadStream(entry, (error, stream) => {
          if (error) return reject(error);
          buffer(stream).then((bytes) => {
            found.set(entry.fileName, bytes);
            zip.readEntry();
          }, reject);
        });
      });
      zip.once('end', resolve);
      zip.once('error', reject);
      zip.readEntry();
    });
    return found;
  }

  test('holds every file under its item, and an index with hashes', async () => {
    const member = await archives.admit('branch-a1', { name: '欧阳娜娜' });
    const big = pdf(300_000);
    await file(secretary, member, 'application', big, '=cmd|申请书.pdf');
    await file(secretary, member, 'cultivation', pdf(100), '考察.pdf');
    await file(secretary, member, 'cultivation', pdf(200), '考察.PDF');
    await secretary.patch(
      at(member, '/dossier'),
      { item: 'full-application', mark: 'not-needed', note: '=HYPERLINK("x")' },
      match(0),
    );
    const gone = await file(secretary, member, 'other');
    await secretary.request('DELETE', at_(gone));
    await archives.facts();
    const response = await secretary.get(at(member, '/dossier.zip'));
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent('欧阳娜娜-党员档案-2026-11-23.zip')}`,
    );
    const entries = await unzip(Buffer.from(await response.arrayBuffer()));
    expect([...entries.keys()]).toEqual([
      '01 入党申请书/=cmd_申请书.pdf',
      '02 培养教育考察材料/考察.pdf',
      '02 培养教育考察材料/考察 (2).PDF',
      '目录.csv',
      '目录.txt',
    ]);
    expect(entries.get('01 入党申请书/=cmd_申请书.pdf')?.equals(big)).toBe(true);
    const hash = createHash('sha256').update(big).digest('hex');
    expect(entries.get('目录.txt')?.toString()).toContain(`${hash}  01 入党申请书/=cmd_申请书.pdf`);
    const table = entries.get('目录.csv')?.toString() ?? '';
    expect(table).toContain(hash);
    expect(table).toContain(`'=HYPERLINK`);
    expect((await archives.facts()).map(({ data }) => data)).toMatchObject([
      { action: 'archives.dossier.archive', fields: ['application', 'cultivation'] },
    ]);
  });

  test('whose content is gone breaks off instead of passing for whole', async () => {
    const member = await archives.admit('branch-a1');
    const stored = await file(secretary, member, 'application');
    await archives.kit.files.remove(`dossiers/${stored.id}`);
    const response = await secretary.get(at(member, '/dossier.zip'));
    await expect(response.arrayBuffer()).rejects.toThrow();
  });

  test('is for whoever may see the dossier', async () => {
    const member = await archives.admit('branch-a2');
    expect((await secretary.get(at(member, '/dossier.zip'))).status).toBe(404);
    expect((await secretary.post(at(member, '/dossier/files'), form('other', pdf(), 'a.pdf'))).status).toBe(
      404,
    );
  });
});
