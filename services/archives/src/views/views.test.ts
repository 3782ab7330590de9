import { bodyOf } from '@banyan/test-kit/body-of';
import { duringTests } from '@banyan/test-kit/during-tests';
import type { TestActor } from '@banyan/test-kit/service';
import { describe, expect, test } from 'vitest';
import { createArchives, match, problem } from '../testing/archives-under-test.ts';
import type { ViewAnswer } from './routes.ts';

const path = '/api/archives/views';
const list = 'archives.members';
const archives = duringTests(createArchives);

const settler = (node: string): Promise<TestActor> =>
  archives.actor([
    { permissions: ['archives.member.read', 'archives.setting.update'], mode: 'subtree', nodes: [node] },
  ]);
const reader = (node: string): Promise<TestActor> =>
  archives.actor([{ permissions: ['archives.member.read'], mode: 'subtree', nodes: [node] }]);

async function save(who: TestActor, values: Record<string, unknown> = {}): Promise<ViewAnswer> {
  const body = {
    list,
    name: '预备党员',
    filters: { stage: 'probationary' },
    sort: '-joinedOn',
    columns: null,
    ...values,
  };
  return bodyOf<ViewAnswer>(who.post(path, body), 201);
}

async function namesOf(who: TestActor, query = ''): Promise<string[]> {
  const { items } = (await (await who.get(`${path}?list=${list}${query}`)).json()) as { items: ViewAnswer[] };
  return items.map(({ name }) => name);
}

describe('a personal view', () => {
  test('keeps filters, sort and columns for its person alone, whatever the reach of others', async () => {
    const officer = await reader('unit-a');
    const columns = { order: ['name', 'stage', 'custom.shift'], hidden: ['stage'] };
    const view = await save(officer, { columns });
    expect(view).toMatchObject({
      filters: { stage: 'probationary' },
      sort: '-joinedOn',
      columns,
      abilities: ['update', 'remove'],
    });
    expect(await namesOf(officer)).toEqual(['预备党员']);
    const above = await settler('group');
    expect(await namesOf(above)).toEqual([]);
    expect((await above.patch(`${path}/${view.id}`, { name: '我的' }, match(1))).status).toBe(404);
    expect((await above.request('DELETE', `${path}/${view.id}`)).status).toBe(404);
  });

  test('is renamed and overwritten on the version that was read', async () => {
    const officer = await reader('unit-a');
    const { id } = await save(officer);
    const renamed = await officer.patch(
      `${path}/${id}`,
      { name: '今年转正', filters: { stage: 'full' } },
      match(1),
    );
    expect(await renamed.json()).toMatchObject({
      name: '今年转正',
      filters: { stage: 'full' },
      sort: '-joinedOn',
      version: 2,
    });
    const stale = await officer.patch(`${path}/${id}`, { name: '旧' }, match(1));
    expect([stale.status, (await problem(stale)).current]).toMatchObject([412, { name: '今年转正' }]);
    expect((await officer.patch(`${path}/${id}`, { name: '旧' })).status).toBe(428);
  });

  test('that was removed comes back as it was', async () => {
    const officer = await reader('unit-a');
    const { id } = await save(officer);
    expect((await officer.request('DELETE', `${path}/${id}`)).status).toBe(204);
    expect(await namesOf(officer)).toEqual([]);
    expect((await officer.patch(`${path}/${id}`, { name: '无' }, match(1))).status).toBe(404);
    expect(await (await officer.post(`${path}/${id}/restore`)).json()).toMatchObject({
      id,
      name: '预备党员',
    });
    expect(await namesOf(officer)).toEqual(['预备党员']);
  });

  test('stands where its person puts it, and one opens first', async () => {
    const officer = await reader('unit-a');
    const [a, b, c] = [
      await save(officer, { name: '甲' }),
      await save(officer, { name: '乙' }),
      await save(officer, { name: '丙' }),
    ];
    const preferences = { list, defaultViewId: b.id, ordered: [c.id, a.id] };
    expect(
      (await officer.request('PUT', '/api/archives/view-preferences', { body: preferences })).status,
    ).toBe(200);
    expect(await namesOf(officer)).toEqual(['丙', '甲', '乙']);
    const { items } = (await (await officer.get(`${path}?list=${list}`)).json()) as { items: ViewAnswer[] };
    expect(items.filter(({ isDefault }) => isDefault).map(({ id }) => id)).toEqual([b.id]);
  });

  test.each([
    [{ name: '' }, 'name'],
    [{ filters: { q: 'x'.repeat(201) } }, 'filters.q'],
    [{ filters: { '<b>': 'x' } }, 'filters.<b>'],
    [{ sort: 'drop table' }, 'sort'],
    [{ rows: [] }, 'rows'],
  ])('%j is refused', async (values, field) => {
    const body = { list, name: '甲', filters: {}, sort: null, columns: null, ...values };
    const response = await (await reader('unit-a')).post(path, body);
    expect([response.status, (await problem(response)).errors?.[0]?.field]).toEqual([400, field]);
  });
});

