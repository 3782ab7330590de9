import { bodyOf } from '@banyan/test-kit/body-of';
import type { TestActor } from '@banyan/test-kit/service';
import { v7 as uuidv7 } from 'uuid';
import { expect } from 'vitest';
import type { MemberItem } from '../members/member-views.ts';
import { searchKeys } from '../members/name-keys.ts';
import { type ArchivesUnderTest, createArchives, path } from './archives-under-test.ts';
import { drawRoster, plantRoster, type Someone } from './roster.ts';

export interface List {
  readonly items: MemberItem[];
  readonly total: number;
  readonly totalIsExact: boolean;
  readonly next: string | null;
}

/** Archives with a roster, and beside it what lists of that roster must say. */
export interface ListedArchives extends ArchivesUnderTest {
  readonly people: readonly Someone[];
  /** A unit of so many branches that a scope over it is wide without being the whole tree. */
  readonly wideUnit: string;
  isBelow(person: Someone, name: string): boolean;
  isInWideUnit(person: Someone): boolean;
}

const widePath = '/1/w/';

async function plantWideUnit(archives: ArchivesUnderTest): Promise<void> {
  const parent = archives.node('group').id;
  const unit = { id: uuidv7(), parent_id: parent, path: widePath, type: 'committee', name: 'unit-w' };
  const branches = Array.from({ length: 1_050 }, (_, index) => ({
    id: uuidv7(),
    parent_id: unit.id,
    path: `${widePath}${index}/`,
    type: 'branch',
    name: `branch-w${index}`,
  }));
  const rows = [unit, ...branches].map((node) => ({ ...node, code: node.path, short_name: node.name }));
  await archives.owner`insert into organizations ${archives.owner(rows)}`;
  await archives.kit.reloadTree();
}

