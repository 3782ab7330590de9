/** So many different records may an account see in full within so many minutes, whatever the acts. */
export interface UnmaskBudget {
  readonly records: number;
  readonly minutes: number;
}

/** Acts that show sensitive fields in full and note themselves on the audit trail, by which they are counted. */
export const unmaskActs = [
  'archives.member.unmask',
  'archives.change-request.unmask',
  'archives.floating.unmask',
  'archives.transfer.print',
  'archives.member.export-unmasked',
] as const;
export type UnmaskAct = (typeof unmaskActs)[number];

/** Of the first refusal in a window, for whoever reads the trail. */
export const unmaskNotice = 'archives.member.unmask-limit';

/** A record that was shown in full, and the seconds for which it still counts. */
export interface Shown {
  readonly subject: string;
  readonly countsFor: number;
}

/**
 * Seconds until there is room for one more record; 0 while there is. What was shown already may be shown again. An act
 * without a record, such as an export, is one each time.
 */
export function pauseOf(
  shown: readonly Shown[],
  subject: string | null,
  { records }: Pick<UnmaskBudget, 'records'>,
): number {
  if (shown.length < records || shown.some((one) => one.subject === subject)) return 0;
  const ends = shown.map(({ countsFor }) => countsFor).toSorted((a, b) => a - b);
  return Math.max(1, Math.ceil(ends[shown.length - records] as number));
}
