import { type FileLink, openLink, sealLink } from '@banyan/archives-service/dossiers/file-link';
import { Secret } from '@banyan/service-kit/config';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Answer, type Client, clientOf, expectStatus } from '../mesh/client.ts';
import { password } from '../mesh/group.ts';
import { smallGroupDuringTests } from '../mesh/small-group.ts';

const { mesh, group } = smallGroupDuringTests();

const content = '%PDF-1.7\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n';
const links = '/api/archives/file-links';
const unknown = `${links}/${'A'.repeat(120)}`;

/** A secretary of the one branch, the colleague of the same rights, and one of another unit. */
let owner: Client;
let colleague: Client;
let stranger: Client;
let memberId: string;
let fileId: string;

beforeAll(async () => {
  const secretary = (name: string, node: string) => group.officer(name, 'branch-secretary', 'node', [node]);
  owner = await secretary('owner', group.nodes['east-1']);
  colleague = await secretary('colleague', group.nodes['east-1']);
  stranger = await secretary('stranger', group.nodes['west-1']);
  await mesh.settle();
  const person = { name: '榕甲', organizationId: group.nodes['east-1'], stage: 'full' };
  const made = await group.registrar.post('/api/archives/members', person);
  memberId = expectStatus<{ id: string }>(made, 201, 'a member on record').id;
  const form = new FormData();
  form.set('item', 'application');
  form.set('file', new Blob([content]), '入党申请书.pdf');
  const filed = await owner.post(`/api/archives/members/${memberId}/dossier/files`, form);
  fileId = expectStatus<{ id: string }>(filed, 201, 'a file').id;
});

async function linkOf(client: Client): Promise<string> {
  const answer = await client.post(`/api/archives/dossier-files/${fileId}/link`);
  return expectStatus<{ url: string }>(answer, 200, 'a link').url;
}

/** What a refusal says, but for the id of the request. */
function said(answer: Answer): unknown {
  const { requestId: _, ...rest } = answer.json<Record<string, unknown>>();
  return [answer.status, rest];
}

describe('a link to a file', () => {
  it('opens in the session that asked for it, more than once', async () => {
    const link = await linkOf(owner);
    for (const _ of [1, 2]) expect((await owner.get(link)).text).toBe(content);
  });

  it('opens nothing without a session, at the gateway or past it', async () => {
    const link = await linkOf(owner);
    const past = clientOf(mesh.urls.archives, null);
    for (const client of [mesh.anonymous, past]) {
      const answer = await client.get(link);
      expect([answer.status, answer.json<{ code: string }>().code]).toEqual([401, 'session.required']);
      expect((await client.request('HEAD', link)).status).toBe(401);
    }
    const claims = { 'x-service-secret': mesh.secret, cookie: String(owner.cookie) };
    expect((await past.request('GET', link, { headers: claims })).status).toBe(401);
  });

  it('does not exist in another session of the same account, nor in that of somebody else', async () => {
    const link = await linkOf(owner);
    const again = await mesh.signIn('owner', password);
    for (const client of [again, colleague, stranger]) {
      const refused = await client.get(link);
      expect(refused.status).toBe(404);
      expect(said(refused)).toEqual(said(await client.get(unknown)));
    }
    expect((await owner.get(link)).status).toBe(200);
  });

  it('ends with its session, for whoever kept it', async () => {
    const session = await mesh.signIn('owner', password);
    const link = await linkOf(session);
    expect((await session.get(link)).status).toBe(200);
    expectStatus(await session.delete('/api/identity/sessions/current'), 204, 'signing out');
    expect((await session.get(link)).status).toBe(401);
    expect((await mesh.anonymous.get(link)).status).toBe(401);
    const afresh = await mesh.signIn('owner', password);
    expect((await afresh.get(link)).status).toBe(404);
  });

  it('is over after its minutes', async () => {
    const secret = new Secret(mesh.secret);
    const link = openLink(secret, (await linkOf(owner)).slice(links.length + 1)) as FileLink;
    const late = await owner.get(`${links}/${sealLink(secret, { ...link, until: Date.now() - 1 })}`);
    expect([late.status, late.json<{ code: string }>().code]).toEqual([403, 'file.link-expired']);
  });

  it('cannot be asked for, nor the file be read, removed or brought back, from outside its organization', async () => {
    const file = `/api/archives/dossier-files/${fileId}`;
    for (const [method, path] of [
      ['GET', file],
      ['HEAD', file],
      ['POST', `${file}/link`],
      ['DELETE', file],
      ['POST', `${file}/restore`],
      ['GET', `/api/archives/members/${memberId}/dossier.zip`],
    ] as const)
      expect([method, path, (await stranger.request(method, path)).status]).toEqual([method, path, 404]);
    expect((await owner.get(file)).text).toBe(content);
  });
});

describe('an upload under way', () => {
  const tus = { 'tus-resumable': '1.0.0' };

  async function begun(client: Client): Promise<string> {
    const metadata = { memberId, item: 'application', filename: '志愿书.pdf' };
    const encoded = Object.entries(metadata).map(
      ([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`,
    );
    const headers = {
      ...tus,
      'upload-length': String(content.length),
      'upload-metadata': encoded.join(','),
    };
    const answer = await client.request('POST', '/api/archives/uploads', { headers });
    expectStatus(answer, 201, 'an upload');
    return String(answer.headers.get('location'));
  }

  const part = (client: Client, location: string, offset: number, body: string) =>
    client.request('PATCH', location, {
      body,
      headers: { ...tus, 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) },
    });

  it('is read, gone on with and given up by its own account alone, from any of its sessions', async () => {
    const location = await begun(owner);
    expect((await part(owner, location, 0, content.slice(0, 9))).status).toBe(204);
    for (const client of [colleague, stranger, group.registrar]) {
      expect((await client.request('HEAD', location, { headers: tus })).status).toBe(404);
      expect((await part(client, location, 9, content.slice(9))).status).toBe(404);
      expect((await client.request('DELETE', location, { headers: tus })).status).toBe(404);
    }
    for (const client of [mesh.anonymous, clientOf(mesh.urls.archives, null)])
      expect([401, 403]).toContain((await part(client, location, 9, content.slice(9))).status);
    const again = await mesh.signIn('owner', password);
    const head = await again.request('HEAD', location, { headers: tus });
    expect(head.headers.get('upload-offset')).toBe('9');
    expect((await part(again, location, 9, content.slice(9))).status).toBe(204);
  });
});

describe('a file being imported', () => {
  it('is shown, handed out, changed and thrown away within its organization alone', async () => {
    const form = new FormData();
    form.set(
      'file',
      new Blob(['姓名,公民身份号码,人员类别\n榕乙,650290197101010090,正式党员\n']),
      '花名册.csv',
    );
    const began = await owner.post('/api/archives/imports', form);
    expectStatus(began, 202, 'a file being imported');
    const at = String(began.headers.get('location'));
    for (const [method, rest] of [
      ['GET', ''],
      ['GET', '/rows'],
      ['GET', '/marked.xlsx'],
      ['GET', '/result.xlsx'],
      ['GET', '/result.csv'],
      ['POST', '/commit'],
      ['POST', '/undo'],
      ['DELETE', ''],
    ] as const)
      expect([method, rest, (await stranger.request(method, at + rest)).status]).toEqual([method, rest, 404]);
    expect((await owner.get(at)).status).toBe(200);
  });
});
