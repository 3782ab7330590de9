import { addYears, type Day, dayOf, workdayFrom } from './civil-date.ts';
import { branchSizes } from './branch-sizes.ts';
import { chineseNumeral } from './chinese-numeral.ts';
import { groupSize, type GroupSize } from './group-size.ts';
import type { DemoBranch, DemoOrganization, DemoTree, OrganizationType } from './organization.ts';
import { inventedCreditCode } from './credit-code.ts';
import { createDraw, type Draw } from './random.ts';
import { stableId } from './stable-id.ts';
import { profileOf, teamNames } from './team-names.ts';
import { treeShape, type UnitShape } from './tree-shape.ts';

export interface DemoOptions {
  readonly seed: string;
  readonly members: number;
  readonly today: Day;
}

type Seat = Omit<DemoBranch, 'members' | 'index' | 'firstMember' | 'sections'>;
type NewNode = Pick<DemoOrganization, 'type' | 'name' | 'shortName' | 'code'> & {
  at?: readonly [number, number];
  nature?: string;
};

export const groupName = '示范油田公司';
const streets = ['石油路', '钻塔路', '先锋路', '创业路', '团结路', '井场路', '友谊路', '胡杨路'];

/** The whole tree of the group. 10,000 nodes are small enough to be held; members never are. */
export function generateOrganizations(options: DemoOptions): DemoTree {
  const size = groupSize(options.members);
  const add = nodeWriter(options);
  const group = add(null, {
    type: 'group',
    name: `${groupName}党委`,
    shortName: groupName,
    code: 'SF',
    nature: '企业',
    at: [85.9, 45.3],
  });
  const seats = treeShape(options.seed, size).flatMap((shape) => addUnit(add, group, shape));
  const sizes = branchSizes(
    options.seed,
    size,
    seats.map((seat) => ({ ...seat, joint: seat.organization.type === 'joint-branch' })),
  );
  const sections = sectionCounts(options.seed, size, seats, sizes);
  let firstMember = 0;
  const branches = seats.map((seat, index): DemoBranch => {
    const branch = {
      ...seat,
      index,
      firstMember,
      members: sizes[index] ?? 0,
      sections: addSections(add, seat, sections[index] ?? 0),
    };
    firstMember += branch.members;
    return branch;
  });
  return { organizations: add.written, branches };
}

function addUnit(add: NodeWriter, group: DemoOrganization, shape: UnitShape): Seat[] {
  const { name, kind, index } = shape;
  const code = `SF${String(index + 1).padStart(2, '0')}`;
  const at = [
    85.9 + 0.13 * Math.sqrt(index) * Math.cos(2.4 * index),
    45.3 + 0.1 * Math.sqrt(index) * Math.sin(2.4 * index),
  ] as const;
  const unit = add(group, {
    type: 'committee',
    name: `${name}党委`,
    shortName: name,
    code,
    at,
    nature: kind === 'hospital' ? '事业单位' : '企业',
  });
  const names = teamNames(kind, index);
  const seats: Seat[] = [];
  const seat = (parent: DemoOrganization, type: 'branch' | 'joint-branch', team: string) => {
    const suffix = type === 'branch' ? '党支部' : '联合党支部';
    const branch = {
      type,
      name: `${name}${team}${suffix}`,
      shortName: team,
      code: `${code}B${String(seats.length + 1).padStart(4, '0')}`,
    };
    const showcase = branch.name === '采油一厂采油一队党支部';
    seats.push({ organization: add(parent, branch), unit, kind, profile: profileOf(kind, team), showcase });
  };
  shape.areas.forEach((count, place) => {
    const area = names.area();
    const areaCode = `${code}Z${String(place + 1).padStart(2, '0')}`;
    const general = add(unit, {
      type: 'general-branch',
      name: `${name}${area}党总支`,
      shortName: area,
      code: areaCode,
    });
    for (let i = 0; i < count; i += 1) seat(general, 'branch', names.team());
  });
  const direct = shape.areas.length === 0 ? splitDirect(shape.direct) : { teams: 0, staff: shape.direct };
  for (let i = 0; i < direct.teams; i += 1) seat(unit, 'branch', names.team());
  for (let i = 0; i < direct.staff; i += 1) seat(unit, 'branch', names.direct());
  for (let i = 0; i < shape.joint; i += 1) seat(unit, 'joint-branch', names.remote());
  return seats;
}

