import { setTimeout as delay } from 'node:timers/promises';
import { faultsOfTransfers } from '@banyan/archives-service/testing/transfer-invariants';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Client, expectStatus } from './client.ts';
import { checkSet } from './history.ts';
import { faultsOfDelivery, faultsOfVersions } from './ledger.ts';
import type { ProcessName } from './mesh.ts';
import { type Movers, startMovers } from './movers.ts';
import { smallGroupDuringTests } from './small-group.ts';
import { until } from './until.ts';

/** Rounds of all faults: one where every change is tested, more in a longer run. */
const rounds = Number(process.env['MESH_TRANSFER_ROUNDS'] ?? '1');
const hands = 50;

const { mesh, group } = smallGroupDuringTests({ ownPostgres: true });
let branches: string[];
let people: string[];
let clients: Client[];

beforeAll(async () => {
  const { nodes, registrar } = group;
  branches = [nodes['east-1'], nodes['east-2'], nodes['west-1'], nodes['west-2']];
  clients = [
    registrar,
    registrar,
    await group.officer('east', 'organization-officer', 'subtree', [nodes.east]),
    await group.officer('west', 'organization-officer', 'subtree', [nodes.west]),
  ];
  for (const [index, branch] of branches.entries())
    clients.push(await group.officer(`secretary-${index}`, 'branch-secretary', 'node', [branch]));
  people = [];
  for (let number = 0; number < 24; number += 1) {
    const body = { name: `榕${number}`, organizationId: branches[number % branches.length], stage: 'full' };
    const made = await registrar.post('/api/archives/members', body);
    people.push(expectStatus<{ id: string }>(made, 201, 'a member').id);
  }
  await mesh.settle();
});

const more = (movers: Movers, writes: number): Promise<number> => {
  const enough = movers.acknowledged() + writes;
  return until(
    'further steps are acknowledged',
    () => movers.acknowledged(),
    (count) => count >= enough,
    { withinMs: 60_000 },
  );
};

/** kill -9 in the middle of everything, noticed by somebody, and up again. */
async function killed(movers: Movers, victim: ProcessName): Promise<void> {
  await more(movers, 40);
  const before = movers.troubled();
  await mesh.kill(victim);
  if (victim === 'nats') await more(movers, 20);
  else
    await until(
      `somebody misses ${victim}`,
      () => movers.troubled(),
      (count) => count > before,
      { withinMs: 30_000 },
    );
  await mesh.restart(victim);
}

/** It holds its connections and locks, and answers nothing. */
async function paused(movers: Movers, victim: ProcessName): Promise<void> {
  await more(movers, 40);
  mesh.pause(victim);
  await delay(1_500);
  mesh.resume(victim);
}

/** What was acknowledged is there once, at the version that was answered; what was refused is not. */
async function faultsOfSteps({ history }: Movers): Promise<string[]> {
  const { archives } = mesh.owners;
  const tokens = (type: 'invoke' | 'ok' | 'fail' | 'info'): string[] =>
    history.valuesOf('apply', type).map(({ token }) => token);
  const applied = await archives<{ token: string }[]>`select reason as token from transfers`;
  const unsure = new Set([...tokens('ok'), ...tokens('info')]);
  const { lost, duplicated, unexpected } = checkSet(
    tokens('invoke'),
    tokens('ok'),
    tokens('fail').filter((token) => !unsure.has(token)),
    applied.map(({ token }) => token),
  );
  const lines = await archives<{ id: string; version: number; token: string | null }[]>`
    select transfer_id as id, version::int, note as token from transfer_steps order by 1, 2`;
  const corrections = await archives<{ id: string; version: number; token: string | null }[]>`
    select member_id as id, version::int,
      (select c ->> 'to' from jsonb_array_elements(changes) c where c ->> 'field' = 'note') as token
    from member_history order by 1, 2`;
  return [
    ...lost.map((token) => `application ${token} was acknowledged and is not there`),
    ...duplicated.map((token) => `application ${token} is there twice`),
    ...unexpected.map((token) => `application ${token} was refused and is there`),
    ...faultsOfVersions('act', history, lines),
    ...faultsOfVersions('correct', history, corrections),
  ];
}

/** Everybody is seen in one of the branches, and in one only. */
async function faultsOfRolls(): Promise<string[]> {
  const seen: string[] = [];
  for (const branch of branches) {
    const answer = await group.registrar.get(`/api/archives/members?organizationId=${branch}&pageSize=100`);
    const { items, total } = expectStatus<{ items: { id: string }[]; total: number }>(answer, 200, 'a roll');
    if (total !== items.length) return [`${branch} shows ${items.length} people and counts ${total}`];
    seen.push(...items.map(({ id }) => id));
  }
  const { lost, duplicated } = checkSet(people, people, [], seen);
  return [
    ...lost.map((id) => `${id} is in no branch`),
    ...duplicated.map((id) => `${id} is in two branches`),
  ];
}

describe('fifty people who transfer, approve, receive, cancel and edit at random', () => {
  it(
    'lose nobody, whatever is killed and held meanwhile',
    async () => {
      const movers = startMovers({ clients, people, branches, hands, seed: '调' });
      for (let round = 0; round < rounds; round += 1) {
        for (const victim of ['archives', 'gateway', 'postgres', 'nats'] as const)
          await killed(movers, victim);
        for (const victim of ['archives', 'gateway', 'postgres', 'nats'] as const)
          await paused(movers, victim);
      }
      await more(movers, 60);
      await movers.stop();
      await until(
        'everything has arrived',
        () => faultsOfDelivery(mesh),
        (faults) => faults.length === 0,
        { withinMs: 90_000, everyMs: 200 },
      );
      await mesh.settle(90_000).catch((error: unknown) => expect(mesh.ended(), String(error)).toBeNull());
      const of = (type: string): number => movers.history.steps.filter((step) => step.type === type).length;
      const [moved] = await mesh.owners.archives<{ count: number }[]>`
      select count(*)::int from member_history where action = 'archives.member.transfer'`;
      console.info(
        `${of('ok')} steps acknowledged, ${of('fail')} refused, ${of('info')} unknown; ${moved?.count} people moved`,
      );

      expect(moved?.count).toBeGreaterThan(0);
      expect(await faultsOfSteps(movers)).toEqual([]);
      expect(await faultsOfTransfers(mesh.owners.archives)).toEqual([]);
      expect(await faultsOfRolls()).toEqual([]);
      expect(await faultsOfDelivery(mesh)).toEqual([]);
    },
    240_000 * Math.max(1, rounds),
  );
});
