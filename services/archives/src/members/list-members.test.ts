import { subtreeRange } from '@banyan/service-kit/scope';
import type { TestActor } from '@banyan/test-kit/service';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type ArchivesUnderTest,
  createArchives,
  everything,
  path,
  problem,
} from '../../test/archives-under-test.ts';
import { drawRoster, plantRoster, type Someone } from '../../test/roster.ts';
import { foldMemberCounts } from './count-members.ts';
import type { MemberItem } from './member-views.ts';
import { searchKeys } from './name-keys.ts';

interface List {
  readonly items: MemberItem[];
  readonly total: number;
  readonly totalIsExact: boolean;
  readonly next: string | null;
}

let archives: ArchivesUnderTest;
let people: Someone[];
const paths = new Map<string, string>();

/** Beside the sketch a unit of so many branches that a scope over it is wide without being the whole tree. */
async function plantWideUnit(): Promise<void> {
  const unit = {
    id: uuidv7(),
    parent_id: archives.node('group').id,
    path: '/1/w/',
    type: 'committee',
    name: 'unit-w',
  };
  const branches = Array.from({ length: 1_050 }, (_, index) => ({
    id: uuidv7(),
    parent_id: unit.id,
    path: `/1/w/${index}/`,
    type: 'branch',
    name: `branch-w${index}`,
  }));
  for (const node of [unit, ...branches]) paths.set(node.id, node.path);
  const rows = [unit, ...branches].map((node) => ({ ...node, code: node.path, short_name: node.name }));
  await archives.owner`insert into organizations ${archives.owner(rows)}`;
  await archives.kit.reloadTree();
}

beforeAll(async () => {
  archives = await createArchives();
  await plantWideUnit();
  for (const node of archives.kit.tree().nodes()) paths.set(node.id, node.path);
  const wide = [...paths.keys()].filter(
    (id) => paths.get(id)?.startsWith('/1/w/') && paths.get(id) !== '/1/w/',
  );
  const few = ['branch-a1', 'branch-a2', 'branch-a3', 'branch-b1'].map((name) => archives.node(name).id);
  people = [...drawRoster(few, 240, 1), ...drawRoster(wide, 160, 2)];
  await plantRoster(archives.owner, people);
});
afterAll(() => archives.close());

const key = (person: Someone) => person.joinedOn ?? '';
const orders: Record<string, (a: Someone, b: Someone) => number> = {
  '-joinedOn': (a, b) => compare(key(b), key(a)) || compare(b.id, a.id),
  joinedOn: (a, b) => compare(key(a), key(b)) || compare(a.id, b.id),
  name: (a, b) => compare(searchKeys(a.name).pinyin, searchKeys(b.name).pinyin) || compare(a.id, b.id),
  '-name': (a, b) => compare(searchKeys(b.name).pinyin, searchKeys(a.name).pinyin) || compare(b.id, a.id),
};
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function finds(q: string, { name }: Someone): boolean {
  const keys = searchKeys(name);
  const texts = /^[a-z]+$/.test(q) ? [keys.pinyin, keys.givenPinyin, keys.initials] : [name, keys.givenName];
  return texts.some((text) => text.startsWith(q));
}

async function list(actor: TestActor, query: Record<string, string | number>): Promise<List> {
  const response = await actor.get(`${path}?${new URLSearchParams(query as Record<string, string>)}`);
  if (response.status !== 200) throw new Error(await response.text());
  return (await response.json()) as List;
}

const scopes: [string, Parameters<ArchivesUnderTest['actor']>[0], (path: string) => boolean][] = [
  ['the whole group', [{ permissions: everything, mode: 'subtree', nodes: ['group'] }], () => true],
  ['a unit', [{ permissions: everything, mode: 'subtree', nodes: ['unit-a'] }], (p) => isBelow(p, 'unit-a')],
  [
    'a branch',
    [{ permissions: everything, mode: 'node', nodes: ['branch-a1'] }],
    (p) => isBelow(p, 'branch-a1'),
  ],
  [
    'two branches of different units',
    [{ permissions: everything, mode: 'nodes', nodes: ['branch-a3', 'branch-b1'] }],
    (p) => isBelow(p, 'branch-a3') || isBelow(p, 'branch-b1'),
  ],
  [
    'a unit alone, without what lies below it',
    [{ permissions: everything, mode: 'node', nodes: ['unit-a'] }],
    () => false,
  ],
];

function isBelow(of: string, name: string): boolean {
  return of.startsWith(archives.node(name).path);
}

