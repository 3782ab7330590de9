import { archivesAuditRecorded, memberUpdated } from '@banyan/contracts/archives/events';
import { gatewayAuditRecorded } from '@banyan/contracts/gateway/events';
import { grantChanged, organizationMerged, organizationMoved } from '@banyan/contracts/identity/events';
import { streamOf } from '@banyan/contracts/fact';
import type { OrganizationNode } from '@banyan/contracts/organization';
import { makeStreams } from '@banyan/local/nats-streams';
import { operator } from '@banyan/service-kit/nats-permissions';
import { jetstreamManager } from '@nats-io/jetstream';
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Client, clientOf, expectStatus } from './client.ts';
import { anonymousAt, deliveriesOf, type Forger, forgerAs, settingsOf } from './forger.ts';
import { password } from './group.ts';
import { connectAs } from './nats-observer.ts';
import { smallGroupDuringTests } from './small-group.ts';
import { until } from './until.ts';

const { mesh, group } = smallGroupDuringTests();
const everybody = ['identity', 'archives', 'gateway'] as const;
const as = {} as Record<(typeof everybody)[number], Forger>;
let member: { readonly id: string; readonly personId: string; readonly client: Client };

beforeAll(async () => {
  for (const user of everybody) as[user] = await forgerAs(mesh.broker, user);
  const admit = async (name: string, organizationId: string): Promise<string> => {
    const made = await group.registrar.post('/api/archives/members', { name, organizationId });
    return expectStatus<{ id: string }>(made, 201, name).id;
  };
  const personId = await admit('榕党员', group.nodes['east-1']);
  for (const branch of ['east-1', 'east-2', 'west-1'] as const)
    await admit(`榕同志${branch}`, group.nodes[branch]);
  await mesh.settle();
  const id = await group.addAccount({ username: 'plain-member', personId });
  await mesh.settle();
  member = { id, personId, client: await mesh.signIn('plain-member', password) };
  return async () => {
    for (const user of everybody) await as[user].connection.close();
  };
});

async function seenBy(client: Client): Promise<{ status: number; total: number | undefined }> {
  const answer = await client.get('/api/archives/members?pageSize=100');
  return { status: answer.status, total: answer.json<{ total?: number }>().total };
}

const wholeTree = (revision: number) => ({
  accountId: member.id,
  personId: member.personId,
  revision,
  active: true,
  grants: [
    {
      role: 'organization-officer',
      permissions: ['archives.member.read', 'archives.member.reveal'],
      scope: { mode: 'subtree' as const, nodes: [group.rootId] },
      validFrom: null,
      validTo: null,
    },
  ],
});

describe('the broker', () => {
  it('lets nobody in who is nobody', async () => {
    expect(await anonymousAt(mesh.broker)).toMatch(/Authorization Violation/i);
  });

  it.each(everybody)('takes from %s no fact of another domain', async (user) => {
    const others = everybody.filter((other) => other !== user);
    for (const other of others)
      expect(await as[user].refusal(`banyan.${other}.audit.recorded`)).not.toBeNull();
    expect(await as[user].refusal('banyan.members.anything')).not.toBeNull();
  });

  it('takes no changed grant from archives', async () => {
    const before = await deliveriesOf(mesh.broker, 'identity', 'archives');
    expect(await as.archives.refusal('banyan.identity.grant.changed')).not.toBeNull();
    expect(await deliveriesOf(mesh.broker, 'identity', 'archives')).toEqual(before);
  });

  it('hands nobody what another one reads, and has no stream changed or looked into', async () => {
    const api = [
      'CONSUMER.MSG.NEXT.banyan-archives.identity-from-archives',
      'CONSUMER.MSG.NEXT.banyan-identity.identity-from-identity',
      'CONSUMER.CREATE.banyan-identity.spy-from-identity.banyan.identity.>',
      'CONSUMER.CREATE.banyan-identity',
      'CONSUMER.DURABLE.CREATE.banyan-identity.archives-from-identity',
      'CONSUMER.DELETE.banyan-identity.archives-from-identity',
      'CONSUMER.LIST.banyan-identity',
      'STREAM.MSG.GET.banyan-identity',
      'DIRECT.GET.banyan-identity',
      'STREAM.UPDATE.banyan-archives',
      'STREAM.PURGE.banyan-archives',
      'STREAM.DELETE.banyan-archives',
      'STREAM.CREATE.banyan-gateway',
      'STREAM.LIST',
    ];
    const taken: string[] = [];
    for (const subject of api)
      if ((await as.archives.refusal(`$JS.API.${subject}`)) === null) taken.push(subject);
    expect(taken).toEqual([]);
    expect(
      await as.archives.refusal('$JS.API.CONSUMER.INFO.banyan-identity.archives-from-identity'),
    ).toBeNull();
  });

  it('lets nobody hear the answers of another, nor more facts than it asked for', async () => {
    const subjects = ['>', '_INBOX.>', '_INBOX_identity.>', '_INBOX_gateway.a.b', 'banyan.>', '$JS.ACK.>'];
    for (const subject of [...subjects, 'banyan.gateway.audit.recorded', 'banyan.identity.session.ended'])
      expect([subject, await as.archives.deafness(subject)]).toEqual([
        subject,
        expect.stringContaining('Permissions'),
      ]);
    expect(await as.archives.deafness('banyan.identity.grant.changed')).toBeNull();
  });

  it('has its streams changed by the operator alone, as the release wants them', async () => {
    const maxAge = async (): Promise<number> => (await settingsOf(mesh.broker, 'archives')).max_age;
    const wanted = await maxAge();
    const connection = await connectAs(mesh.broker, operator.user);
    const manager = await jetstreamManager(connection, { checkAPI: false });
    await manager.streams.update(streamOf('archives'), { max_age: wanted / 2 });
    await connection.close();
    expect(await maxAge()).toBe(wanted / 2);
    const said: string[] = [];
    const password = String(mesh.broker.passwords[operator.user]);
    await makeStreams(mesh.broker.url, password, (line) => said.push(line));
    expect([await maxAge(), said]).toEqual([wanted, []]);
    await makeStreams(mesh.broker.url, 'guessed', (line) => said.push(line), 500);
    expect(said).toEqual([expect.stringContaining('does not let the operator in')]);
  });

  it('tells the secret of no user in a log', () => {
    const told = everybody.flatMap((name) =>
      Object.values(mesh.broker.passwords).filter((secret) => mesh.log(name).includes(secret)),
    );
    expect([
      told,
      Object.values(mesh.broker.passwords).some((secret) => mesh.log('nats').includes(secret)),
    ]).toEqual([[], false]);
  });
});