/** A unit without general branches still has teams besides its offices. */
function splitDirect(count: number): { teams: number; staff: number } {
  const teams = Math.ceil(count * 0.7);
  return { teams, staff: count - teams };
}

/** Larger branches have groups; exactly as many in all as the size says. */
function sectionCounts(
  seed: string,
  size: GroupSize,
  seats: readonly Seat[],
  sizes: readonly number[],
): number[] {
  const draw = createDraw(seed, 'sections');
  const counts = seats.map((seat): number => (seat.showcase ? 3 : 0));
  const pinned = size.sections - counts.reduce((a, b) => a + b, 0);
  let left = Math.max(0, pinned);
  const isLarge = size.units > 50;
  const order = seats
    .map((seat, index) => ({ index, key: draw.int(0, 1_000_000), seat }))
    .sort((a, b) => a.key - b.key);
  const fitting = order.filter(({ index, seat }) => {
    const inMeasuredUnit = isLarge && seat.unit.shortName === '采油一厂';
    return (
      !seat.showcase && !inMeasuredUnit && seat.organization.type === 'branch' && (sizes[index] ?? 0) >= 18
    );
  });
  for (const { index } of fitting) {
    if (left === 0) break;
    counts[index] = left <= 3 ? left : Math.min(left - 2, draw.int(2, 3));
    left -= counts[index] ?? 0;
  }
  return counts;
}

function addSections(add: NodeWriter, seat: Seat, count: number): DemoOrganization[] {
  return Array.from({ length: count }, (_, index) => {
    const shortName = `第${chineseNumeral(index + 1)}党小组`;
    const base = seat.organization;
    return add(base, {
      type: 'section',
      name: `${base.name}${shortName}`,
      shortName,
      code: `${base.code}-${index + 1}`,
    });
  });
}

interface NodeWriter {
  (parent: DemoOrganization | null, node: NewNode): DemoOrganization;
  readonly written: readonly DemoOrganization[];
}

function nodeWriter({ seed, today }: DemoOptions): NodeWriter {
  const draw = createDraw(seed, 'organizations');
  const written: DemoOrganization[] = [];
  const children = new Map<string | null, number>();
  const add = (parent: DemoOrganization | null, node: NewNode): DemoOrganization => {
    const sort = (children.get(parent?.id ?? null) ?? 0) + 1;
    children.set(parent?.id ?? null, sort);
    const [longitude, latitude] = node.at ?? beside(draw, parent);
    const isLegalPerson = node.type === 'group' || node.type === 'committee';
    const { at: _at, nature, ...named } = node;
    const organization: DemoOrganization = {
      ...named,
      id: stableId(seed, 'organization', written.length),
      parentId: parent?.id ?? null,
      number: written.length + 1,
      path: `${parent?.path ?? '/'}${(written.length + 1).toString(36)}/`,
      sort,
      ...terms(draw, node.type, today, parent),
      creditCode: isLegalPerson ? inventedCreditCode(written.length) : null,
      nature: nature ?? null,
      longitude: round(longitude),
      latitude: round(latitude),
      address: `示范市示范区${draw.pick(streets)}${draw.int(1, 260)}号`,
    };
    written.push(organization);
    return organization;
  };
  return Object.assign(add, { written });
}

function beside(draw: Draw, parent: DemoOrganization | null): readonly [number, number] {
  return [
    (parent?.longitude ?? 85.9) + draw.int(-400, 400) / 10_000,
    (parent?.latitude ?? 45.3) + draw.int(-300, 300) / 10_000,
  ];
}

function round(degrees: number): number {
  return Math.round(degrees * 1_000_000) / 1_000_000;
}

/** Terms of 5 and 3 years (rules term-committee, term-branch); about one in twenty has run out and waits for its election. */
function terms(draw: Draw, type: OrganizationType, today: Day, parent: DemoOrganization | null) {
  const youngest = today - 400;
  const oldest = Math.max(parent?.establishedOn ?? dayOf('1958-07-01'), dayOf('1958-07-01'));
  const establishedOn =
    type === 'group'
      ? dayOf('1958-07-01')
      : Math.min(...[1, 2, 3].map(() => draw.int(Math.min(oldest, youngest), youngest)));
  const years = type === 'group' || type === 'committee' ? 5 : 3;
  const daysSinceElection = type === 'section' ? 0 : draw.int(20, Math.round(years * 365 * 1.05));
  const elected = Math.max(establishedOn, workdayFrom(today - daysSinceElection));
  return { establishedOn, termEndsOn: type === 'section' ? null : addYears(elected, years) - 1 };
}
