import { createHash, randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { expectStatus } from './client.ts';
import type { ProcessName } from './mesh.ts';
import { smallGroupDuringTests } from './small-group.ts';
import { until } from './until.ts';

const partBytes = 256 * 1024;
const fileBytes = 10 * partBytes;
const victims: readonly ProcessName[] = ['archives', 'gateway', 'archives', 'postgres', 'archives'];

const { mesh, group } = smallGroupDuringTests({ ownPostgres: true });

interface Paper {
  readonly memberId: string;
  readonly content: Buffer;
  /** The furthest place that an answer has named. */
  acknowledged: number;
}

async function admit(name: string): Promise<string> {
  const body = { name, organizationId: group.nodes['east-1'], stage: 'full' };
  return expectStatus<{ id: string }>(
    await group.registrar.post('/api/archives/members', body),
    201,
    'a member on record',
  ).id;
}

/** A request of the tus protocol; null when what should answer is away. */
async function ask(
  method: string,
  path: string,
  headers: Record<string, string>,
  body?: Uint8Array,
): Promise<Response | null> {
  const answer = await fetch(new URL(path, mesh.origin), {
    method,
    signal: AbortSignal.timeout(20_000),
    headers: {
      'x-banyan-client': 'tests',
      'tus-resumable': '1.0.0',
      cookie: String(group.registrar.cookie),
      ...headers,
    },
    ...(body === undefined ? {} : { body: body as Uint8Array<ArrayBuffer> }),
  }).catch(() => null);
  await answer?.arrayBuffer().catch(() => null);
  return answer;
}

async function begin({ memberId, content }: Paper): Promise<string> {
  const metadata = { memberId, item: 'application', filename: '入党申请书.pdf' };
  const encoded = Object.entries(metadata).map(
    ([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`,
  );
  const answer = await ask('POST', '/api/archives/uploads', {
    'upload-length': String(content.length),
    'upload-metadata': encoded.join(','),
  });
  expect(answer?.status).toBe(201);
  return String(answer?.headers.get('location'));
}

/** As a browser does it: where is it, the part from there on, and again after whatever went wrong. */
async function carryOn(paper: Paper, location: string): Promise<void> {
  while (paper.acknowledged < fileBytes) {
    const head = await ask('HEAD', location, {});
    if (head?.status !== 200) continue;
    const offset = Number(head.headers.get('upload-offset'));
    // What was acknowledged once is there whatever was killed since.
    expect(offset).toBeGreaterThanOrEqual(paper.acknowledged);
    paper.acknowledged = offset;
    if (offset === fileBytes) return;
    const part = paper.content.subarray(offset, offset + partBytes);
    const type = 'application/offset+octet-stream';
    const sent = await ask(
      'PATCH',
      location,
      { 'content-type': type, 'upload-offset': String(offset) },
      part,
    );
    if (sent?.status === 204) paper.acknowledged = Number(sent.headers.get('upload-offset'));
  }
}

it('uploads whose services are killed end as one whole file each, and no acknowledged part is lost', async () => {
  const papers: Paper[] = await Promise.all(
    ['甲', '乙', '丙', '丁'].map(async (name) => ({
      memberId: await admit(name),
      content: Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(fileBytes - 9)]),
      acknowledged: 0,
    })),
  );
  const locations = await Promise.all(papers.map(begin));
  const uploads = Promise.all(papers.map((paper, index) => carryOn(paper, String(locations[index]))));
  const sum = () => papers.reduce((total, { acknowledged }) => total + acknowledged, 0);
  for (const [turn, victim] of victims.entries()) {
    const enough = ((turn + 1) * papers.length * fileBytes) / (victims.length + 1);
    await until('further parts are acknowledged', sum, (total) => total >= enough, { withinMs: 60_000 });
    await mesh.kill(victim);
    await mesh.restart(victim);
  }
  await uploads;

  for (const { memberId, content } of papers) {
    const path = `/api/archives/members/${memberId}/dossier`;
    const dossier = await until(
      'the dossier is shown',
      () => group.registrar.get(path),
      ({ status }) => status === 200,
    );
    const { items } = dossier.json<{ items: { item: string; files: { id: string; sha256: string }[] }[] }>();
    const files = items.find(({ item }) => item === 'application')?.files ?? [];
    expect(files.map(({ sha256 }) => sha256)).toEqual([createHash('sha256').update(content).digest('hex')]);
    const stored = await fetch(new URL(`/api/archives/dossier-files/${files[0]?.id}`, mesh.origin), {
      headers: { cookie: String(group.registrar.cookie) },
    });
    expect(content.equals(Buffer.from(await stored.arrayBuffer()))).toBe(true);
  }
  const [rows] = await mesh.owners.archives<{ files: number; audits: number; open: number }[]>`
    select (select count(*)::int from files) as files,
      (select count(*)::int from audit_entries where action = 'archives.dossier.upload') as audits,
      (select count(*)::int from dossier_uploads where file_id is null) as open`;
  expect(rows).toEqual({ files: papers.length, audits: papers.length, open: 0 });
}, 300_000);