describe('with the credentials of identity itself', () => {
  it('a forged grant shows the member nobody more, and locks nobody out', async () => {
    const before = await seenBy(member.client);
    expect(before).toEqual({ status: 200, total: 1 });
    await as.identity.put('banyan.identity.grant.changed', 'no fact at all');
    for (const revision of [1_000, 2_000_000_000, Number.MAX_SAFE_INTEGER]) {
      await as.identity.announce(grantChanged, wholeTree(revision));
      await mesh.settle();
      expect(await seenBy(member.client)).toEqual(before);
    }
    await as.identity.announce(grantChanged, { ...wholeTree(3_000_000_000), active: false, grants: [] });
    await mesh.settle();
    expect(await seenBy(member.client)).toEqual(before);

    const grantId = await group.grant(member.id, 'organization-officer', 'subtree', [group.nodes.east]);
    const sees = (total: number) =>
      until(
        'what is granted is seen',
        () => seenBy(member.client),
        (seen) => seen.total === total,
        { withinMs: 10_000 },
      );
    await sees(3);
    await group.revoke(grantId);
    await sees(1);
    expect(mesh.ended()).toEqual([]);
  });

  it('while identity cannot be asked whether it is true, that account waits, and is refused in words', async () => {
    const session = member.client.cookie?.split('=')[1] ?? '';
    const secret = { 'x-service-secret': mesh.secret };
    const issued = await clientOf(mesh.urls.identity, null).post(
      '/internal/tokens',
      { session, audience: 'archives' },
      secret,
    );
    const { token } = expectStatus<{ token: string }>(issued, 200, 'a token');
    const ask = () =>
      clientOf(mesh.urls.archives, null).request('GET', '/api/archives/members', {
        headers: { authorization: `Bearer ${token}` },
      });
    expect((await ask()).status).toBe(200);
    mesh.pause('identity');
    try {
      const heard = await deliveriesOf(mesh.broker, 'identity', 'archives');
      await as.identity.announce(grantChanged, wholeTree(4_000_000_000));
      await until(
        'archives has heard it',
        () => deliveriesOf(mesh.broker, 'identity', 'archives'),
        ({ delivered }) => delivered > heard.delivered,
      );
      const refused = await ask();
      expect([refused.status, refused.json<{ code: string }>().code]).toEqual([503, 'identity.unavailable']);
    } finally {
      mesh.resume('identity');
    }
    const served = await until('it is served again', ask, ({ status }) => status === 200, {
      withinMs: 20_000,
    });
    expect(served.json<{ total: number }>().total).toBe(1);
    await mesh.settle();
  });

  const treeOf = async () =>
    expectStatus<{ revision: number; organizations: OrganizationNode[] }>(
      await clientOf(mesh.urls.identity, null).request('GET', '/internal/organizations', {
        headers: { 'x-service-secret': mesh.secret },
      }),
      200,
      'the tree',
    );
  const rows = (owner: 'identity' | 'archives') => mesh.owners[owner]`
    select id, parent_id, path, status, version from organizations order by id`;
  const named = (tree: { organizations: OrganizationNode[] }, id: string): OrganizationNode =>
    tree.organizations.find((node) => node.id === id) as OrganizationNode;

  it('a forged move of an organization changes nobody’s scope', async () => {
    const east = await group.officer('east-watch', 'organization-officer', 'subtree', [group.nodes.east]);
    const before = await seenBy(east);
    expect(before.total).toBe(3);
    const tree = await treeOf();
    const [west, into] = [named(tree, group.nodes.west), named(tree, group.nodes.east)];
    const path = `${into.path}${west.path.split('/').at(-2)}/`;
    for (const treeRevision of [tree.revision + 1, tree.revision + 2, 2_000_000_000]) {
      const organization = { ...west, parentId: into.id, path, version: west.version + 1 };
      await as.identity.announce(organizationMoved, {
        treeRevision,
        version: 9,
        organization,
        fromPath: west.path,
      });
      await mesh.settle();
      expect(await rows('archives')).toEqual(await rows('identity'));
      expect(await seenBy(east)).toEqual(before);
    }
    await group.addOrganization('其后支部', 'branch', group.nodes.east);
    await mesh.settle();
    expect(await rows('archives')).toEqual(await rows('identity'));
  });

  it('a forged merger hands nobody over', async () => {
    const homes = () => mesh.owners.archives`select id, organization_id from members order by id`;
    const [before, tree] = [await homes(), await treeOf()];
    const organization = { ...named(tree, group.nodes['west-1']), status: 'merged' as const };
    const intoId = group.nodes['east-1'];
    const treeRevision = tree.revision + 1;
    await as.identity.announce(organizationMerged, { treeRevision, version: 9, organization, intoId });
    await mesh.settle();
    expect(await homes()).toEqual(before);
  });
});

