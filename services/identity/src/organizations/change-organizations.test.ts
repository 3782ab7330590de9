import { duringTests } from '@banyan/test-kit/during-tests';
import { describe, expect, test } from 'vitest';
import { createOrganizations, namesIn } from '../testing/organizations-under-test.ts';
import type { OrganizationView } from './contract.ts';

const identity = duringTests(createOrganizations);

describe('changing the tree', () => {
  const input = (parent: string, code: string) => ({
    parentId: identity.node(parent).id,
    type: 'branch',
    name: `党支部${code}`,
    shortName: code,
    code,
  });

  test('a new branch has a row, a history, an audit row and a fact, and is seen at once', async () => {
    await identity.facts();
    const response = await identity.system.post('/api/identity/organizations', input('unit-b', 'NEW-1'));
    expect(response.status).toBe(201);
    const created = (await response.json()) as OrganizationView;
    expect(created).toMatchObject({
      name: '党支部NEW-1',
      parentName: 'unit-b',
      version: 1,
      status: 'active',
    });
    expect(created.abilities).toEqual(['update', 'move', 'merge', 'dissolve', 'create-below']);
    const facts = await identity.facts();
    expect(facts.map(({ type }) => type)).toEqual([
      'identity.organization.created',
      'identity.audit.recorded',
    ]);
    expect(facts[1]?.data).toMatchObject({
      action: 'identity.organization.create',
      accountId: identity.system.id,
      organizationId: created.id,
    });
    const history = (await (
      await identity.system.get(`/api/identity/organizations/${created.id}/history`)
    ).json()) as {
      items: { action: string; actor: { name: string } }[];
    };
    expect(history.items).toMatchObject([{ action: 'created', actor: { name: 'system' } }]);
    expect(await namesIn(await identity.system.get('/api/identity/organizations'))).toContain('党支部NEW-1');
  });

  test('a repeated key makes one branch', async () => {
    const key = { 'idempotency-key': 'once' };
    const first = await identity.system.post('/api/identity/organizations', input('unit-b', 'ONCE'), key);
    const second = await identity.system.post('/api/identity/organizations', input('unit-b', 'ONCE'), key);
    expect(second.status).toBe(201);
    expect(((await second.json()) as { id: string }).id).toBe(((await first.json()) as { id: string }).id);
  });

  test('a branch cannot parent a branch, a code is taken once, and wrong fields are named', async () => {
    const below = await identity.system.post('/api/identity/organizations', input('branch-b1', 'X1'));
    expect(await below.json()).toMatchObject({ status: 409, code: 'identity.organization-type-not-below' });
    const taken = await identity.system.post(
      '/api/identity/organizations',
      input('unit-b', identity.node('unit-a').code),
    );
    expect(await taken.json()).toMatchObject({ status: 409, errors: [{ field: 'code', code: 'taken' }] });
    const wrong = await identity.system.post('/api/identity/organizations', {
      ...input('unit-b', 'X2'),
      name: '',
      extra: 1,
    });
    expect(wrong.status).toBe(400);
    const { errors } = (await wrong.json()) as { errors: { field: string }[] };
    expect(errors.map(({ field }) => field).toSorted()).toEqual(['extra', 'name']);
  });

  test('a correction needs the version, and a stale one is shown what changed', async () => {
    const patch = (body: unknown, version?: number) =>
      identity.system.request('PATCH', identity.url('branch-b2'), {
        body,
        ...(version === undefined ? {} : { headers: { 'if-match': `"${version}"` } }),
      });
    expect((await patch({ name: 'x' })).status).toBe(428);
    const renamed = await patch(
      { name: '新名称党支部', place: { longitude: 85.1, latitude: 45.6, address: '克拉玛依' } },
      1,
    );
    expect(renamed.headers.get('etag')).toBe('"2"');
    expect(await renamed.json()).toMatchObject({
      name: '新名称党支部',
      version: 2,
      place: { longitude: 85.1 },
    });
    const stale = await patch({ shortName: 'y' }, 1);
    expect(stale.status).toBe(412);
    expect(await stale.json()).toMatchObject({ current: { version: 2 }, changed: ['name', 'place'] });
  });

  test('nothing is announced for a correction that changes nothing', async () => {
    await identity.facts();
    const same = await identity.system.request('PATCH', identity.url('branch-b1'), {
      body: { name: 'branch-b1' },
      headers: { 'if-match': '"1"' },
    });
    expect(await same.json()).toMatchObject({ version: 1 });
    expect(await identity.facts()).toEqual([]);
  });

  test('a move takes the whole subtree along, and who saw it there sees it no longer', async () => {
    await identity.facts();
    const moved = await identity.system.post(identity.url('general-a', '/move'), {
      parentId: identity.node('unit-b').id,
    });
    expect(moved.status).toBe(200);
    expect(await namesIn(await identity.officer.get('/api/identity/organizations'))).toEqual([
      'unit-a',
      'branch-a3',
    ]);
    const paths = await identity.owner<
      { path: string }[]
    >`select path from organizations where name in ('unit-b', 'general-a', 'branch-a1') order by path`;
    expect(paths[1]?.path.startsWith(paths[0]?.path ?? '?')).toBe(true);
    expect(paths[2]?.path.startsWith(paths[1]?.path ?? '?')).toBe(true);
    const [fact] = await identity.facts();
    expect(fact).toMatchObject({
      type: 'identity.organization.moved',
      data: { fromPath: identity.node('general-a').path, organization: { path: paths[1]?.path } },
    });
    const cycle = await identity.system.post(identity.url('unit-b', '/move'), {
      parentId: identity.node('general-a').id,
    });
    expect(await cycle.json()).toMatchObject({ status: 409, code: 'identity.organization-cycle' });
    expect(
      (
        await identity.system.post(identity.url('general-a', '/move'), {
          parentId: identity.node('unit-a').id,
        })
      ).status,
    ).toBe(200);
  });

  test('revisions of the tree have no gap, also when changes come at once', async () => {
    const revision = async (): Promise<number> => {
      const [row] = await identity.owner<
        { revision: number }[]
      >`select revision::int as revision from replica_states where name = 'organizations'`;
      return row?.revision ?? 0;
    };
    const before = await revision();
    await identity.facts();
    await Promise.all(
      ['P1', 'P2', 'P3', 'P4', 'P5', 'P6'].map((code) =>
        identity.system.post('/api/identity/organizations', input('unit-b', code)),
      ),
    );
    const facts = (await identity.facts()).filter(({ type }) => type === 'identity.organization.created');
    const revisions = facts.map(({ data }) => data['treeRevision'] as number).toSorted((a, b) => a - b);
    expect(revisions).toEqual([1, 2, 3, 4, 5, 6].map((n) => before + n));
  });

  test('a merge moves the children first and ends the node; nobody is left behind', async () => {
    await identity.facts();
    const merged = await identity.system.post(identity.url('branch-a1', '/merge'), {
      intoId: identity.node('branch-a2').id,
    });
    expect(await merged.json()).toMatchObject({
      status: 'merged',
      mergedIntoId: identity.node('branch-a2').id,
      abilities: [],
    });
    const types = (await identity.facts()).map(({ type }) => type);
    expect(types).toEqual(['identity.organization.merged', 'identity.audit.recorded']);
    const across = await identity.system.post(identity.url('branch-a2', '/merge'), {
      intoId: identity.node('unit-b').id,
    });
    expect(await across.json()).toMatchObject({ status: 409, code: 'identity.organization-merge-types' });
  });

  test('only what is empty is dissolved', async () => {
    const full = await identity.system.post(identity.url('unit-b', '/dissolve'));
    expect(await full.json()).toMatchObject({ status: 409, code: 'identity.organization-has-children' });
    const peopled = await identity.system.post(identity.url('branch-b1', '/dissolve'));
    expect(await peopled.json()).toMatchObject({ status: 409, code: 'identity.organization-has-people' });
    const empty = await identity.system.post(identity.url('branch-b2', '/dissolve'));
    expect(await empty.json()).toMatchObject({ status: 'dissolved', validTo: '2026-11-23' });
    expect(await namesIn(await identity.system.get('/api/identity/organizations'))).not.toContain(
      '新名称党支部',
    );
    expect(await namesIn(await identity.system.get('/api/identity/organizations?ended=true'))).toContain(
      '新名称党支部',
    );
  });
});
