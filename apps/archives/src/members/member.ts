import type { ArchivesSchemas } from '@banyan/api-client/archives';

export type Member = ArchivesSchemas['Member'];
export type MemberItem = ArchivesSchemas['MemberItem'];
export type MemberChange = ArchivesSchemas['MemberChange'];
export type Stage = Member['stage'];
export type NextStage = NonNullable<Member['nextStage']>;
export type MembershipState = Member['state'];

export const stages: readonly Stage[] = ['applicant', 'activist', 'candidate', 'probationary', 'full'];
export const states: readonly MembershipState[] = [
  'active',
  'suspended',
  'out-of-contact',
  'transferred-out',
  'left',
  'deceased',
];

/** States of somebody whom a branch still has. */
export const onRoll: readonly MembershipState[] = ['active', 'suspended', 'out-of-contact'];

/** Fields that come masked and are shown in full by an audited act only. */
export const sensitiveFields = ['idNumber', 'phone', 'address'] as const;
export type SensitiveField = (typeof sensitiveFields)[number];

/** A record is verified in a yearly round; older than that it awaits the next. */
const verificationMonths = 12;

export function isVerified(verifiedOn: string | null, today: Date): boolean {
  if (!verifiedOn) return false;
  return addMonths(verifiedOn, verificationMonths) > civilDate(today);
}

export function ageOn(bornOn: string, today: Date): number {
  const years = today.getFullYear() - Number(bornOn.slice(0, 4));
  return civilDate(today).slice(5) < bornOn.slice(5, 10) ? years - 1 : years;
}

/** Rule `probation-length` (细则第三十一条): one year from the branch meeting that admitted the person. */
const probationMonths = 12;

export function probationOf(joinedOn: string, today: Date): { to: string; daysLeft: number } {
  const to = addMonths(joinedOn, probationMonths);
  const daysLeft = Math.round((Date.parse(to) - Date.parse(civilDate(today))) / 86_400_000);
  return { to, daysLeft };
}

/** The day on this reader's calendar. */
export function civilDate(at: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** The same day of a later month, or its last day where it has none. */
function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDay))).toISOString().slice(0, 10);
}
