import { addMonths, type Day, workdayFrom } from './civil-date.ts';
import { branchCommittee } from './branch-committee.ts';
import { drawPerson, type Person } from './draw-person.ts';
import { type DemoOptions } from './generate-organizations.ts';
import { idNumberIssuer } from './id-number.ts';
import type { Acquaintance, DemoMember } from './member.ts';
import { memberHistory } from './member-history.ts';
import type { DemoBranch, DemoTree } from './organization.ts';
import { drawLife } from './person-life.ts';
import { drawFacts } from './person-facts.ts';
import { createDraw, type Draw } from './random.ts';
import { drawSponsors } from './sponsors.ts';
import { scriptedPeople, type ScriptedPerson } from './showcase.ts';
import { stableId } from './stable-id.ts';

/** All members, branch by branch; only the people of one branch are in memory at a time. */
export function* generateMembers(options: DemoOptions, tree: DemoTree): Generator<DemoMember> {
  for (const { members } of generateBranches(options, tree)) yield* members;
}

export interface FilledBranch {
  readonly branch: DemoBranch;
  readonly members: readonly DemoMember[];
  /** Index in `members` of the branch secretary. */
  readonly secretary: number | null;
}

export function* generateBranches(options: DemoOptions, tree: DemoTree): Generator<FilledBranch> {
  const issueIdNumber = idNumberIssuer();
  const scripted = scriptedPeople(tree.branches, options.today);
  for (const branch of tree.branches) {
    yield fillBranch(options, branch, scripted.get(branch.index) ?? [], issueIdNumber);
  }
}

function fillBranch(
  options: DemoOptions,
  branch: DemoBranch,
  scripts: readonly ScriptedPerson[],
  issueIdNumber: ReturnType<typeof idNumberIssuer>,
): FilledBranch {
  const draw = createDraw(options.seed, 'branch', branch.index);
  const people = Array.from({ length: branch.members }, (_, i) =>
    drawPerson(draw, branch, options.today, scripts[i] ?? null),
  );
  const posts = branchCommittee(draw, people, options.today);
  const ids = people.map((_, i) => stableId(options.seed, 'member', branch.firstMember + i));
  const members = people.map((person, i): DemoMember => {
    const index = branch.firstMember + i;
    const sponsors = drawSponsors(draw, people, i, ids);
    return completeMember(options, draw, branch, person, {
      index,
      id: ids[i] ?? '',
      ...sponsors,
      partyPost: posts.get(i) ?? null,
      idNumber: issueIdNumber(person.born, person.sex),
      phone: phoneOf(index),
    });
  });
  const secretary = members.findIndex((member) => member.partyPost === '书记');
  return { branch, members, secretary: secretary < 0 ? null : secretary };
}

interface Given {
  readonly index: number;
  readonly id: string;
  readonly introducers: readonly Acquaintance[];
  readonly cultivators: readonly Acquaintance[];
  readonly partyPost: string | null;
  readonly idNumber: string;
  readonly phone: string;
}

function completeMember(
  options: DemoOptions,
  draw: Draw,
  branch: DemoBranch,
  person: Person,
  given: Given,
): DemoMember {
  const { today } = options;
  const { script, dates, ...who } = person;
  const facts = drawFacts(draw, person.born, branch.kind, branch.profile, today);
  const [education, major, degree] = script?.education ?? [facts.education, facts.major, facts.degree];
  const verified = verifiedOn(draw, today);
  const post = script?.post ?? facts.post;
  const unit = branch.unit.shortName;
  const member: DemoMember = {
    ...facts,
    ...who,
    ...dates,
    ...given,
    education,
    major,
    degree,
    post,
    workUnit: unit,
    ...drawLife(draw, { ...who, ...facts, joinedOn: dates.joinedOn, post, unit }, today),
    code: `SF${String(given.index + 1).padStart(7, '0')}`,
    phone: draw.chance(0.015) ? null : given.phone,
    organizationId: branch.organization.id,
    sectionId: sectionOf(draw, branch, person),
    verifiedOn: person.state === 'active' ? knownSince(verified, dates.appliedOn) : null,
    account: script?.account ?? null,
    history: [],
  };
  return { ...member, history: memberHistory(draw, member, today) };
}

/** Five in six were verified in the round of last month; of the others some are a year behind and some never were. */
function verifiedOn(draw: Draw, today: Day): Day | null {
  if (draw.chance(0.84)) return workdayFrom(today - draw.int(24, 52));
  return draw.chance(0.6) ? workdayFrom(addMonths(today, -12) - draw.int(10, 60)) : null;
}

/** Nobody was verified before there was a record. */
function knownSince(day: Day | null, appliedOn: Day): Day | null {
  return day !== null && day > appliedOn ? day : null;
}

function sectionOf(draw: Draw, branch: DemoBranch, person: Person): string | null {
  const isMember = person.stage === 'full' || person.stage === 'probationary';
  if (!isMember || branch.sections.length === 0 || person.state !== 'active') return null;
  return draw.pick(branch.sections).id;
}

/** Numbers begin with 154, a range that no operator gives out. The factor has no divisor in common with 100,000,000. */
export function phoneOf(index: number): string {
  return `154${String((index * 61_803_399 + 27_182_818) % 100_000_000).padStart(8, '0')}`;
}
