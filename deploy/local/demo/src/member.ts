import type { Day } from './civil-date.ts';
import type { Nationality } from './draw-name.ts';
import type { Degree, Education } from './person-facts.ts';
import type { Sex } from './id-number.ts';

export type Stage = 'applicant' | 'activist' | 'candidate' | 'probationary' | 'full';
export type MembershipState =
  | 'active'
  | 'suspended'
  | 'out-of-contact'
  | 'transferred-out'
  | 'left'
  | 'deceased';

export const stageOrder: readonly Stage[] = ['applicant', 'activist', 'candidate', 'probationary', 'full'];

/** The dates of admission as far as the person has come; rules of 发展党员工作细则 hold between them. */
export interface StageDates {
  readonly appliedOn: Day;
  readonly talkedOn: Day | null;
  readonly activistOn: Day | null;
  readonly candidateOn: Day | null;
  /** The branch meeting; the date of joining. */
  readonly joinedOn: Day | null;
  readonly probationEndsOn: Day | null;
  readonly fullOn: Day | null;
}

/** Somebody named in a record, with the own record if there is one. */
export interface Acquaintance {
  readonly memberId: string | null;
  readonly name: string;
}

export interface Honour {
  readonly on: string | null;
  readonly title: string;
  readonly by: string | null;
}

export interface Relative {
  readonly relation: string;
  readonly name: string;
  readonly bornOn: string | null;
  readonly work: string | null;
}

export interface ResumeEntry {
  readonly from: string;
  readonly to: string | null;
  readonly place: string;
  readonly post: string | null;
}

/** Where a floating member has gone. */
export interface Outflow {
  readonly since: string;
  readonly to: string;
  readonly reason: string | null;
}

export type LeftKind = 'expelled' | 'persuaded-to-leave' | 'lapsed';

export interface Change {
  readonly field: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** One entry of a record's history; its place in the list is the version less one. */
export interface HistoryStep {
  readonly on: Day;
  /** Of the day, in the group's time zone. */
  readonly minute: number;
  readonly action: 'admitted' | 'advanced' | 'state-changed' | 'corrected' | 'verified';
  readonly changes: readonly Change[];
  readonly reason: string | null;
}

export interface DemoMember extends StageDates {
  /** Position in the whole group, from 0. */
  readonly index: number;
  readonly id: string;
  readonly code: string;
  readonly organizationId: string;
  readonly sectionId: string | null;
  readonly name: string;
  readonly sex: Sex;
  readonly born: Day;
  readonly idNumber: string;
  readonly ethnicity: Nationality;
  readonly nativePlace: string | null;
  readonly education: Education | null;
  readonly degree: Degree | null;
  readonly school: string | null;
  readonly major: string | null;
  readonly workStartedOn: Day | null;
  readonly post: string | null;
  readonly workUnit: string;
  readonly partyPost: string | null;
  readonly phone: string | null;
  readonly address: string | null;
  readonly stage: Stage;
  readonly state: MembershipState;
  readonly stateSince: Day | null;
  readonly leftKind: LeftKind | null;
  readonly lostContactOn: Day | null;
  readonly outflow: Outflow | null;
  readonly introducers: readonly Acquaintance[];
  /** 培养联系人. */
  readonly cultivators: readonly Acquaintance[];
  readonly awards: readonly Honour[];
  readonly penalties: readonly Honour[];
  readonly family: readonly Relative[];
  readonly resume: readonly ResumeEntry[];
  readonly verifiedOn: Day | null;
  readonly history: readonly HistoryStep[];
  /** Set for the people of the named accounts. */
  readonly account: string | null;
}
