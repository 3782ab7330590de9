import { type CustomName, isCustomName } from '../fields/change-custom.ts';

/** The columns that a roster can bring, in the order of the template. */
export const importFields = [
  'name',
  'idNumber',
  'sex',
  'ethnicity',
  'bornOn',
  'education',
  'stage',
  'organization',
  'section',
  'joinedOn',
  'fullOn',
  'post',
  'phone',
  'address',
  'state',
  'lostContactOn',
  'nativePlace',
  'degree',
  'school',
  'major',
  'workStartedOn',
  'workUnit',
  'partyPost',
  'appliedOn',
  'activistOn',
  'candidateOn',
  'introducers',
  'cultivators',
  'formerName',
  'verifiedOn',
  'note',
] as const;
export type RosterField = (typeof importFields)[number];
/** What a column can bring: a field of every record, or a custom one. */
export type ImportField = RosterField | CustomName;

export function isRosterField(field: ImportField): field is RosterField {
  return !isCustomName(field);
}

/** Of these no row can do without: from a column, or the same for all rows from the mapping's defaults. */
export const requiredFields = ['name', 'organization', 'stage'] as const satisfies readonly RosterField[];

export const importModes = ['add', 'update', 'both'] as const;
export type ImportMode = (typeof importModes)[number];

export const importStatuses = [
  'parsing',
  'preview',
  'committing',
  'committed',
  'undoing',
  'undone',
  'failed',
] as const;
export type ImportStatus = (typeof importStatuses)[number];

export const importAbilities = ['map', 'correct', 'commit', 'undo', 'discard'] as const;
export type ImportAbility = (typeof importAbilities)[number];

export const rowActions = ['add', 'update', 'none'] as const;
export type RowAction = (typeof rowActions)[number];

export const rowFilters = [
  'all',
  'invalid',
  'valid',
  'changed',
  'added',
  'updated',
  'unchanged',
  'warned',
] as const;
export type RowFilter = (typeof rowFilters)[number];
