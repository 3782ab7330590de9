import type { ArchivesSchemas } from '@banyan/api-client/archives';

export type Statistics = ArchivesSchemas['Statistics'];
export type Axis = ArchivesSchemas['StatisticsAxis'];
export type AxisKey = Axis['keys'][number];
export type Dimension = Axis['dimension'];

/** In the order in which they are offered; a dimension of the contract that is missing here does not compile. */
const offered: Readonly<Record<Dimension, true>> = {
  organization: true,
  organizationType: true,
  stage: true,
  state: true,
  sex: true,
  ethnicGroup: true,
  ethnicity: true,
  age: true,
  partyAge: true,
  joinedYear: true,
  education: true,
  degree: true,
  partyPost: true,
};
export const dimensions = Object.keys(offered) as readonly Dimension[];

/** Two readings of one trait cannot stand against each other. */
export function standsAgainst(rows: Dimension, columns: Dimension): boolean {
  const trait = (name: Dimension) => (name === 'ethnicGroup' ? 'ethnicity' : name);
  return trait(rows) !== trait(columns);
}

export const shares = ['none', 'row', 'column', 'all'] as const;
export type Share = (typeof shares)[number];

/** A figure as a part of its row, of its column or of all; null where there is nothing to be a part of. */
export function shareOf(
  share: Share,
  count: number,
  { row, column, all }: { row: number; column: number; all: number },
): number | null {
  const whole = share === 'row' ? row : share === 'column' ? column : all;
  return whole === 0 ? null : count / whole;
}

/** Filters of a row, a column or both, beside those of the page: the address of the people behind a figure. */
export function peoplePath(
  base: Record<string, string>,
  row: AxisKey | null,
  column: AxisKey | null,
): string {
  const without = [row, column].flatMap((key) => key?.filter['without'] ?? []);
  const params = new URLSearchParams({
    ...base,
    ...row?.filter,
    ...column?.filter,
    ...(without.length > 0 ? { without: without.join(',') } : {}),
  });
  return `/archives/members?${params.toString()}`;
}