/** A wide scope cannot be named in the sketch: the whole group, seen as the wide unit. */
function wideNode(): string {
  return [...paths].find(([, at]) => at === '/1/w/')?.[0] as string;
}

const filters = [
  {},
  { stage: 'full' },
  { state: 'active' },
  { state: 'left' },
  { stage: 'applicant', state: 'deceased' },
];
const searches = ['王', '建国', '艾尔肯·买', 'w', 'wangjian', 'na', 'oyn', 'nobody', '张'];

/** Every sort with every filter, and searches, against a filter over everybody. */
async function expectAgreement(actor: TestActor, visible: readonly Someone[], node?: string): Promise<void> {
  const narrowed = node === undefined ? {} : { node };
  const listed = Object.keys(orders).flatMap((sort) =>
    filters.map((filter, index) => ({ sort, filter, page: 1 + (index % 2) })),
  );
  const lists = listed.map(async ({ sort, filter, page }) => {
    const expected = visible
      .filter((person) =>
        Object.entries(filter).every(([field, value]) => person[field as 'stage'] === value),
      )
      .toSorted(orders[sort]);
    const found = await list(actor, { ...narrowed, ...filter, sort, page, pageSize: 5 });
    expect(found.items.map(({ id }) => id)).toEqual(
      expected.slice((page - 1) * 5, page * 5).map(({ id }) => id),
    );
    expect([found.total, found.totalIsExact]).toEqual([expected.length, true]);
  });
  const found = searches.map(async (q) => {
    const expected = visible.filter((person) => finds(q, person)).toSorted(orders['-joinedOn']);
    const matches = await list(actor, { ...narrowed, q, pageSize: 100 });
    expect(matches.items.map(({ id }) => id)).toEqual(expected.slice(0, 100).map(({ id }) => id));
    expect(matches.total).toBe(expected.length);
  });
  await Promise.all([...lists, ...found]);
}

describe('lists, filters, totals and search agree with a filter over everybody', () => {
  test.each(scopes)('in the scope of %s', async (_, grants, inScope) => {
    const actor = await archives.actor(grants);
    await expectAgreement(
      actor,
      people.filter(({ organizationId }) => inScope(paths.get(organizationId) as string)),
    );
  });

  test('in a wide scope', async () => {
    const actor = await archives.officer('group');
    const below = people.filter(({ organizationId }) => paths.get(organizationId)?.startsWith('/1/w/'));
    await expectAgreement(actor, below, wideNode());
  });

  test.each(['2020-01-27', '2020-01-12', '-infinity', '2030-01-01'])(
    'with people called recent since %s',
    async (since) => {
      archives.recent.since = since;
      for (const name of ['group', 'unit-a', 'branch-a1']) {
        const visible = people.filter(({ organizationId }) =>
          isBelow(paths.get(organizationId) as string, name),
        );
        await expectAgreement(await archives.officer(name), visible);
      }
      archives.recent.since = null;
    },
  );

  test('after the counts were folded', async () => {
    await foldMemberCounts(archives.kit);
    const [left] = await archives.owner`select count(*)::int as count from member_count_deltas`;
    expect(left).toEqual({ count: 0 });
    await expectAgreement(await archives.officer('group'), people);
    const unit = people.filter(({ organizationId }) =>
      isBelow(paths.get(organizationId) as string, 'unit-a'),
    );
    await expectAgreement(await archives.officer('unit-a'), unit);
  });
});

describe('places in a list', () => {
  test.each(['-joinedOn', 'joinedOn', 'name', '-name'])(
    'following the cursor of %s meets everybody once',
    async (sort) => {
      const officer = await archives.officer('unit-a');
      const met: string[] = [];
      let after: string | null = null;
      do {
        const found: List = await list(officer, { sort, pageSize: 37, ...(after === null ? {} : { after }) });
        met.push(...found.items.map(({ id }) => id));
        after = found.next;
      } while (after !== null);
      const visible = people.filter(({ organizationId }) =>
        isBelow(paths.get(organizationId) as string, 'unit-a'),
      );
      expect(met).toEqual(visible.toSorted(orders[sort]).map(({ id }) => id));
    },
  );

  test('search goes on from a cursor too', async () => {
    const officer = await archives.officer('unit-a');
    const first = await list(officer, { q: 'wang', pageSize: 5 });
    const second = await list(officer, { q: 'wang', pageSize: 5, after: first.next as string });
    const both = await list(officer, { q: 'wang', pageSize: 10 });
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(both.items.map(({ id }) => id));
    expect(second.total).toBe(both.total);
  });

  test.each([
    [{ page: '0' }, 'page'],
    [{ pageSize: '101' }, 'pageSize'],
    [{ page: '101', pageSize: '100' }, 'page'],
    [{ sort: 'phone' }, 'sort'],
    [{ stage: 'none' }, 'stage'],
    [{ node: 'x' }, 'node'],
    [{ after: 'nonsense' }, 'after'],
  ])('%j is refused', async (query, field) => {
    const officer = await archives.officer('unit-a');
    const response = await officer.get(`${path}?${new URLSearchParams(query as never)}`);
    expect(response.status).toBe(400);
    expect((await problem(response)).errors?.[0]?.field).toBe(field);
  });
});

