import { isCustomName } from '../fields/custom-field.ts';

/** What a file can hold, in the groups of a record; names as the service knows them. */
export const columnGroups = [
  {
    key: 'person',
    columns: ['name', 'formerName', 'sex', 'ethnicity', 'bornOn', 'nativePlace'],
  },
  {
    key: 'membership',
    columns: [
      'organizationName',
      'organizationPath',
      'sectionName',
      'stage',
      'state',
      'stateOn',
      'leftKind',
      'partyPost',
      'joinedOn',
      'fullOn',
    ],
  },
  {
    key: 'work',
    columns: ['education', 'degree', 'school', 'major', 'workStartedOn', 'workUnit', 'post'],
  },
  { key: 'contact', columns: ['idNumber', 'phone', 'address'] },
  {
    key: 'dates',
    columns: ['appliedOn', 'activistOn', 'candidateOn', 'verifiedOn', 'lostContactOn', 'outflow'],
  },
  {
    key: 'rest',
    columns: ['introducers', 'cultivators', 'awards', 'penalties', 'family', 'resume', 'note', 'id'],
  },
] as const;

export type ColumnGroup = (typeof columnGroups)[number]['key'];
type RecordColumn = (typeof columnGroups)[number]['columns'][number];
/** A field of every record, or one that an organization added. */
export type ExportColumn = RecordColumn | `custom.${string}`;
export type ExportFormat = 'xlsx' | 'csv';

const all: readonly RecordColumn[] = columnGroups.flatMap(({ columns }) => [...columns]);
export const usualColumns: readonly ExportColumn[] = [
  'name',
  'sex',
  'ethnicity',
  'bornOn',
  'organizationName',
  'stage',
  'state',
  'joinedOn',
  'fullOn',
  'education',
  'idNumber',
  'phone',
];

export type Choice = { columns: readonly ExportColumn[]; format: ExportFormat };

const place = 'banyan.export.archives.members';

/** The person's last choice in this browser. */
export function savedChoice(): Choice {
  try {
    const saved = JSON.parse(localStorage.getItem(place) ?? 'null') as Partial<Choice> | null;
    const chosen = saved?.columns ?? [];
    const columns = [...all.filter((column) => chosen.includes(column)), ...chosen.filter(isCustomColumn)];
    return {
      columns: columns.length > 0 ? columns : usualColumns,
      format: saved?.format === 'csv' ? 'csv' : 'xlsx',
    };
  } catch {
    return { columns: usualColumns, format: 'xlsx' };
  }
}

export function saveChoice(choice: Choice): void {
  localStorage.setItem(place, JSON.stringify(choice));
}

export function isCustomColumn(column: string): column is `custom.${string}` {
  return isCustomName(column);
}

/** Columns stand in the file in the order of the groups, and behind them those that organizations added. */
export function withColumns(
  before: readonly ExportColumn[],
  columns: readonly ExportColumn[],
  on: boolean,
): ExportColumn[] {
  const stays = (column: ExportColumn) => (columns.includes(column) ? on : before.includes(column));
  const custom = new Set([...before, ...columns].filter(isCustomColumn));
  return [...all.filter(stays), ...[...custom].filter(stays)];
}