describe('a shared view', () => {
  test('is offered to its organization and all below, and to nobody beside', async () => {
    const view = await save(await settler('unit-a'), {
      name: '全厂',
      organizationId: archives.node('unit-a').id,
    });
    expect(view).toMatchObject({
      organizationId: archives.node('unit-a').id,
      abilities: ['update', 'share', 'remove'],
    });
    for (const node of ['unit-a', 'general-a', 'branch-a1'])
      expect(await namesOf(await reader(node))).toContain('全厂');
    const group = await settler('group');
    expect(await namesOf(group)).not.toContain('全厂');
    expect(await namesOf(group, `&node=${archives.node('branch-a1').id}`)).toContain('全厂');
    const beside = await settler('unit-b');
    expect(await namesOf(beside)).not.toContain('全厂');
    expect(await namesOf(beside, `&node=${archives.node('branch-a1').id}`)).not.toContain('全厂');
    expect((await beside.patch(`${path}/${view.id}`, { name: '无' }, match(1))).status).toBe(404);
    const below = await settler('branch-a1');
    expect((await below.patch(`${path}/${view.id}`, { name: '无' }, match(1))).status).toBe(403);
    expect((await below.request('DELETE', `${path}/${view.id}`)).status).toBe(403);
    expect((await group.patch(`${path}/${view.id}`, { name: '全厂党员' }, match(1))).status).toBe(200);
  });

  test('needs the permission for settings there', async () => {
    const share = async (who: TestActor, node: string) => {
      const body = {
        list,
        name: '共享',
        filters: {},
        sort: null,
        columns: null,
        organizationId: archives.node(node).id,
      };
      return (await who.post(path, body)).status;
    };
    expect(await share(await reader('unit-a'), 'unit-a')).toBe(403);
    expect(await share(await settler('branch-a1'), 'unit-a')).toBe(404);
    expect(await share(await settler('unit-a'), 'branch-b1')).toBe(404);
    expect(await share(await settler('unit-a'), 'branch-a1')).toBe(201);
  });

  test('is shared later and taken back, each on the audit trail', async () => {
    const owner = await settler('unit-a');
    const { id } = await save(owner, { name: '待共享' });
    const below = await reader('branch-a3');
    await archives.facts();
    const organizationId = archives.node('unit-a').id;
    expect((await owner.patch(`${path}/${id}`, { organizationId }, match(1))).status).toBe(200);
    expect(await namesOf(below)).toContain('待共享');
    expect((await owner.patch(`${path}/${id}`, { organizationId: null }, match(2))).status).toBe(200);
    expect(await namesOf(below)).not.toContain('待共享');
    expect(await namesOf(owner)).toContain('待共享');
    const audits = (await archives.facts()).map(({ data }) => data);
    expect(audits).toMatchObject(
      Array.from({ length: 2 }, () => ({ action: 'archives.view.update', organizationId })),
    );
  });

  test('shows each reader only the own people, and of a node out of sight nothing', async () => {
    await archives.admit('branch-b1', { name: '别处的人' });
    const owner = await settler('group');
    const filters = { organizationId: archives.node('unit-b').id };
    await save(owner, { name: '乙单位', filters, organizationId: archives.node('group').id });
    const secretary = await reader('branch-a1');
    const { items } = (await (await secretary.get(`${path}?list=${list}`)).json()) as { items: ViewAnswer[] };
    const view = items.find(({ name }) => name === '乙单位');
    expect(JSON.stringify(view)).not.toContain(archives.node('unit-b').name);
    const query = new URLSearchParams(view?.filters).toString();
    expect(await (await secretary.get(`/api/archives/members?${query}`)).json()).toMatchObject({
      items: [],
      total: 0,
    });
  });
});
