import { connect, type Socket } from 'node:net';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../mesh/client.ts';
import { smallGroupDuringTests } from '../mesh/small-group.ts';
import { until } from '../mesh/until.ts';

/** As little as lets the first list be asked for in between. */
const stalledAfterMs = 1_500;
const { mesh, group } = smallGroupDuringTests({ settings: { STALLED_AFTER_MS: String(stalledAfterMs) } });
const path = '/api/archives/members/export';
const asked = { format: 'csv', columns: 'id,name' };
const inFull = { ...asked, columns: 'id,phone', unmasked: 'true', reason: '核对' };
const formOf = (fields: Record<string, string>) => new URLSearchParams(fields).toString();

/** What a browser sends, with the session's cookie and nothing that a program would add. */
function browse(
  method: string,
  to: string,
  headers: Record<string, string>,
  body?: string,
): Promise<Response> {
  const cookie = group.registrar.cookie ?? '';
  return fetch(new URL(to, mesh.origin), {
    method,
    headers: { cookie, ...headers },
    ...(body === undefined ? {} : { body }),
  });
}

async function exportsOnTheTrail(): Promise<number> {
  const rows = await mesh.owners
    .archives`select 1 from audit_entries where action like 'archives.member.export%'`;
  return rows.length;
}

beforeAll(async () => {
  const admitted = await group.registrar.post('/api/archives/members', {
    organizationId: group.nodes['east-1'],
    name: '榕一',
    sex: 'male',
    stage: 'applicant',
    phone: '13800001111',
  });
  expect(admitted.status, admitted.text).toBe(201);
});

describe('a link on another site', () => {
  const navigation = { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };

  it.each(['cross-site', 'same-site'])('of a %s page exports nothing and leaves no trace', async (site) => {
    const before = await exportsOnTheTrail();
    for (const fields of [asked, inFull]) {
      const answer = await browse('GET', `${path}?${formOf(fields)}`, {
        ...navigation,
        'sec-fetch-site': site,
      });
      expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([
        403,
        'gateway.foreign-origin',
      ]);
    }
    expect(await exportsOnTheTrail()).toBe(before);
  });

  it('in a mail, or typed, takes no numbers in full along', async () => {
    const before = await exportsOnTheTrail();
    for (const headers of [{ ...navigation, 'sec-fetch-site': 'none' }, {}])
      expect((await browse('GET', `${path}?${formOf(inFull)}`, headers)).status).toBe(403);
    expect(await exportsOnTheTrail()).toBe(before);
  });

  it('cannot post the form in its place', async () => {
    const before = await exportsOnTheTrail();
    const form = { ...navigation, 'content-type': 'application/x-www-form-urlencoded' };
    for (const headers of [{ origin: 'https://elsewhere.example' }, { origin: 'null' }, {}])
      expect((await browse('POST', path, { ...form, ...headers }, formOf(inFull))).status).toBe(403);
    expect(await exportsOnTheTrail()).toBe(before);
  });
});

describe('the console', () => {
  it('posts a form of its own, and gets the file and its reason on the trail', async () => {
    const headers = { origin: mesh.origin, 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await browse('POST', path, headers, formOf(inFull));
    expect(answer.headers.get('content-disposition')).toContain('attachment');
    expect(await answer.text()).toContain('13800001111');
    const [entry] = await mesh.owners
      .archives`select action, reason from audit_entries order by at desc, id desc limit 1`;
    expect(entry).toMatchObject({ action: 'archives.member.export-unmasked' });
    expect(entry?.['reason']).toContain('核对');
  });

  it('and programs that name themselves still ask by address', async () => {
    const own = { 'sec-fetch-site': 'same-origin' };
    for (const headers of [own, { 'x-banyan-client': 'program' }] as Record<string, string>[]) {
      const answer = await browse('GET', `${path}?${formOf(inFull)}`, headers);
      expect(await answer.text()).toContain('13800001111');
    }
  });
});

/** Asks for an export past the gateway's own buffers, reads the head of its answer, and then nothing. */
async function stall(client: Client): Promise<{ status: number; socket: Socket }> {
  const { hostname, port } = new URL(mesh.origin);
  const socket = connect(Number(port), hostname === 'localhost' ? '127.0.0.1' : hostname);
  socket.on('error', () => undefined);
  const body = formOf({ format: 'csv', columns: 'id,name,note' });
  socket.write(
    `POST ${path} HTTP/1.1\r\nhost: ${hostname}:${port}\r\ncookie: ${client.cookie}\r\nx-banyan-client: tests\r\n` +
      `content-type: application/x-www-form-urlencoded\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
  );
  const [head] = (await once(socket, 'data')) as [Buffer];
  socket.pause();
  return { status: Number(head.toString('latin1').slice(9, 12)), socket };
}

async function p95OfFirstPages(client: Client, count = 40): Promise<number> {
  const times: number[] = [];
  for (let at = 0; at < count; at += 1) {
    const began = performance.now();
    expect((await client.get('/api/archives/members?pageSize=50')).status).toBe(200);
    times.push(performance.now() - began);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(count * 0.95)] as number;
}

describe('exports that nobody takes', () => {
  const sockets: Socket[] = [];
  afterAll(() => sockets.forEach((socket) => socket.destroy()));

  it(
    'are few of one account, leave lists as quick as they were, and are ended',
    { timeout: 60_000 },
    async () => {
      // More than the buffers of all sockets on the way hold, so that the service feels that nobody reads.
      await mesh.owners.archives`
      insert into members (id, organization_id, name, given_name, pinyin, given_pinyin, initials, stage, state, note)
      select gen_random_uuid(), ${group.nodes['west-1']}, '榕' || n, n, 'rong' || n, n, 'r' || n, 'applicant', 'active',
        repeat(md5(n::text), 60)
      from generate_series(1, 10000) n`;
      const reader = await group.officer('reader', 'organization-officer', 'subtree', [group.rootId]);
      await p95OfFirstPages(reader, 10);
      const quiet = await p95OfFirstPages(reader);
      const began = await Promise.all(Array.from({ length: 30 }, () => stall(group.registrar)));
      sockets.push(...began.map(({ socket }) => socket));
      const statuses = began.map(({ status }) => status);
      expect(statuses.filter((status) => status === 200)).toHaveLength(3);
      expect(statuses.filter((status) => status === 429)).toHaveLength(27);
      const during = await p95OfFirstPages(reader);
      expect(during).toBeLessThan(Math.max(quiet * 8, 150));
      const broken = () =>
        mesh.owners.archives`
        select 1 from audit_entries
        where action = 'archives.member.export-broken-off' and reason like '接收方停止接收%'`;
      await until(
        'the exports are ended',
        async () => (await broken()).length,
        (count) => count >= 3,
      );
      const again = await stall(group.registrar);
      sockets.push(again.socket);
      expect(again.status).toBe(200);
    },
  );
});
