import { beforeAll, describe, expect, it } from 'vitest';
import { type Client, expectStatus } from './client.ts';
import { smallGroupDuringTests } from './small-group.ts';
import { until } from './until.ts';

interface Named {
  readonly id: string;
  readonly name: string;
  readonly organizationName: string;
}

const { mesh, group } = smallGroupDuringTests();
let east: Client;
let west: Client;

beforeAll(async () => {
  east = await group.officer('east-officer', 'organization-officer', 'subtree', [group.nodes.east]);
  west = await group.officer('west-officer', 'organization-officer', 'subtree', [group.nodes.west]);
  await mesh.settle();
});

/** One second is what a reader may be behind; a wait in vain shows what was seen instead. */
const soon = { withinMs: 30_000 };

async function people(client: Client, query = ''): Promise<Named[]> {
  const answer = await client.get(`/api/archives/members?pageSize=100&sort=name${query}`);
  return expectStatus<{ items: Named[] }>(answer, 200, 'people').items;
}

async function admit(name: string, organizationId: string): Promise<string> {
  const made = await group.registrar.post('/api/archives/members', { name, organizationId });
  return expectStatus<{ id: string }>(made, 201, `admitting ${name}`).id;
}

async function tryAdmit(name: string, organizationId: string): Promise<number> {
  return (await group.registrar.post('/api/archives/members', { name, organizationId })).status;
}

const replica = (id: string) => async () =>
  (
    await mesh.owners.archives<{ name: string; path: string; status: string; version: number }[]>`
      select name, path, status, version::int as version from organizations where id = ${id}`
  )[0];

