import { addMonths, type Day, isoOf, workdayFrom } from './civil-date.ts';
import { type Change, type DemoMember, type HistoryStep, type Stage, stageOrder } from './member.ts';
import { stateSteps } from './state-steps.ts';
import type { Draw } from './random.ts';

const recordMonths = 15;

/**
 * How a record came to be what it is: taken in when the group opened its books 15 months ago, or upon the application;
 * then each stage and state reached since. The last step leaves exactly the record as it stands.
 */
export function memberHistory(draw: Draw, member: Omit<DemoMember, 'history'>, today: Day): HistoryStep[] {
  const latest = today - 1;
  const opened = workdayFrom(addMonths(today, -recordMonths)) + draw.int(0, 4);
  const takenIn = Math.min(Math.max(opened, member.appliedOn + draw.int(0, 3)), latest);
  const reached = stagesReached(member);
  const before = reached.filter(([, on]) => on <= takenIn).at(-1)?.[0] ?? 'applicant';
  const steps: HistoryStep[] = [step(draw, takenIn, 'admitted', admission(member, reached, before))];
  let stage: Stage = before;
  for (const [next, on] of reached) {
    if (stageOrder.indexOf(next) <= stageOrder.indexOf(stage)) continue;
    const changes: Change[] = [
      { field: 'stage', from: stage, to: next },
      { field: stageField[next], from: null, to: isoOf(on) },
    ];
    steps.push(step(draw, Math.min(latest, on + draw.int(0, 3)), 'advanced', changes));
    stage = next;
  }
  const correction = correctionOf(draw, member);
  if (correction !== null) steps.push(step(draw, draw.int(takenIn, latest), 'corrected', [correction]));
  if (member.verifiedOn !== null && member.verifiedOn > takenIn) {
    steps.push(
      step(draw, member.verifiedOn, 'verified', [
        { field: 'verifiedOn', from: null, to: isoOf(member.verifiedOn) },
      ]),
    );
  }
  for (const [index, { on, changes, reason }] of stateSteps(member).entries()) {
    steps.push({
      ...step(draw, Math.min(latest, Math.max(takenIn + 1 + index, on)), 'state-changed', changes),
      reason,
    });
  }
  const [first, ...later] = steps;
  return first === undefined
    ? []
    : [
        first,
        ...later.sort((a, b) => a.on - b.on || a.minute - b.minute).map((entry) => notBefore(first, entry)),
      ];
}

export const stageField: Record<Stage, string> = {
  applicant: 'appliedOn',
  activist: 'activistOn',
  candidate: 'candidateOn',
  probationary: 'joinedOn',
  full: 'fullOn',
};

/** What archives writes of a new record, but for the facts that the record shows anyway. */
function admission(
  member: Omit<DemoMember, 'history'>,
  reached: readonly (readonly [Stage, Day])[],
  stage: Stage,
): Change[] {
  const on = reached.find(([other]) => other === stage)?.[1];
  return [
    { field: 'name', from: null, to: member.name },
    { field: 'stage', from: null, to: stage },
    { field: stageField[stage], from: null, to: on === undefined ? null : isoOf(on) },
  ];
}

function stagesReached(member: Omit<DemoMember, 'history'>): (readonly [Stage, Day])[] {
  const days: readonly (readonly [Stage, Day | null])[] = [
    ['applicant', member.appliedOn],
    ['activist', member.activistOn],
    ['candidate', member.candidateOn],
    ['probationary', member.joinedOn],
    ['full', member.fullOn],
  ];
  return days.flatMap(([stage, on]) => (on === null ? [] : [[stage, on] as const]));
}

/** One record in ten has been put right once: a fact that was empty before, or a post that changed. */
function correctionOf(draw: Draw, member: Omit<DemoMember, 'history'>): Change | null {
  if (!draw.chance(0.1)) return null;
  const field = draw.pick(['post', 'school', 'nativePlace', 'education'] as const);
  const to = member[field];
  return to === null ? null : { field, from: field === 'post' ? '见习岗位' : null, to };
}

function step(draw: Draw, on: Day, action: HistoryStep['action'], changes: readonly Change[]): HistoryStep {
  return { on, minute: 540 + draw.int(0, 470), action, changes, reason: null };
}

/** A step of the day on which the record was taken in comes after that. */
function notBefore(first: HistoryStep, entry: HistoryStep): HistoryStep {
  return entry.on === first.on && entry.minute <= first.minute
    ? { ...entry, minute: first.minute + 1 }
    : entry;
}