export async function createListedArchives(): Promise<ListedArchives> {
  const archives = await createArchives();
  await plantWideUnit(archives);
  const paths = new Map([...archives.kit.tree().nodes()].map((node) => [node.id, node.path]));
  const pathOf = ({ organizationId }: Someone): string => paths.get(organizationId) as string;
  const wide = [...paths].filter(([, at]) => at.startsWith(widePath) && at !== widePath).map(([id]) => id);
  const few = ['branch-a1', 'branch-a2', 'branch-a3', 'branch-b1'].map((name) => archives.node(name).id);
  const people = [...drawRoster(few, 240, 1), ...drawRoster(wide, 160, 2)];
  await plantRoster(archives.owner, people);
  return {
    ...archives,
    people,
    wideUnit: [...paths].find(([, at]) => at === widePath)?.[0] as string,
    isBelow: (person, name) => pathOf(person).startsWith(archives.node(name).path),
    isInWideUnit: (person) => pathOf(person).startsWith(widePath),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
const joined = (person: Someone): string => person.joinedOn ?? '';
// Few people of the roster have a name of their own.
const known = new Map<string, ReturnType<typeof searchKeys>>();
function keysOf(name: string): ReturnType<typeof searchKeys> {
  const keys = known.get(name) ?? searchKeys(name);
  known.set(name, keys);
  return keys;
}
const pinyin = (person: Someone): string => keysOf(person.name).pinyin;

export const orders: Record<string, (a: Someone, b: Someone) => number> = {
  '-joinedOn': (a, b) => compare(joined(b), joined(a)) || compare(b.id, a.id),
  joinedOn: (a, b) => compare(joined(a), joined(b)) || compare(a.id, b.id),
  name: (a, b) => compare(pinyin(a), pinyin(b)) || compare(a.id, b.id),
  '-name': (a, b) => compare(pinyin(b), pinyin(a)) || compare(b.id, a.id),
};

function finds(q: string, { name }: Someone): boolean {
  const keys = keysOf(name);
  const texts = /^[a-z]+$/.test(q) ? [keys.pinyin, keys.givenPinyin, keys.initials] : [name, keys.givenName];
  return texts.some((text) => text.startsWith(q));
}

export async function list(actor: TestActor, query: Record<string, string | number>): Promise<List> {
  const search = new URLSearchParams(query as Record<string, string>).toString();
  return bodyOf<List>(actor.get(`${path}?${search}`));
}

export function idsOf(of: readonly { readonly id: string }[]): string[] {
  return of.map(({ id }) => id);
}

const filters = [
  {},
  { stage: 'full' },
  { state: 'active' },
  { state: 'left' },
  { stage: 'applicant', state: 'deceased' },
];
/** Filters beyond stage and state, and whom they leave. */
const factFilters: readonly (readonly [Record<string, string>, (person: Someone) => boolean])[] = [
  [{ sex: 'female' }, ({ sex }) => sex === 'female'],
  [{ ethnicity: '回族', stage: 'full' }, ({ ethnicity, stage }) => ethnicity === '回族' && stage === 'full'],
  [{ ethnicity: 'han' }, ({ ethnicity }) => ethnicity === '汉族' || ethnicity === '汉'],
  [
    { ethnicity: 'minority', state: 'active' },
    ({ ethnicity, state }) => ethnicity !== null && !ethnicity.startsWith('汉') && state === 'active',
  ],
  [
    { education: 'master', degree: 'bachelor' },
    (one) => one.education === 'master' && one.degree === 'bachelor',
  ],
  [
    { bornFrom: '1955-11-24', bornTo: '1985-11-24' },
    ({ bornOn }) => bornOn !== null && bornOn >= '1955-11-24' && bornOn <= '1985-11-24',
  ],
  [{ joinedTo: '2020-01-15' }, ({ joinedOn }) => joinedOn !== null && joinedOn <= '2020-01-15'],
  [{ joinedFrom: '2020-01-15' }, ({ joinedOn }) => joinedOn !== null && joinedOn >= '2020-01-15'],
  [{ fullFrom: '2021-11-24' }, ({ fullOn }) => fullOn !== null && fullOn >= '2021-11-24'],
  [{ fullTo: '1976-11-23' }, ({ fullOn }) => fullOn !== null && fullOn <= '1976-11-23'],
  [{ partyPost: 'secretary' }, ({ partyPost }) => partyPost === '书记'],
  [{ partyPost: 'other' }, ({ partyPost }) => partyPost === '党小组长'],
  [{ without: 'sex,joinedOn' }, ({ sex, joinedOn }) => sex === null && joinedOn === null],
  [{ without: 'bornOn', sex: 'male' }, ({ bornOn, sex }) => bornOn === null && sex === 'male'],
  [{ organizationType: 'branch' }, () => true],
  [{ organizationType: 'joint-branch' }, () => false],
];

const searches = ['王', '建国', '艾尔肯·买', 'w', 'wangjian', 'na', 'oyn', 'nobody', '张'];
const pageSize = 5;

/** Every sort with every filter, and searches, against a filter over everybody whom the actor may see. */
export async function expectAgreement(
  actor: TestActor,
  visible: readonly Someone[],
  node?: string,
): Promise<void> {
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
    const found = await list(actor, { ...narrowed, ...filter, sort, page, pageSize });
    expect(idsOf(found.items)).toEqual(idsOf(expected.slice((page - 1) * pageSize, page * pageSize)));
    expect([found.total, found.totalIsExact]).toEqual([expected.length, true]);
  });
  const facts = factFilters.map(async ([filter, passes], index) => {
    const sort = Object.keys(orders)[index % 4] as string;
    const expected = visible.filter(passes).toSorted(orders[sort]);
    const page = 1 + (index % 2);
    const first = await list(actor, { ...narrowed, ...filter, sort, page, pageSize });
    expect([filter, idsOf(first.items)]).toEqual([
      filter,
      idsOf(expected.slice((page - 1) * pageSize, page * pageSize)),
    ]);
    expect([first.total, first.totalIsExact]).toEqual([expected.length, true]);
    if (first.next === null) return;
    const second = await list(actor, { ...narrowed, ...filter, sort, pageSize, after: first.next });
    expect(idsOf(second.items)).toEqual(idsOf(expected.slice(page * pageSize, (page + 1) * pageSize)));
    const found = await list(actor, { ...narrowed, ...filter, q: '王', pageSize: 100 });
    const named = visible.filter((person) => passes(person) && finds('王', person));
    expect([found.total, found.items.length]).toEqual([named.length, Math.min(100, named.length)]);
  });
  const found = searches.map(async (q) => {
    const expected = visible.filter((person) => finds(q, person)).toSorted(orders['-joinedOn']);
    const matches = await list(actor, { ...narrowed, q, pageSize: 100 });
    expect(idsOf(matches.items)).toEqual(idsOf(expected.slice(0, 100)));
    expect(matches.total).toBe(expected.length);
  });
  await Promise.all([...lists, ...facts, ...found]);
}