describe('seeing as a node', () => {
  test('narrows to the node and never widens', async () => {
    const officer = await archives.officer('unit-a');
    const branch = await list(officer, { organizationId: archives.node('branch-a1').id });
    expect(branch.total).toBe(
      people.filter(({ organizationId }) => organizationId === archives.node('branch-a1').id).length,
    );
    expect((await list(officer, { node: archives.node('group').id })).total).toBe(
      (await list(officer, {})).total,
    );
    expect(await list(officer, { node: archives.node('unit-b').id })).toMatchObject({ items: [], total: 0 });
    expect(await list(officer, { organizationId: uuidv7() })).toMatchObject({ items: [], total: 0 });
  });

  test('without the permission it is refused', async () => {
    const nobody = await archives.actor([]);
    expect((await nobody.get(path)).status).toBe(403);
  });
});

describe('my own record', () => {
  const self = { permissions: ['archives.member.read'], mode: 'self' } as const;

  test('is all that a grant for oneself shows', async () => {
    const me = people.find(({ stage }) => stage === 'full') as Someone;
    const actor = await archives.actor([self], me.id);
    const found = await list(actor, {});
    expect([found.items.map(({ id }) => id), found.total]).toEqual([[me.id], 1]);
    expect((await list(actor, { stage: 'applicant' })).total).toBe(0);
    expect((await list(actor, { q: me.name })).total).toBe(1);
    expect((await actor.get(`${path}/${me.id}`)).status).toBe(200);
    const other = people.find(
      ({ organizationId, id }) => organizationId === me.organizationId && id !== me.id,
    );
    expect((await actor.get(`${path}/${other?.id}`)).status).toBe(404);
  });

  test('is added to a scope that does not hold it, and not counted twice in one that does', async () => {
    const [unitA, unitB] = ['unit-a', 'unit-b'].map((name) => ({
      permissions: ['archives.member.read'],
      mode: 'subtree' as const,
      nodes: [name],
    }));
    const mine = people.find(
      ({ organizationId }) => organizationId === archives.node('branch-b1').id,
    ) as Someone;
    const visible = (name: string) =>
      people.filter(
        ({ id, organizationId }) => id === mine.id || isBelow(paths.get(organizationId) as string, name),
      );
    await expectAgreement(await archives.actor([self, unitA as never], mine.id), visible('unit-a'));
    await expectAgreement(await archives.actor([self, unitB as never], mine.id), visible('unit-b'));
  });
});

describe('totals', () => {
  test('are right between a change of the tree and the next fold, and after it', async () => {
    const officer = await archives.officer('group');
    const total = async (name: string) => (await list(officer, { node: archives.node(name).id })).total;
    const [a, b, moving] = [await total('unit-a'), await total('unit-b'), await total('general-a')];
    const [from, to] = [archives.node('general-a').path, `${archives.node('unit-b').path}moved/`];
    const { low, high } = subtreeRange(from);
    await archives.owner`
      update organizations set path = ${to} || substr(path, ${from.length + 1}) where path >= ${low} and path < ${high}`;
    await archives.kit.reloadTree();
    expect([await total('unit-a'), await total('unit-b')]).toEqual([a - moving, b + moving]);
    await foldMemberCounts(archives.kit);
    expect([await total('unit-a'), await total('unit-b'), await total('group')]).toEqual([
      a - moving,
      b + moving,
      people.length,
    ]);
    const differences = await archives.owner`
      select 1 from (select organization_id, count(*) as n from members group by 1) counted
      full join (select * from member_counts where stage = '*' and state = '*' and own <> 0) stored using (organization_id)
      where n is distinct from own`;
    expect(differences).toHaveLength(0);
  });
});
