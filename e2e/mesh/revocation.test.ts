import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, type Client, clientOf, expectStatus } from './client.ts';
import { password } from './group.ts';
import { createLatencies, type Latencies } from './latencies.ts';
import { smallGroupDuringTests } from './small-group.ts';
import { until } from './until.ts';

/** Bound of every revocation while the broker runs. */
const withinMs = 1_000;
/** The gateway renews its tokens after five seconds; without the broker that is the bound. */
const withoutBrokerMs = 6_000;
const rounds = Number(process.env['REVOCATION_ROUNDS'] ?? '40');

const { mesh, group } = smallGroupDuringTests();
let stopLoad: () => Promise<number>;

beforeAll(async () => {
  for (let number = 0; number < 40; number += 1) {
    const body = { name: `榕负载${number}`, organizationId: group.nodes['east-1'] };
    expectStatus(await group.registrar.post('/api/archives/members', body), 201, 'a person for the load');
  }
  await mesh.settle();
});

/** Readers that never rest, and somebody who writes. Resolves with the requests a second. */
function load(): () => Promise<number> {
  let stopped = false;
  let requests = 0;
  const began = performance.now();
  const readers = Array.from({ length: 8 }, async (_, index) => {
    while (!stopped) {
      await group.registrar.get(`/api/archives/members?pageSize=20&page=${(index % 2) + 1}`);
      requests += 1;
    }
  });
  const writer = (async () => {
    for (let turn = 0; !stopped; turn += 1) {
      await group.registrar.post('/api/archives/members', {
        name: `榕写${turn}`,
        organizationId: group.nodes['west-1'],
      });
      requests += 1;
    }
  })();
  return async () => {
    stopped = true;
    await Promise.all([...readers, writer]);
    return requests / ((performance.now() - began) / 1_000);
  };
}

const membersPath = '/api/archives/members?pageSize=1';
const organizationsPath = '/api/identity/organizations';

interface Watched {
  readonly id: string;
  grantId: string;
  readonly client: Client;
  /** Asks archives itself with a token that was issued before, past the gateway and its cache. */
  readonly direct: Client;
}

let hired = 0;
async function hire(): Promise<Watched> {
  hired += 1;
  const username = `watched-${hired}`;
  const id = await group.addAccount({ username, organizationId: group.nodes['east-1'] });
  const client = await mesh.signIn(username, password);
  const who = { id, grantId: '', client, direct: clientOf(mesh.urls.archives, null) };
  await appoint(who);
  return who;
}

/** Gives the role, and waits until it holds at every door. */
async function appoint(who: Watched): Promise<void> {
  who.grantId = await group.grant(who.id, 'organization-officer', 'subtree', [group.nodes.east]);
  for (const path of [membersPath, organizationsPath])
    await until(
      'the grant holds',
      () => who.client.get(path),
      ({ status }) => status === 200,
      { withinMs: 10_000 },
    );
}

/** Asks without rest until it is refused, and returns when the refusal was there. */
async function untilRefused(ask: () => Promise<Answer>, patienceMs: number): Promise<number> {
  const began = performance.now();
  for (;;) {
    const { status } = await ask();
    const now = performance.now();
    if (status === 401 || status === 403) return now;
    if (status !== 200) throw new Error(`neither allowed nor refused: ${status}`);
    if (now - began > patienceMs) throw new Error(`still allowed after ${Math.round(now - began)} ms`);
  }
}

const membersOf = ({ client }: Watched) => client.get(membersPath);

/** Runs the act against somebody who is asking at three doors meanwhile, and notes when each has closed. */
async function revoke(
  who: Watched,
  act: () => Promise<void>,
  latencies: Readonly<Record<'archives' | 'identity' | 'direct', Latencies>>,
  patienceMs: number,
): Promise<void> {
  const token = await tokenOf(who);
  const direct = (): Promise<Answer> =>
    who.direct.request('GET', membersPath, { headers: { authorization: `Bearer ${token}` } });
  expectStatus(await direct(), 200, 'archives itself');
  const refused = Promise.all([
    untilRefused(() => membersOf(who), patienceMs),
    untilRefused(() => who.client.get(organizationsPath), patienceMs),
    untilRefused(direct, patienceMs),
  ]);
  await act();
  const acknowledged = performance.now();
  const [archives, identity, past] = await refused;
  latencies.archives.add(Math.max(0, archives - acknowledged));
  latencies.identity.add(Math.max(0, identity - acknowledged));
  latencies.direct.add(Math.max(0, past - acknowledged));
}

