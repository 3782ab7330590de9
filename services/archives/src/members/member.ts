import type { MembershipState, Stage } from '@banyan/contracts/person';

/** Stages in the order of a lifetime; each step goes to the next one and no step goes back. */
export const stageOrder: readonly Stage[] = ['applicant', 'activist', 'candidate', 'probationary', 'full'];

/** Of each stage, the date on which it was reached. */
export const stageDate = {
  applicant: 'appliedOn',
  activist: 'activistOn',
  candidate: 'candidateOn',
  probationary: 'joinedOn',
  full: 'fullOn',
} as const satisfies Record<Stage, string>;

const beforeMembership: readonly MembershipState[] = ['active', 'transferred-out', 'left', 'deceased'];
const inMembership: readonly MembershipState[] = [
  'active',
  'suspended',
  'out-of-contact',
  'transferred-out',
  'left',
  'deceased',
];

/** Membership can be suspended, and contact be lost, only with somebody who is a member. */
export const statesOf: Record<Stage, readonly MembershipState[]> = {
  applicant: beforeMembership,
  activist: beforeMembership,
  candidate: beforeMembership,
  probationary: inMembership,
  full: inMembership,
};

/** Where each state leads. A person who left or went elsewhere may come back; death ends the record. */
export const stateSteps: Record<MembershipState, readonly MembershipState[]> = {
  active: ['suspended', 'out-of-contact', 'transferred-out', 'left', 'deceased'],
  'out-of-contact': ['active', 'suspended', 'left', 'deceased'],
  suspended: ['active', 'left', 'deceased'],
  'transferred-out': ['active', 'deceased'],
  left: ['active', 'deceased'],
  deceased: [],
};

/** States in which a person is on the roll. A living ID number is on one record of these at most. */
export const livingStates: readonly MembershipState[] = ['active', 'suspended', 'out-of-contact'];

/** States that take a person off the roll; they need the permission to reduce. */
export function isReduction(state: MembershipState): boolean {
  return !livingStates.includes(state);
}

/** How somebody left: what the registers of reductions tell apart. */
export const leftKinds = [
  'expelled',
  'resigned',
  'persuaded-to-leave',
  'lapsed',
  'qualification-cancelled',
  'application-withdrawn',
] as const;
export type LeftKind = (typeof leftKinds)[number];

/** Which ways of leaving are open to whom: an application is withdrawn, a probation cancelled, a membership ended. */
export const leftKindsOf: Record<Stage, readonly LeftKind[]> = {
  applicant: ['application-withdrawn'],
  activist: ['application-withdrawn', 'qualification-cancelled'],
  candidate: ['application-withdrawn', 'qualification-cancelled'],
  probationary: ['qualification-cancelled', 'expelled', 'resigned', 'persuaded-to-leave', 'lapsed'],
  full: ['expelled', 'resigned', 'persuaded-to-leave', 'lapsed'],
};

export interface Standing {
  readonly stage: Stage;
  readonly state: MembershipState;
}

export function isLegalPair({ stage, state }: Standing): boolean {
  return statesOf[stage].includes(state);
}

/** The stage after this one; null for a full member and for anybody who is not active. */
export function nextStage({ stage, state }: Standing): Stage | null {
  if (state !== 'active') return null;
  return stageOrder[stageOrder.indexOf(stage) + 1] ?? null;
}

/** The states that somebody of this standing may go to now. */
export function nextStates({ stage, state }: Standing): readonly MembershipState[] {
  return stateSteps[state].filter((next) => statesOf[stage].includes(next));
}
