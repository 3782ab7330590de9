import type { ArchivesSchemas } from '@banyan/api-client/archives';

export type Floating = ArchivesSchemas['Floating'];
export type FloatingItem = ArchivesSchemas['FloatingItem'];
export type Lost = ArchivesSchemas['Lost'];
export type LostItem = ArchivesSchemas['LostItem'];
export type ReductionItem = ArchivesSchemas['ReductionItem'];
export type Due = ArchivesSchemas['RegisterDue'];
export type RegisterRule = ArchivesSchemas['RegisterRule'];
export type DueAction = Due['action'];

export const contactWays = ['visit', 'call', 'message', 'video', 'meeting', 'letter', 'other'] as const;
export const searchWays = [
  'phone',
  'visit',
  'relatives',
  'colleagues',
  'registry',
  'notice',
  'other',
] as const;
export const searchOutcomes = ['no-trace', 'lead', 'found'] as const;
export const closings = ['returned', 'transferred', 'mistaken', 'other'] as const;
export const dueActions: readonly DueAction[] = ['suspend', 'remove', 'log-contact', 'confirm-return'];
export const reductionKinds: readonly ReductionItem['kind'][] = ['transferred-out', 'left', 'deceased'];
export const leftKinds = [
  'expelled',
  'resigned',
  'persuaded-to-leave',
  'lapsed',
  'qualification-cancelled',
  'application-withdrawn',
] as const;

/** Ids of the gap list name what is to be done and the entry that it is about: 36 characters at the end. */
export function entryOfDue(id: string): string {
  return id.slice(-36);
}

export function pathOfDue(id: string): string {
  const isLost = id.startsWith('suspend-') || id.startsWith('remove-');
  return `/archives/registers/${isLost ? 'out-of-contact' : 'floating'}/${entryOfDue(id)}`;
}
