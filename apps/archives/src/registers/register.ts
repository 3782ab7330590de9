import type { ArchivesSchemas } from '@banyan/api-client/archives';
import { limits } from '@banyan/api-client/archives-limits';

export type Floating = ArchivesSchemas['Floating'];
export type FloatingItem = ArchivesSchemas['FloatingItem'];
export type Lost = ArchivesSchemas['Lost'];
export type LostItem = ArchivesSchemas['LostItem'];
export type ReductionItem = ArchivesSchemas['ReductionItem'];
export type Due = ArchivesSchemas['RegisterDue'];
export type RegisterRule = ArchivesSchemas['RegisterRule'];
export type DueAction = Due['action'];

const contactLimits = limits['POST /api/archives/registers/floating/{id}/contacts'];
const searchLimits = limits['POST /api/archives/registers/out-of-contact/{id}/searches'];
export const contactWays = contactLimits.way.enum;
export const searchWays = searchLimits.way.enum;
export const searchOutcomes = searchLimits.outcome.enum;
export const closings = limits['POST /api/archives/registers/floating/{id}/close'].closing.enum;
export const dueActions: readonly DueAction[] = ['suspend', 'remove', 'log-contact', 'confirm-return'];
export const reductionKinds: readonly ReductionItem['kind'][] = ['transferred-out', 'left', 'deceased'];
export const leftKinds = limits['POST /api/archives/members/{id}/state'].leftKind.enum;

/** Ids of the gap list name what is to be done and the entry that it is about: 36 characters at the end. */
export function entryOfDue(id: string): string {
  return id.slice(-36);
}

export function pathOfDue(id: string): string {
  const isLost = id.startsWith('suspend-') || id.startsWith('remove-');
  return `/archives/registers/${isLost ? 'out-of-contact' : 'floating'}/${entryOfDue(id)}`;
}
