import { request } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { clientOf, expectStatus } from '../mesh/client.ts';
import { smallGroupDuringTests } from '../mesh/small-group.ts';
import { password } from '../mesh/group.ts';
import { type Attack, slowBodies, slowHeaders, stalledExports, stalledUploads } from './attackers.ts';

const { mesh, group } = smallGroupDuringTests();
const attacks: Attack[] = [];
afterEach(() => {
  for (const attack of attacks.splice(0)) attack.stop();
});

async function under(attack: Attack): Promise<void> {
  attacks.push(attack);
  await attack.begun;
}

/** Somebody who is signed in and works: every answer there, and how long the slowest took. */
async function slowestOf(rounds: number): Promise<number> {
  let slowest = 0;
  for (let round = 0; round < rounds; round += 1) {
    for (const path of ['/api/archives/members?page=1&pageSize=20', '/api/identity/me', '/readyz']) {
      const began = performance.now();
      const answer = await group.registrar.get(path);
      expect([path, answer.status]).toEqual([path, 200]);
      slowest = Math.max(slowest, performance.now() - began);
    }
  }
  return slowest;
}

/** A request that waits for somebody else's silence waits for half a minute and more. */
const noticeablyMs = 5_000;

let others = 0;

async function othersOf(count: number): Promise<string[]> {
  const cookies: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const branch = group.nodes['west-1'];
    others += 1;
    const username = `other-${others}`;
    const client = await group.officer(username, 'organization-officer', 'node', [branch]);
    cookies.push(client.cookie as string);
  }
  return cookies;
}

describe('whoever works is answered while', () => {
  it('300 bodies do not come to their end', async () => {
    await under(slowBodies(mesh.origin, 300, await othersOf(2)));
    expect(await slowestOf(20)).toBeLessThan(noticeablyMs);
    const entered = await mesh.signIn('registrar', password);
    expect((await entered.get('/api/identity/me')).status).toBe(200);
  });

  it('2,000 requests do not come to the end of their headers', async () => {
    await under(slowHeaders(mesh.origin, 2_000));
    expect(await slowestOf(20)).toBeLessThan(noticeablyMs);
  });

  it('uploads stand still and exports are not read', async () => {
    const others = await othersOf(3);
    await under(stalledUploads(mesh.origin, 30, others));
    await under(stalledExports(mesh.origin, 100, others));
    expect(await slowestOf(20)).toBeLessThan(noticeablyMs);
    const made = await group.registrar.post('/api/archives/members', {
      name: '榕涌',
      organizationId: group.nodes['east-1'],
    });
    expectStatus(made, 201, 'a record made meanwhile');
  });
});

describe('one account that takes all it can', () => {
  it('is told so, and keeps nobody else from anything', async () => {
    const [cookie = ''] = await othersOf(1);
    const greedy = clientOf(mesh.origin, cookie);
    const calls = Array.from({ length: 200 }, () => greedy.get('/api/archives/members?page=1&pageSize=100'));
    const slowest = slowestOf(10);
    const statuses = (await Promise.all(calls)).map(({ status }) => status);
    expect(await slowest).toBeLessThan(noticeablyMs);
    expect(new Set(statuses)).toEqual(new Set([200, 429]));
    expect((await greedy.get('/api/archives/members')).status).toBe(200);
  });
});

describe('the limit of sign-ins', () => {
  it.each([
    '/api/identity/session%73',
    '/api/identity//sessions',
    '/api/identity/%2e/sessions',
    '/api%2fidentity/sessions',
  ])('is not walked around by %s', async (path) => {
    expect(await rawStatus(path)).toBe(400);
  });
});

/** `fetch` would tidy some of these up before they are sent. */
async function rawStatus(path: string): Promise<number> {
  const { hostname, port } = new URL(mesh.origin);
  const body = JSON.stringify({ username: 'registrar', password });
  return new Promise((resolve, reject) => {
    const headers = {
      origin: mesh.origin,
      'content-type': 'application/json',
      'content-length': body.length,
    };
    const req = request({ hostname, port, path, method: 'POST', headers }, (res) => {
      res.resume();
      resolve(res.statusCode ?? 0);
    });
    req.once('error', reject);
    req.end(body);
  });
}