async function tokenOf({ client }: Watched): Promise<string> {
  const session = client.cookie?.split('=')[1] ?? '';
  const answer = await clientOf(mesh.urls.identity, null).post(
    '/internal/tokens',
    { session, audience: 'archives' },
    { 'x-service-secret': mesh.secret },
  );
  return expectStatus<{ token: string }>(answer, 200, 'a token').token;
}

const fresh = () => ({ archives: createLatencies(), identity: createLatencies(), direct: createLatencies() });

async function within(latencies: ReturnType<typeof fresh>, what: string): Promise<void> {
  for (const [door, seen] of Object.entries(latencies)) console.info(`${what}, at ${door}: ${String(seen)}`);
  for (const seen of Object.values(latencies)) expect(seen.quantile(0.99)).toBeLessThanOrEqual(withinMs);
}

describe('under load', () => {
  beforeAll(() => {
    stopLoad = load();
  });
  afterAll(async () => console.info(`load beside it: ${Math.round(await stopLoad())} requests/s`));

  it('a revoked grant is refused by every service within a second', async () => {
    const latencies = fresh();
    const who = await hire();
    for (let round = 0; round < rounds; round += 1) {
      if (round > 0) await appoint(who);
      await revoke(who, () => group.revoke(who.grantId), latencies, 5_000);
    }
    await within(latencies, 'revoked grant');
  }, 120_000);

  it('a disabled account likewise', async () => {
    const latencies = fresh();
    for (let round = 0; round < rounds / 8; round += 1) {
      const who = await hire();
      const disable = async (): Promise<void> =>
        void expectStatus(
          await group.system.post(`/api/identity/accounts/${who.id}/disable`),
          200,
          'disabling',
        );
      await revoke(who, disable, latencies, 5_000);
    }
    await within(latencies, 'disabled account');
  }, 60_000);

  it('an ended session likewise at the gateway', async () => {
    const latencies = createLatencies();
    for (let round = 0; round < rounds / 8; round += 1) {
      const who = await hire();
      const { items } = (await group.security.get(`/api/identity/sessions?accountId=${who.id}`)).json<{
        items: { id: string }[];
      }>();
      expect(items).toHaveLength(1);
      const refused = untilRefused(() => membersOf(who), 5_000);
      expectStatus(await group.security.delete(`/api/identity/sessions/${items[0]?.id}`), 204, 'ending');
      const acknowledged = performance.now();
      latencies.add(Math.max(0, (await refused) - acknowledged));
      expect((await who.client.get(membersPath)).status).toBe(401);
    }
    console.info(`ended session, at the gateway: ${String(latencies)}`);
    expect(latencies.quantile(0.99)).toBeLessThanOrEqual(withinMs);
  }, 60_000);

  it('signing out ends the session at once', async () => {
    const who = await hire();
    expectStatus(await who.client.delete('/api/identity/sessions/current'), 204, 'signing out');
    expect((await who.client.get(membersPath)).status).toBe(401);
  });
});

describe('without the broker', () => {
  it('a revoked grant, a disabled account and an ended session are refused within the seconds of the gateway', async () => {
    const [revoked, disabled, ended] = [await hire(), await hire(), await hire()];
    await mesh.cutNats();
    await group.revoke(revoked.grantId);
    expectStatus(await group.system.post(`/api/identity/accounts/${disabled.id}/disable`), 200, 'disabling');
    const sessions = await group.security.get(`/api/identity/sessions?accountId=${ended.id}`);
    const [session] = sessions.json<{ items: { id: string }[] }>().items;
    expectStatus(await group.security.delete(`/api/identity/sessions/${session?.id}`), 204, 'ending');
    const acknowledged = performance.now();
    const delays = await Promise.all(
      [revoked, disabled, ended].map((who) => untilRefused(() => membersOf(who), withoutBrokerMs + 2_000)),
    ).then((times) => times.map((time) => time - acknowledged));
    console.info(`without the broker: ${delays.map((ms) => Math.round(ms)).join(', ')} ms`);
    expect(Math.max(...delays)).toBeLessThanOrEqual(withoutBrokerMs);
    await mesh.restoreNats();
  }, 60_000);
});
