import { addMonths, addYears, ageOn, type Day } from './civil-date.ts';
import { drawName, nationalities, type Nationality } from './draw-name.ts';
import type { Sex } from './id-number.ts';
import type { LeftKind, MembershipState, Stage, StageDates } from './member.ts';
import type { DemoBranch } from './organization.ts';
import { type Draw, weighted } from './random.ts';
import { type ScriptedPerson } from './showcase.ts';
import { stageDates } from './stage-dates.ts';
import { branchNames } from './words/units.ts';

/** Who somebody is and how far they have come; what surrounds them in the branch is drawn afterwards. */
export interface Person {
  readonly sex: Sex;
  readonly ethnicity: Nationality;
  readonly name: string;
  readonly born: Day;
  readonly stage: Stage;
  readonly dates: StageDates;
  readonly state: MembershipState;
  readonly stateSince: Day | null;
  readonly lostContactOn: Day | null;
  readonly leftKind: LeftKind | null;
  readonly script: ScriptedPerson | null;
}

const workingStages = weighted<Stage>([
  ['full', 947],
  ['probationary', 12],
  ['candidate', 7],
  ['activist', 16],
  ['applicant', 18],
]);
const states = weighted<MembershipState>([
  ['active', 9490],
  ['transferred-out', 240],
  ['deceased', 60],
  ['out-of-contact', 50],
  ['suspended', 20],
  ['left', 30],
]);
const retiredStates = weighted<MembershipState>([
  ['active', 9400],
  ['transferred-out', 150],
  ['deceased', 400],
  ['out-of-contact', 40],
  ['suspended', 10],
]);
const leftKinds: readonly LeftKind[] = ['lapsed', 'persuaded-to-leave', 'expelled'];
const recordMonths = 15;

export function drawPerson(
  draw: Draw,
  branch: DemoBranch,
  today: Day,
  script: ScriptedPerson | null,
): Person {
  const retired = branch.profile === 'retired';
  const stage = script?.stage ?? (retired || branch.showcase ? 'full' : draw.weighted(workingStages));
  const sex = script?.sex ?? (draw.chance(branchNames[branch.kind].men) ? 'male' : 'female');
  const born = script?.born ?? bornOf(draw, stage, sex, retired, today);
  const ethnicity = script?.ethnicity ?? draw.weighted(nationalities);
  const dates = datesOf(draw, stage, born, today, script);
  const drawn =
    stage === 'full' && !branch.showcase ? draw.weighted(retired ? retiredStates : states) : 'active';
  const state = script?.state ?? drawn;
  return {
    sex,
    ethnicity,
    born,
    stage,
    dates,
    state,
    script,
    name: script?.name ?? drawName(draw, ethnicity, sex, born),
    ...stateFacts(draw, state, dates.fullOn ?? today, today),
  };
}

function bornOf(draw: Draw, stage: Stage, sex: Sex, retired: boolean, today: Day): Day {
  const bell = (mean: number, spread: number, low: number, high: number) =>
    Math.min(high, Math.max(low, mean + spread * draw.normal()));
  const years = retired
    ? bell(sex === 'male' ? 69 : 64, 8, sex === 'male' ? 60 : 55, 92)
    : stage === 'full'
      ? bell(41, 9, 25, sex === 'male' ? 59.9 : 54.9)
      : bell(28, 4.5, stage === 'applicant' ? 19 : 23, 44);
  return today - Math.round(years * 365.25) - draw.int(0, 30);
}

function datesOf(
  draw: Draw,
  stage: Stage,
  born: Day,
  today: Day,
  script: ScriptedPerson | null,
): Person['dates'] {
  const extended = script === null && draw.chance(0.008) ? draw.int(6, 12) : 0;
  const dates = stageDates(
    draw,
    born,
    stage,
    script?.joinedOn && stage === 'probationary'
      ? script.joinedOn
      : reachedOn(draw, stage, born, today, script),
    extended,
  );
  const exact = script?.joinedOn;
  const joined =
    exact === undefined
      ? {}
      : {
          joinedOn: exact,
          probationEndsOn: addYears(exact, 1),
          fullOn: stage === 'full' ? addYears(exact, 1) : null,
        };
  const talkMissing = stage === 'applicant' && draw.chance(0.12);
  return { ...dates, ...joined, talkedOn: talkMissing || dates.talkedOn > today ? null : dates.talkedOn };
}

/** When the present stage was reached. A tenth of the probationary are past their year: a gap that somebody must see. */
function reachedOn(draw: Draw, stage: Stage, born: Day, today: Day, script: ScriptedPerson | null): Day {
  switch (stage) {
    case 'applicant':
      return today - draw.int(2, 420);
    case 'activist':
      return today - draw.int(5, 640);
    case 'candidate':
      return today - draw.int(5, 150);
    case 'probationary':
      return draw.chance(0.1) ? today - draw.int(365, 430) : today - draw.int(4, 355);
    case 'full': {
      if (script?.joinedOn !== undefined) return addYears(script.joinedOn, 1) + 9;
      const latestAge = Math.min(50, ageOn(born, today) - 1);
      const age = Math.min(latestAge, 23 + Math.round(Math.abs(draw.normal()) * 6));
      return Math.min(addYears(born, age) + draw.int(0, 364), today - 1);
    }
  }
}

function stateFacts(draw: Draw, state: MembershipState, fullOn: Day, today: Day) {
  const nothing = { stateSince: null, lostContactOn: null, leftKind: null };
  if (state === 'active') return nothing;
  const opened = Math.max(fullOn + 1, addMonths(today, -recordMonths));
  const stateSince = draw.int(Math.min(opened, today - 3), today - 3);
  if (state === 'out-of-contact') return { ...nothing, stateSince, lostContactOn: stateSince };
  if (state === 'suspended')
    return { ...nothing, stateSince, lostContactOn: addMonths(stateSince, -6) - draw.int(0, 90) };
  if (state === 'left') return { ...nothing, stateSince, leftKind: draw.pick(leftKinds) };
  return { ...nothing, stateSince };
}
