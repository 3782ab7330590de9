import type { OrganizationTree } from '@banyan/service-kit/organization-tree';
import { type CustomField, labelOf } from '../fields/custom-field.ts';
import { writeCustomValue } from '../fields/custom-value.ts';
import { masks, type SensitiveField } from '../members/masks.ts';
import type { RecordRow } from '../members/member-table.ts';
import type { Sealer } from '../members/sealed-fields.ts';
import { headings, type Language, valueWord, wordOf } from './export-words.ts';

/** What values are read with. */
export interface Reading {
  readonly sealer: Sealer;
  readonly tree: OrganizationTree;
  readonly language: Language;
  /** Whether the sensitive fields of a row go out in full. */
  readonly plain: (row: Pick<RecordRow, 'id' | 'organizationId'>) => boolean;
}

export type ColumnKey = keyof typeof headings;
/** `custom.<key>` */
export type CustomColumnKey = `custom.${string}`;
export const columnKeys = Object.keys(headings) as readonly ColumnKey[];

export interface Column {
  readonly key: ColumnKey | CustomColumnKey;
  readonly heading: readonly [zh: string, en: string];
  readonly isDay: boolean;
  /** In characters. */
  readonly width: number;
  /** Fields of the row that it reads. */
  readonly needs: readonly (keyof RecordRow)[];
  read(row: RecordRow, reading: Reading): string | null;
}

/** What a file holds when nobody chose. */
export const usualColumns: readonly ColumnKey[] = [
  'name',
  'sex',
  'ethnicity',
  'bornOn',
  'education',
  'idNumber',
  'phone',
  'organizationName',
  'stage',
  'state',
  'joinedOn',
  'fullOn',
];

const coded = new Set(['sex', 'stage', 'state', 'leftKind', 'education', 'degree']);
const sensitive = new Set<string>(['idNumber', 'phone', 'address']);
const wide = new Set([
  'organizationPath',
  'address',
  'outflow',
  'awards',
  'penalties',
  'family',
  'resume',
  'note',
]);
const middle = new Set(['id', 'organizationName', 'school', 'workUnit', 'idNumber', 'major', 'introducers']);

const slim = new Set(['sex', 'degree', 'state']);

/** The parts of rows of a record in reading order. */
const parts: Readonly<Record<string, readonly string[]>> = {
  introducers: ['name'],
  cultivators: ['name'],
  awards: ['on', 'title', 'by'],
  penalties: ['on', 'title', 'by'],
  family: ['relation', 'name', 'bornOn', 'work'],
  resume: ['from', 'to', 'place', 'post'],
  outflow: ['since', 'to', 'reason'],
};

export function columnOf(key: ColumnKey): Column {
  const shape = {
    key,
    heading: headings[key],
    isDay: key.endsWith('On'),
    width: wide.has(key) ? 40 : middle.has(key) ? 26 : slim.has(key) ? 8 : 14,
  };
  if (key === 'organizationName')
    return { ...shape, needs: ['organizationId'], read: (row, { tree }) => nameOf(tree, row.organizationId) };
  if (key === 'organizationPath')
    return {
      ...shape,
      needs: ['organizationId'],
      read: (row, { tree }) => aboveOf(tree, row.organizationId),
    };
  if (key === 'sectionName')
    return {
      ...shape,
      needs: ['sectionId'],
      read: (row, { tree }) => row.sectionId && nameOf(tree, row.sectionId),
    };
  return {
    ...shape,
    needs: [key],
    read: sensitive.has(key)
      ? sealed(key as SensitiveField)
      : (row, { language }) => textOf(key, row[key], language),
  };
}

/** A field that an organization added, in words that imports read back. */
export function customColumnOf(field: CustomField): Column {
  return {
    key: `custom.${field.key}`,
    heading: [labelOf(field, 'zh-CN'), labelOf(field, 'en-US')],
    isDay: field.kind === 'date',
    width: field.kind === 'long-text' ? 40 : 14,
    needs: ['customShown'],
    read: (row, { language }) => writeCustomValue(field, row.customShown[field.key], language) || null,
  };
}

export function headingOf({ heading }: Column, language: Language): string {
  return wordOf(heading, language);
}

function sealed(field: SensitiveField): Column['read'] {
  return (row, { sealer, plain }) => {
    const bytes = row[field];
    if (bytes === null) return null;
    const value = sealer.open(row.id, field, bytes);
    return plain(row) ? value : masks[field](value);
  };
}

function textOf(field: string, value: unknown, language: Language): string | null {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value))
    return value.map((entry) => entryText(field, entry)).join(language === 'zh-CN' ? '；' : '; ') || null;
  if (typeof value === 'object') return entryText(field, value);
  return coded.has(field) ? valueWord(field, String(value), language) : String(value);
}

function entryText(field: string, entry: unknown): string {
  const row = entry as Readonly<Record<string, string | null | undefined>>;
  return (parts[field] ?? [])
    .map((part) => row[part])
    .filter((part) => part !== null && part !== undefined && part !== '')
    .join(' ');
}

function nameOf(tree: OrganizationTree, id: string): string | null {
  return tree.get(id)?.name ?? null;
}

/** The names above a branch, the group left out: `采油一厂党委 / 采油一队党总支`. */
function aboveOf(tree: OrganizationTree, id: string): string | null {
  const names: string[] = [];
  for (
    let at = tree.get(tree.get(id)?.parentId ?? '');
    at && at.parentId !== null;
    at = tree.get(at.parentId)
  )
    names.unshift(at.name);
  return names.join(' / ') || null;
}
