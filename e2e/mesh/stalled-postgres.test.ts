import { describe, expect, it } from 'vitest';
import type { Answer } from './client.ts';
import { password } from './group.ts';
import { faultsOfDelivery, faultsOfWrites } from './ledger.ts';
import { domains } from './services.ts';
import { smallGroupDuringTests } from './small-group.ts';
import { until } from './until.ts';
import { startWriters, type Writers } from './writers.ts';

const { mesh, group } = smallGroupDuringTests({ ownPostgres: true });

interface Timed {
  readonly what: string;
  readonly status: number;
  readonly code: string;
  readonly retryAfter: string | null;
  readonly ms: number;
}

async function timed(what: string, asked: Promise<Answer>): Promise<Timed> {
  const began = performance.now();
  const answer = await asked;
  const ms = Math.round(performance.now() - began);
  const { code = '' } = answer.status >= 400 ? answer.json<{ code?: string }>() : {};
  return { what, status: answer.status, code, retryAfter: answer.headers.get('retry-after'), ms };
}

/** Readers, a writer of each service, and somebody who signs in, each once and all together. */
function everybody(): Promise<Timed[]> {
  const { registrar, system, nodes } = group;
  const admission = { name: '榕停摆', organizationId: nodes['east-1'] };
  return Promise.all([
    timed('a list', registrar.get('/api/archives/members?pageSize=5')),
    timed('a search', registrar.get('/api/archives/members?q=rong')),
    timed('another list', registrar.get('/api/archives/transfers?pageSize=5')),
    timed('an admission', registrar.post('/api/archives/members', admission)),
    timed('accounts', system.get('/api/identity/accounts?pageSize=5')),
    timed('a rename', system.patch(`/api/identity/organizations/${nodes['west-2']}`, { sort: 3 }, 1)),
    timed('a sign-in', mesh.anonymous.post('/api/identity/sessions', { username: 'system-admin', password })),
  ]);
}

async function readiness(): Promise<{ states: number[]; ms: number }> {
  const began = performance.now();
  const states = await Promise.all(
    domains.map(async (domain) => (await fetch(`${mesh.urls[domain]}/readyz`)).status),
  );
  return { states, ms: performance.now() - began };
}

function writersOf(seed: string): Writers {
  const { nodes, registrar, system } = group;
  const branches = [nodes['east-1'], nodes['east-2'], nodes['west-1'], nodes['west-2']];
  return startWriters({ archives: registrar, identity: system, branches, seed });
}

const untilAcknowledged = (writers: Writers, more: number): Promise<number> => {
  const enough = writers.acknowledged() + more;
  return until(
    'further writes are acknowledged',
    () => writers.acknowledged(),
    (count) => count >= enough,
  );
};

const isWell = (answers: readonly Timed[]): boolean => answers.every(({ status }) => status < 500);

/** On a machine that others keep busy a second is long; without a limit of its own everything waited for 20. */
const busyMs = 12_000;

function expectRefused(answers: readonly Timed[], withinMs: number): void {
  for (const answer of answers) {
    expect(answer).toMatchObject({ status: 503, retryAfter: expect.stringMatching(/^\d+$/) });
    expect(answer.ms, `${answer.what} waited`).toBeLessThan(withinMs);
  }
}

describe('a PostgreSQL whose processes are stopped during writes', () => {
  it('costs whoever waits some seconds and whoever comes less, and nothing that was acknowledged', async () => {
    const writers = writersOf('stopped');
    await untilAcknowledged(writers, 20);
    mesh.pause('postgres');
    const [first, known] = await Promise.all([everybody(), readiness()]);
    expectRefused(first, busyMs);
    expect(known.states).toEqual([503, 503]);
    expect(known.ms).toBeLessThan(busyMs);
    // By now everybody knows.
    expectRefused(await everybody(), busyMs / 2);
    mesh.resume('postgres');
    const back = performance.now();
    await until('everybody is answered again', everybody, isWell);
    const recoveryMs = Math.round(performance.now() - back);
    console.info(`refused after ${Math.max(...first.map(({ ms }) => ms))} ms, back after ${recoveryMs} ms`);
    expect(recoveryMs).toBeLessThan(busyMs);
    expect((await readiness()).states).toEqual([200, 200]);
    await untilAcknowledged(writers, 20);
    await writers.stop();
    expect(await faultsOfWrites(mesh, writers.history)).toEqual([]);
    await mesh.settle();
    expect(await faultsOfDelivery(mesh)).toEqual([]);
    expect(mesh.ended()).toEqual([]);
  });

  it('and is then killed: what was acknowledged is there once, and the mesh goes on', async () => {
    const writers = writersOf('stopped-then-killed');
    await untilAcknowledged(writers, 20);
    mesh.pause('postgres');
    expectRefused(await everybody(), busyMs);
    await mesh.kill('postgres');
    await mesh.restart('postgres');
    await until('everybody is answered again', everybody, isWell);
    await untilAcknowledged(writers, 20);
    await writers.stop();
    expect(await faultsOfWrites(mesh, writers.history)).toEqual([]);
    await mesh.settle();
    expect(await faultsOfDelivery(mesh)).toEqual([]);
    expect(mesh.ended()).toEqual([]);
  });
});

it('a query that is slow is not taken for a server that has stopped', async () => {
  const { registrar } = group;
  const lock = Promise.withResolvers<void>();
  const held = mesh.owners.archives.begin(async (sql) => {
    await sql`lock table members in access exclusive mode`;
    await lock.promise;
  });
  const reading = timed('a list', registrar.get('/api/archives/members?pageSize=5'));
  const waited = await until(
    'it waits longer than a stopped server would be waited for',
    async () => {
      const [row] = await mesh.owners.archives<{ seconds: number }[]>`
        select coalesce(max(extract(epoch from clock_timestamp() - waitstart)), 0)::float as seconds
        from pg_locks where not granted and relation = 'members'::regclass`;
      return row?.seconds ?? 0;
    },
    (seconds) => seconds > 6,
  );
  lock.resolve();
  await held;
  expect(waited).toBeGreaterThan(6);
  expect(await reading).toMatchObject({ status: 200 });
});