async function change(path: string, body: unknown): Promise<void> {
  const answer = await group.system.post(`/api/identity/organizations/${path}`, body);
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${answer.text}`);
}

describe('a change of the tree', () => {
  it('reaches archives: a branch that was just made takes people', async () => {
    const id = await group.addOrganization('东厂三支部', 'branch', group.nodes.east);
    await until('the branch is in the replica', replica(id), (row) => row?.name === '东厂三支部', soon);
    const admitted = await until(
      'the branch is known to the process that answers',
      () => group.registrar.post('/api/archives/members', { name: '新支部党员', organizationId: id }),
      ({ status }) => status === 201,
      soon,
    );
    expect(admitted.json<Named>().organizationName).toBe('东厂三支部');
  });

  it('a new name is in the lists of archives', async () => {
    const person = await admit('改名支部党员', group.nodes['east-2']);
    const path = `/api/identity/organizations/${group.nodes['east-2']}`;
    const { version } = (await group.system.get(path)).json<{ version: number }>();
    expectStatus(await group.system.patch(path, { name: '东厂先锋支部' }, version), 200, 'renaming');
    const found = await until(
      'the new name',
      async () => (await people(east)).find(({ id }) => id === person),
      (row) => row?.organizationName === '东厂先锋支部',
      soon,
    );
    expect(found?.name).toBe('改名支部党员');
  });

  it('moving a subtree changes who sees what, in lists, by id and in totals', async () => {
    const moved = await group.addOrganization('流动党总支', 'general-branch', group.nodes.east);
    const branch = await group.addOrganization('流动支部', 'branch', moved);
    await mesh.settle();
    await until(
      'the branch takes people',
      () => group.registrar.post('/api/archives/members', { name: '随迁甲', organizationId: branch }),
      ({ status }) => status === 201,
      soon,
    );
    const person = await admit('随迁乙', branch);
    const sees = async (client: Client) => ({
      listed: (await people(client)).filter(({ name }) => name.startsWith('随迁')).length,
      byId: (await client.get(`/api/archives/members/${person}`)).status,
      total: (await client.get(`/api/archives/members?organizationId=${moved}&pageSize=1`)).json<{
        total: number;
      }>().total,
    });
    expect([await sees(east), await sees(west)]).toEqual([
      { listed: 2, byId: 200, total: 2 },
      { listed: 0, byId: 404, total: 0 },
    ]);

    await change(`${moved}/move`, { parentId: group.nodes.west });
    const began = performance.now();
    const after = await until(
      'those who see it have changed places',
      async () => [await sees(east), await sees(west)],
      ([before, now]) => before?.byId === 404 && now?.byId === 200 && before.listed === 0 && now.listed === 2,
      soon,
    );
    console.info(`a moved subtree is seen ${Math.round(performance.now() - began)} ms after`);
    expect(after).toEqual([
      { listed: 0, byId: 404, total: 0 },
      { listed: 2, byId: 200, total: 2 },
    ]);
    // Nothing in between: what one no longer sees, the other sees by the same edition of the tree.
    expect((await people(group.registrar)).filter(({ name }) => name.startsWith('随迁'))).toHaveLength(2);
  });

  it('merging a branch hands its people over, and their number stays', async () => {
    const ending = await group.addOrganization('撤并支部', 'branch', group.nodes.east);
    await mesh.settle();
    await until(
      'the branch takes people',
      () => group.registrar.post('/api/archives/members', { name: '并入甲', organizationId: ending }),
      ({ status }) => status === 201,
      soon,
    );
    await admit('并入乙', ending);
    const before = (await people(group.registrar)).length;
    await change(`${ending}/merge`, { intoId: group.nodes['east-1'] });
    const handedOver = await until(
      'the people are in the branch that goes on',
      () => people(east, `&organizationId=${group.nodes['east-1']}`),
      (rows) => rows.filter(({ name }) => name.startsWith('并入')).length === 2,
      soon,
    );
    expect(handedOver.length).toBeGreaterThanOrEqual(2);
    await until(
      'the branch has ended in the replica',
      replica(ending),
      (row) => row?.status === 'merged',
      soon,
    );
    expect(await people(group.registrar)).toHaveLength(before);
    const refused = await group.registrar.post('/api/archives/members', {
      name: '迟到',
      organizationId: ending,
    });
    expect(refused.status).toBeGreaterThanOrEqual(400);
  });
});

describe('changes at the same time', () => {
  it('people admitted while their branch is merged end up in the one that goes on', async () => {
    for (let round = 0; round < 3; round += 1) {
      const ending = await group.addOrganization(`边并边收${round}`, 'branch', group.nodes.west);
      await mesh.settle();
      await until(
        'the branch takes people',
        () => tryAdmit('先到', ending),
        (status) => status === 201,
        soon,
      );
      const admitting = Promise.all(
        Array.from({ length: 4 }, async () => {
          let taken = 0;
          while ((await tryAdmit(`并中${round}`, ending)) === 201) taken += 1;
          return taken;
        }),
      );
      await change(`${ending}/merge`, { intoId: group.nodes['west-1'] });
      const taken = (await admitting).reduce((sum, count) => sum + count, 0);
      await mesh.settle();
      const rows = await mesh.owners.archives<{ home: string; count: number }[]>`
        select organization_id as home, count(*)::int as count from members where name = ${`并中${round}`} group by 1`;
      expect([...rows]).toEqual(taken === 0 ? [] : [{ home: group.nodes['west-1'], count: taken }]);
    }
  });

  it('of two moves that would make a ring one is refused, and the tree stays a tree', async () => {
    const [left, right] = [
      await group.addOrganization('左党委', 'committee', group.rootId),
      await group.addOrganization('右党委', 'committee', group.rootId),
    ];
    const move = (id: string, parentId: string) =>
      group.system.post(`/api/identity/organizations/${id}/move`, { parentId });
    const answers = await Promise.all([move(left, right), move(right, left)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    await mesh.settle();
    const broken = (domain: 'identity' | 'archives') => mesh.owners[domain]`
      select o.id from organizations o left join organizations p on p.id = o.parent_id
      where o.parent_id is not null and (p.id is null or not starts_with(o.path, p.path))`;
    expect([...(await broken('identity')), ...(await broken('archives'))]).toEqual([]);
  });
});

describe('a replica that missed a change', () => {
  it('loads the whole tree anew at the next one', async () => {
    await mesh.settle();
    const { archives } = mesh.owners;
    // As after a stream that lost messages: an older revision, a node gone and one under an old name.
    const gone = group.nodes['west-2'];
    await archives`update replica_states set revision = revision - 5 where name = 'organizations'`;
    await archives`delete from organizations where id = ${gone}`;
    await archives`update organizations set name = '旧名' where id = ${group.nodes['west-1']}`;
    const next = await group.addOrganization('补课支部', 'branch', group.nodes.west);
    await until('the next change', replica(next), (row) => row !== undefined, soon);
    const rows = (domain: 'identity' | 'archives') => mesh.owners[domain]`
      select id, parent_id, path, name, status, version::int as version from organizations order by id`;
    expect([...(await rows('archives'))]).toEqual([...(await rows('identity'))]);
    const [owner] = await mesh.owners
      .identity`select revision from replica_states where name = 'organizations'`;
    const [held] = await archives`select revision from replica_states where name = 'organizations'`;
    expect(held).toEqual(owner);
  });

  it('started while identity and the broker were away goes on with the tree it has', async () => {
    const branch = group.nodes['east-1'];
    await mesh.kill('identity');
    await mesh.cutNats();
    await mesh.kill('archives');
    await mesh.restart('archives');
    const refused = await fetch(`${mesh.urls.archives}/api/archives/members?organizationId=${branch}`);
    expect(refused.status).toBe(401);
    await mesh.restoreNats();
    await mesh.restart('identity');
    const found = await until(
      'archives answers again',
      () => people(east),
      (rows) => rows.length > 0,
      soon,
    );
    expect(found.length).toBeGreaterThan(0);
  });
});