describe('a message that is no fact', () => {
  const letters = () =>
    mesh.owners.identity<
      { id: string; handler: string; subject: string; deliveries: number; size: number }[]
    >`select id, handler, subject, deliveries, octet_length(message) as size from dead_letters order by parked_at`;
  const entry = (domain: string) => ({
    id: randomUUID(),
    at: new Date().toISOString(),
    accountId: member.id,
    action: `${domain}.member.reveal`,
    entity: 'member',
    subjectId: member.personId,
    organizationId: null,
    fields: ['idNumber'],
    version: null,
    reason: null,
    requestId: null,
  });

  it('an audit row of archives that the gateway announces does not reach the trail', async () => {
    const before = (await letters()).length;
    const forged = [entry('archives'), entry('archives'), entry('archives')] as const;
    const natsSubject = 'banyan.gateway.audit.recorded';
    await as.gateway.announce(archivesAuditRecorded, forged[0], { natsSubject });
    await as.gateway.announce(archivesAuditRecorded, forged[1], {
      natsSubject,
      type: gatewayAuditRecorded.type,
    });
    await as.gateway.announce(gatewayAuditRecorded, forged[2], { type: archivesAuditRecorded.type });
    await mesh.settle();
    const ids = forged.map(({ id }) => id);
    expect(await mesh.owners.identity`select id from audit_trail where id = any(${ids}::uuid[])`).toEqual([]);
    const parked = (await letters()).slice(before);
    expect(parked.map(({ handler }) => handler)).toEqual(Array(3).fill('unreadable:gateway'));
    // What the gateway does itself is in the trail as before.
    const own = entry('gateway');
    await as.gateway.announce(gatewayAuditRecorded, own);
    await mesh.settle();
    expect(await mesh.owners.identity`select id from audit_trail where id = ${own.id}`).toHaveLength(1);
  });

  it('is parked once and not delivered again, and what follows it is handled', async () => {
    const [before, known] = [
      await deliveriesOf(mesh.broker, 'archives', 'identity'),
      (await letters()).length,
    ];
    const subject = 'banyan.archives.member.updated';
    const bad = ['not JSON', '{"specversion":"1.0"}', `\0${'榕'.repeat(40_000)}`];
    for (const message of bad) await as.archives.put(subject, message);
    const person = {
      ...(memberUpdated.example as { person: object }).person,
      id: randomUUID(),
      organizationId: group.nodes['east-1'],
    };
    await as.archives.announce(memberUpdated, { ...memberUpdated.example, person });
    await mesh.settle();
    expect(await mesh.owners.identity`select id from people where id = ${person.id}`).toHaveLength(1);

    const parked = (await letters()).slice(known);
    expect(parked.map(({ handler, deliveries }) => [handler, deliveries])).toEqual(
      Array(3).fill(['unreadable:archives', 1]),
    );
    expect(Math.max(...parked.map(({ size }) => size))).toBeLessThanOrEqual(64 * 1024 + 3);
    const after = await deliveriesOf(mesh.broker, 'archives', 'identity');
    expect(after.delivered - before.delivered).toBe(after.held - before.held);
    expect([after.unacknowledged, after.redelivered]).toEqual([0, 0]);
    expect(
      mesh
        .log('identity')
        .split('\n')
        .filter((line) => line.includes('fact.unreadable')).length,
    ).toBeGreaterThan(0);
    expect(mesh.log('identity')).not.toContain('榕榕');
  });

  it('cannot be replayed, and the answer says so', async () => {
    const [letter] = await letters();
    const answer = await group.system.post(`/api/identity/dead-letters/${letter?.id}/replay`);
    expect([answer.status, answer.json<{ code: string }>().code]).toEqual([409, 'dead-letter.no-reaction']);
  });
});

it('nobody of the mesh has met a refusal of the broker', () => {
  for (const name of everybody) expect(mesh.log(name)).not.toContain('nats.not-permitted');
});
