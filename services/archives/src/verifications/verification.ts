import type { MembershipState, Stage } from '@banyan/contracts/person';

export const answers = ['confirmed', 'corrected', 'unknown'] as const;
/** What a branch says of a person: right as it stands, right after a correction, or not to be said. */
export type Answer = (typeof answers)[number];

export const roundStates = ['open', 'closed'] as const;
export type RoundState = (typeof roundStates)[number];

/** Members on the roll, unless a round asks about others. */
export const usualStages: readonly Stage[] = ['probationary', 'full'];
export const usualStates: readonly MembershipState[] = ['active', 'suspended', 'out-of-contact'];

/** People that one request may answer for. */
export const mostAnswers = 200;

/** How far branches have come; of a node, with all below it. */
export interface Progress {
  readonly people: number;
  readonly confirmed: number;
  readonly corrected: number;
  readonly unknown: number;
  readonly answered: number;
  /** Branches that have anybody to ask about, and those of them that have answered for all. */
  readonly branches: number;
  readonly finished: number;
}

export const nothing: Progress = {
  people: 0,
  confirmed: 0,
  corrected: 0,
  unknown: 0,
  answered: 0,
  branches: 0,
  finished: 0,
};

/** Late once the day has passed while somebody waits. A round that nobody is asked in is never late. */
export function isOverdue(
  round: { readonly state: RoundState; readonly dueOn: string },
  { people, answered }: Progress,
  today: string,
): boolean {
  return round.state === 'open' && round.dueOn < today && answered < people;
}

/** Whether an answer says that the record is right now. */
export function verifies(answer: Answer): boolean {
  return answer !== 'unknown';
}
