import { hash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonths, addYears, ageOn, dayOf, isoOf } from './civil-date.ts';
import { type DemoOptions, generateOrganizations } from './generate-organizations.ts';
import { generateBranches, generateMembers } from './generate-members.ts';
import { type DemoMember, stageOrder } from './member.ts';

const today = dayOf('2026-11-23');
const demonstration: DemoOptions = { seed: 'banyan', members: 12_000, today };
const membersOf = (options: DemoOptions) => [...generateMembers(options, generateOrganizations(options))];
const fingerprint = (options: DemoOptions) =>
  hash('sha256', JSON.stringify([generateOrganizations(options), membersOf(options)]));

test('the same seed and day give the same bytes, another seed or day does not', () => {
  const options = { ...demonstration, members: 1_500 };
  expect(fingerprint(options)).toBe(fingerprint({ ...options }));
  expect(fingerprint({ ...options, seed: 'other' })).not.toBe(fingerprint(options));
  expect(fingerprint({ ...options, today: today + 1 })).not.toBe(fingerprint(options));
});

test('ids stay the same on every day', () => {
  const ids = (day: number) => membersOf({ ...demonstration, members: 600, today: day }).map(({ id }) => id);
  expect(ids(today + 40)).toEqual(ids(today));
});

describe('the demonstration group', () => {
  const members = membersOf(demonstration);

  test('has 12,000 people, each with an id, a code, an identity number and a telephone of their own', () => {
    for (const key of ['id', 'code', 'idNumber'] as const) {
      expect(new Set(members.map((member) => member[key])).size).toBe(12_000);
    }
    const phones = members.flatMap(({ phone }) => phone ?? []);
    expect(new Set(phones).size).toBe(phones.length);
  });

  test('has ids of the shape of uuidv7 that rise', () => {
    expect(members[0]?.id).toMatch(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    expect(members.every(({ id }, index) => index === 0 || id > (members[index - 1]?.id ?? ''))).toBe(true);
  });

  test('has every stage and every membership state, and gaps that are few', () => {
    expect(new Set(members.map(({ stage }) => stage)).size).toBe(5);
    expect(new Set(members.map(({ state }) => state)).size).toBe(6);
    for (const key of ['phone', 'address', 'education', 'nativePlace'] as const) {
      const missing = members.filter((member) => member[key] === null).length;
      expect(missing, key).toBeGreaterThan(10);
      expect(missing, key).toBeLessThan(600);
    }
    const overdue = members.filter(
      ({ stage, probationEndsOn }) => stage === 'probationary' && (probationEndsOn ?? today) < today,
    );
    expect(overdue.length).toBeGreaterThan(0);
  });

  test('gives a secretary to every branch that has a full member', () => {
    for (const { members: people, secretary, branch } of generateBranches(
      demonstration,
      generateOrganizations(demonstration),
    )) {
      const electable = people.some(({ stage, state }) => stage === 'full' && state === 'active');
      expect(secretary !== null, branch.organization.name).toBe(electable);
    }
  });

  test('shows the branch of the pictures as they do', () => {
    const branch = [...generateBranches(demonstration, generateOrganizations(demonstration))].find(
      (one) => one.branch.showcase,
    );
    const people = branch?.members ?? [];
    const count = (stage: string) => people.filter((member) => member.stage === stage).length;
    expect([count('full'), count('probationary'), count('candidate'), count('activist')]).toEqual([
      39, 2, 1, 2,
    ]);
    const wenbo = people.find(({ name }) => name === '李文博');
    expect(wenbo).toMatchObject({
      stage: 'probationary',
      born: dayOf('1994-05-12'),
      joinedOn: dayOf('2025-11-25'),
    });
    expect(wenbo?.introducers.map(({ name }) => name)).toEqual(['赵建国', '孙海燕']);
    expect(people[branch?.secretary ?? -1]?.name).toBe('林志强');
  });
});

const someGroup = fc.record({
  seed: fc.string(),
  members: fc.integer({ min: 200, max: 700 }),
  today: fc.integer({ min: dayOf('2026-01-01'), max: dayOf('2032-12-31') }),
});

describe('whatever the seed, size and day', () => {
  test('every date of admission keeps the rules', () => {
    forEachMember((member, { today: day }) => expectLegalStages(member, day));
  });

  test('identity numbers agree with birth date and sex', () => {
    forEachMember(({ idNumber, born, sex }) => {
      expect(idNumber.slice(6, 14)).toBe(isoOf(born).replaceAll('-', ''));
      expect(Number(idNumber[16]) % 2).toBe(sex === 'male' ? 1 : 0);
    });
  });

  test('introducers and cultivators are two and one or two, full members at that time', () => {
    fc.assert(
      fc.property(someGroup, (options) => {
        const members = membersOf(options);
        const byId = new Map(members.map((member) => [member.id, member]));
        for (const member of members) {
          expect(member.introducers).toHaveLength(member.candidateOn === null ? 0 : 2);
          expect([1, 2].includes(member.cultivators.length)).toBe(member.activistOn !== null);
          for (const { memberId: id } of member.introducers) {
            const introducer = id === null ? null : byId.get(id);
            if (introducer) expect(introducer.fullOn).toBeLessThanOrEqual(member.candidateOn ?? 0);
          }
        }
      }),
      { numRuns: 12 },
    );
  });

  test('each entry of a history goes on from the one before', () => {
    forEachMember((member) => {
      const known = new Map<string, string | null>();
      for (const { field, from, to } of member.history.flatMap(({ changes }) => changes)) {
        if (known.has(field)) expect(from, `${member.name} ${field}`).toBe(known.get(field));
        known.set(field, to);
      }
    });
  });

  test('a history begins with the record, goes forward, and ends in what the record says', () => {
    forEachMember((member, { today: day }) => {
      const [first, ...later] = member.history;
      expect(first?.action).toBe('admitted');
      let at = (first?.on ?? 0) * 1440 + (first?.minute ?? 0);
      for (const step of later) {
        const next = step.on * 1440 + step.minute;
        expect(next).toBeGreaterThanOrEqual(at);
        at = next;
      }
      expect(at).toBeLessThan(day * 1440);
      const lastOf = (field: string) =>
        member.history.flatMap(({ changes }) => changes).findLast((change) => change.field === field)?.to;
      expect(lastOf('stage')).toBe(member.stage);
      expect(lastOf('state') ?? 'active').toBe(member.state);
    });
  });
});

function forEachMember(check: (member: DemoMember, options: DemoOptions) => void): void {
  fc.assert(
    fc.property(someGroup, (options) => {
      for (const member of membersOf(options)) check(member, options);
    }),
    { numRuns: 12 },
  );
}

/** Rules applicant-min-age, first-talk-deadline, cultivation-min, candidate-min-interval, probation-length, probation-extension. */
function expectLegalStages(member: DemoMember, day: number): void {
  const { born, appliedOn, talkedOn, activistOn, candidateOn, joinedOn, probationEndsOn, fullOn, stage } =
    member;
  const steps = [appliedOn, activistOn, candidateOn, joinedOn, fullOn];
  expect(steps.findIndex((on) => on === null)).toBe(stage === 'full' ? -1 : stageOrder.indexOf(stage) + 1);
  expect(ageOn(born, appliedOn)).toBeGreaterThanOrEqual(18);
  if (talkedOn !== null) expect(talkedOn).toBeLessThanOrEqual(addMonths(appliedOn, 1));
  if (activistOn !== null) expect(activistOn).toBeGreaterThan(appliedOn);
  if (activistOn !== null && candidateOn !== null)
    expect(candidateOn).toBeGreaterThanOrEqual(addYears(activistOn, 1));
  // Publication of five working days, training and a written review come between.
  if (candidateOn !== null && joinedOn !== null) expect(joinedOn).toBeGreaterThanOrEqual(candidateOn + 14);
  if (joinedOn !== null) {
    const months = probationEndsOn === addMonths(joinedOn, 12) ? 12 : 18;
    expect(probationEndsOn).toBeGreaterThanOrEqual(addMonths(joinedOn, months));
    expect(probationEndsOn).toBeLessThanOrEqual(addMonths(joinedOn, 24));
  }
  if (fullOn !== null) expect(fullOn).toBe(probationEndsOn);
  for (const on of steps)
    if (on !== null) expect(on).toBeLessThanOrEqual(stage === 'probationary' ? day + 2 : day);
}
