import type { ArchivesSchemas } from '@banyan/api-client/archives';

export type Round = ArchivesSchemas['VerificationRound'];
export type RoundRecord = ArchivesSchemas['VerificationRoundRecord'];
export type BranchProgress = ArchivesSchemas['VerificationBranch'];
export type Progress = ArchivesSchemas['VerificationProgress'];
export type AskedPerson = ArchivesSchemas['AskedPerson'];
export type Answer = NonNullable<AskedPerson['answer']>;
export type RoundState = Round['state'];

export const roundStates: readonly RoundState[] = ['open', 'closed'];
export const answers: readonly Answer[] = ['confirmed', 'corrected', 'unknown'];

/** Whole per cent, and never 100 while somebody waits. */
export function percentOf({ answered, people }: Pick<Progress, 'answered' | 'people'>): number {
  return people === 0 ? 100 : Math.floor((answered / people) * 100);
}

export function isFinished({ answered, people }: Pick<Progress, 'answered' | 'people'>): boolean {
  return answered >= people;
}
