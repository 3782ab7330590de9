import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { expectStatus } from './client.ts';
import { password } from './group.ts';
import { faultsOfDelivery, faultsOfWrites } from './ledger.ts';
import type { ProcessName } from './mesh.ts';
import { smallGroupDuringTests } from './small-group.ts';
import { until } from './until.ts';
import { startWriters, type Writers } from './writers.ts';

/** How long the broker is away: seconds where every change is tested, a minute in a full run. */
const outageSeconds = Number(process.env['MESH_OUTAGE_SECONDS'] ?? '5');

const { mesh, group } = smallGroupDuringTests({ ownPostgres: true });

function writersOf(seed: string): Writers {
  const { nodes, registrar, system } = group;
  const branches = [nodes['east-1'], nodes['east-2'], nodes['west-1'], nodes['west-2']];
  return startWriters({ archives: registrar, identity: system, branches, seed });
}

/** An operator's change of the gateway's registry, which is audited like everybody's. */
async function pinRemote(): Promise<void> {
  await mesh.owners.gateway`insert into remotes (name, published_version) values ('archives', '1')`;
  const change = { action: 'pin', name: 'archives', by: 'tests' };
  const secret = { 'x-service-secret': mesh.secret };
  expectStatus(await mesh.anonymous.post('/internal/registry', change, secret), 200, 'pinning');
}

const untilAcknowledged = (writers: Writers, more: number): Promise<number> => {
  const enough = writers.acknowledged() + more;
  return until(
    'further writes are acknowledged',
    () => writers.acknowledged(),
    (count) => count >= enough,
    {
      withinMs: 90_000,
    },
  );
};

describe('with the broker gone during writes', () => {
  it('nothing is refused, and afterwards every fact and audit row has arrived once', async () => {
    const writers = writersOf('outage');
    await untilAcknowledged(writers, 20);
    await mesh.cutNats();
    await pinRemote();
    await delay(outageSeconds * 1_000);
    await untilAcknowledged(writers, 20);
    await mesh.restoreNats();
    const restored = performance.now();
    await untilAcknowledged(writers, 20);
    await writers.stop();
    await until(
      'everything has arrived',
      () => faultsOfDelivery(mesh),
      (faults) => faults.length === 0,
      { withinMs: 90_000, everyMs: 100 },
    );
    const recoveryMs = Math.round(performance.now() - restored);
    console.info(
      `broker: ${outageSeconds} s away, ${writers.acknowledged()} writes, all arrived ${recoveryMs} ms after`,
    );
    await mesh.settle(90_000);
    expect(writers.history.steps.filter(({ type }) => type === 'fail' || type === 'info')).toEqual([]);
    expect(await faultsOfWrites(mesh, writers.history)).toEqual([]);
    expect(await faultsOfDelivery(mesh)).toEqual([]);
    const registry = await mesh.owners.identity`select 1 from audit_trail where domain = 'gateway'`;
    expect(registry).toHaveLength(1);
  }, 240_000);

  it('a broker that holds its connections and answers nothing refuses nothing either', async () => {
    const writers = writersOf('silence');
    await untilAcknowledged(writers, 10);
    mesh.pause('nats');
    await untilAcknowledged(writers, 60);
    mesh.resume('nats');
    await untilAcknowledged(writers, 10);
    await writers.stop();
    expect(writers.history.steps.filter(({ type }) => type === 'fail' || type === 'info')).toEqual([]);
    expect(await faultsOfWrites(mesh, writers.history)).toEqual([]);
  }, 120_000);
});

describe('killed with -9 during writes', () => {
  const victims: ProcessName[] = ['archives', 'identity', 'gateway', 'nats', 'postgres'];

  it.each(victims)(
    '%s loses nothing that was acknowledged',
    async (victim) => {
      const writers = writersOf(victim);
      await untilAcknowledged(writers, 30);
      await mesh.kill(victim);
      // The broker is missed by nobody who writes; everything else is, by at least one writer.
      if (victim !== 'nats')
        await until(
          'somebody notices',
          () => writers.troubled(),
          (count) => count > 0,
          { withinMs: 60_000 },
        );
      await mesh.restart(victim);
      const back = performance.now();
      await untilAcknowledged(writers, 30);
      console.info(
        `${victim}: 30 writes acknowledged ${Math.round(performance.now() - back)} ms after it was back`,
      );
      await writers.stop();
      expect(await faultsOfWrites(mesh, writers.history)).toEqual([]);
    },
    120_000,
  );

  it('and afterwards every fact and audit row has arrived once', async () => {
    const began = performance.now();
    await until(
      'everything has arrived',
      () => faultsOfDelivery(mesh),
      (faults) => faults.length === 0,
      { withinMs: 90_000, everyMs: 100 },
    );
    console.info(`all arrived ${Math.round(performance.now() - began)} ms after the last kill`);
    await mesh.settle(100_000).catch((error: unknown) => expect(mesh.ended(), String(error)).toBeNull());
    console.info(`settled ${Math.round(performance.now() - began)} ms after the last kill`);
    expect(await faultsOfDelivery(mesh)).toEqual([]);
  }, 120_000);
});

describe('a request that is repeated', () => {
  it('with the same Idempotency-Key admits one person, however many arrive at once', async () => {
    const body = { name: '榕一次', organizationId: group.nodes['east-1'] };
    const headers = { 'idempotency-key': randomUUID() };
    const admit = () => group.registrar.post('/api/archives/members', body, headers);
    const answers = await Promise.all(Array.from({ length: 8 }, admit));
    answers.push(await admit());
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map((answer) => answer.json<{ id: string }>().id)).size).toBe(1);
    const rows = await mesh.owners.archives`select 1 from members where name = '榕一次'`;
    expect(rows).toHaveLength(1);
  });

  it('with the same If-Match corrects once, and the others are shown what changed', async () => {
    const made = await group.registrar.post('/api/archives/members', {
      name: '榕改一次',
      organizationId: group.nodes['east-1'],
    });
    const { id, version } = made.json<{ id: string; version: number }>();
    const correct = () => group.registrar.patch(`/api/archives/members/${id}`, { post: '采油工' }, version);
    const answers = await Promise.all(Array.from({ length: 6 }, correct));
    const statuses = answers.map(({ status }) => status).toSorted();
    expect(statuses).toEqual([200, 412, 412, 412, 412, 412]);
    const [row] = await mesh.owners.archives`select version::int as version from members where id = ${id}`;
    expect(row).toMatchObject({ version: version + 1 });
  });
});

describe('with identity gone', () => {
  it('whoever is signed in goes on with archives, and signing in names the service that is down', async () => {
    const path = '/api/archives/members?pageSize=1';
    expectStatus(await group.registrar.get(path), 200, 'before');
    await mesh.kill('identity');
    const statuses = new Set<number>();
    const began = performance.now();
    // Longer than the gateway uses a token without asking for the next one.
    while (performance.now() - began < 7_000) statuses.add((await group.registrar.get(path)).status);
    const written = await group.registrar.post('/api/archives/members', {
      name: '榕无身份',
      organizationId: group.nodes['east-1'],
    });
    const refused = await mesh.anonymous.post('/api/identity/sessions', { username: 'registrar', password });
    await mesh.restart('identity');
    expect([...statuses]).toEqual([200]);
    expect(written.status).toBe(201);
    expect([refused.status, refused.json<{ code: string }>().code]).toEqual([503, 'gateway.service-down']);
    await mesh.settle(60_000);
    expect(await faultsOfDelivery(mesh)).toEqual([]);
  }, 120_000);
});
