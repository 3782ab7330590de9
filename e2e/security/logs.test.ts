import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { beforeAll, describe, expect, it } from 'vitest';
import { password } from '../mesh/group.ts';
import type { ProcessName } from '../mesh/mesh.ts';
import { smallGroupDuringTests } from '../mesh/small-group.ts';
import { until } from '../mesh/until.ts';

const { mesh, group } = smallGroupDuringTests({ ownPostgres: true, settings: { LOG_LEVEL: 'info' } });
const everyProcess: readonly ProcessName[] = ['identity', 'archives', 'gateway', 'nats', 'postgres'];

/** Everything sent carries its mark: none may stand in a log. */
const mark = randomBytes(6).toString('hex');
const name = `榕${mark}`;
const phone = '13912345678';
const sent = [mark, phone, password];

interface Line {
  readonly level: string;
  readonly status?: number;
  readonly code?: string;
  readonly error?: unknown;
}

function linesOf(process: ProcessName): Line[] {
  return mesh
    .log(process)
    .split('\n')
    .flatMap((line) => (line.startsWith('{') ? [JSON.parse(line) as Line] : []));
}

const found = (): string[] =>
  everyProcess.flatMap((process) =>
    mesh
      .log(process)
      .split('\n')
      .filter((line) => sent.some((value) => line.includes(value)))
      .map((line) => `${process}: ${line.slice(0, 600)}`),
  );

/** Past the gateway: a service holds on its own, and is told things that the gateway would not forward. */
function askService(path: string, init: RequestInit = {}): Promise<Response> {
  return fetch(new URL(path, mesh.urls.archives), {
    ...init,
    headers: { 'x-request-id': mark, authorization: `Bearer ${mark}` },
  });
}

beforeAll(() => {
  expect(found()).toEqual([]);
});

describe('what people send stands in no log when', () => {
  it('they are answered and refused as usual', async () => {
    const { registrar, nodes, system } = group;
    const member = { name, organizationId: nodes['east-1'], phone };
    expect((await registrar.post('/api/archives/members', member)).status).toBe(201);
    expect((await registrar.get(`/api/archives/members?q=${encodeURIComponent(name)}`)).status).toBe(200);
    const bad = await registrar.post('/api/archives/members', { ...member, stage: mark });
    expect(bad.status).toBe(400);
    expect((await registrar.post('/api/archives/members', `{"name": ${mark}`)).status).toBe(400);
    const signIn = { username: name, password: `${mark}-${password}` };
    expect((await mesh.anonymous.post('/api/identity/sessions', signIn)).status).toBe(401);
    const organization = { parentId: group.rootId, type: 'committee', name, shortName: name, code: 'G' };
    const twin = await system.post('/api/identity/organizations', { ...organization, sort: 1 });
    expect(twin.status).toBeGreaterThanOrEqual(400);
    expect(found()).toEqual([]);
  });

  it('they ask a service for what there is not, with tokens that are none', async () => {
    expect((await askService(`/api/archives/${mark}/${mark}`)).status).toBe(404);
    expect((await askService(`/${mark}`)).status).toBe(404);
    expect((await askService(`/api/archives/members/${mark}`)).status).toBe(401);
    expect((await askService(`/api/archives/members?q=${mark}`)).status).toBe(401);
    expect(found()).toEqual([]);
  });

  it('they ask the gateway for addresses that hold a token', async () => {
    const { registrar } = group;
    const link = await registrar.get(`/api/archives/file-links/${mark}`);
    expect(link.status).toBe(404);
    expect((await registrar.get(`/api/${mark}/x`)).status).toBe(404);
    expect((await registrar.get(`/archives/members/${mark}?q=${mark}`)).status).toBe(200);
    expect((await mesh.anonymous.get(`/invitation/${mark}`)).status).toBe(302);
    expect((await registrar.get(`/static/${mark}`)).status).toBe(200);
    expect(found()).toEqual([]);
  });

  it('PostgreSQL refuses a value, a row and a statement', async () => {
    const { archives } = mesh.owners;
    await expect(archives.unsafe(`select '${mark}'::uuid`)).rejects.toMatchObject({ code: '22P02' });
    await expect(archives`select ${mark}::int`).rejects.toMatchObject({ code: '22P02' });
    const twin = archives`insert into replica_states (name, revision) values (${mark}, 1), (${mark}, 1)`;
    await expect(twin).rejects.toMatchObject({ code: '23505' });
    await expect(archives.unsafe(`select ${mark} from "${mark}"`)).rejects.toThrow();
    expect(found()).toEqual([]);
  });

  it('they leave before they are answered', async () => {
    const before = linesOf('archives').length;
    const { hostname, port } = new URL(mesh.urls.archives);
    for (const body of [`{"name":"${mark}`, mark]) {
      const socket = connect(Number(port), hostname);
      socket.write(`POST /api/archives/members HTTP/1.1\r\nhost: a\r\nx-note: ${mark}\r\n`);
      socket.write(`content-type: application/json\r\ncontent-length: 900\r\n\r\n${body}`);
      socket.end();
    }
    await askService('/api/archives/members');
    const lines = await until(
      'the requests are logged',
      () => linesOf('archives').slice(before),
      ({ length }) => length >= 3,
    );
    expect(lines.filter(({ level }) => level === 'error')).toEqual([]);
    expect(found()).toEqual([]);
  });

  it('PostgreSQL answers nothing, and then is killed, while they write and search', async () => {
    const { registrar, nodes } = group;
    const all = async (): Promise<number[]> => {
      const answers = await Promise.all([
        registrar.post('/api/archives/members', { name, organizationId: nodes['east-1'], phone }),
        registrar.get(`/api/archives/members?q=${encodeURIComponent(name)}`),
        registrar.get(`/api/archives/members?q=${phone.slice(-4)}&q=${mark}`),
        mesh.anonymous.post('/api/identity/sessions', { username: name, password }),
      ]);
      return answers.map(({ status }) => status);
    };
    mesh.pause('postgres');
    await all();
    await mesh.kill('postgres');
    expect(await all()).toContain(503);
    await mesh.restart('postgres');
    await until('they are answered again', all, (statuses) => statuses.every((status) => status < 500));
    // Each failure is there, by its codes.
    const failures = linesOf('archives').filter(({ level }) => level === 'error');
    expect(failures.map(({ code }) => code)).toContain('service.unavailable');
    expect(JSON.stringify(failures)).toMatch(/DATABASE_STALLED|ECONNREFUSED|CONNECTION_/);
    expect(found()).toEqual([]);
  });
});
