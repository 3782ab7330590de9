import type { CustomField, FieldKind } from '../fields/custom-field.ts';
import { customName } from '../fields/change-custom.ts';
import { type CustomColumns, customColumnsOf } from '../imports/custom-columns.ts';
import { type ParsedRow, parseRow } from '../imports/parse-row.ts';
import { layout } from './rows-to-parse.ts';

export const shiftOptions = [
  { value: 'day', labelZh: '白班', labelEn: 'Day', retired: false },
  { value: 'night', labelZh: '夜班', labelEn: 'Night', retired: false },
  { value: 'rotating', labelZh: '倒班、轮休', labelEn: 'Rotating, off', retired: false },
  { value: 'none', labelZh: '无', labelEn: null, retired: false },
  { value: 'gone', labelZh: '旧班制', labelEn: null, retired: true },
];

/** A field under the key of its kind. */
export function fieldOf(kind: FieldKind, more: Partial<CustomField> = {}): CustomField {
  return {
    id: kind,
    organizationId: 'unit',
    key: kind,
    labelZh: `字段${kind}`,
    labelEn: null,
    kind,
    help: null,
    required: false,
    stages: [],
    unit: null,
    minimum: null,
    maximum: null,
    options: kind === 'one-of' || kind === 'several-of' ? shiftOptions : [],
    sort: 0,
    archived: false,
    version: 1,
    ...more,
  };
}

/** A field of `unit` is everybody's, any other of the people of its organization alone. */
export function columnsOf(fields: readonly CustomField[]): CustomColumns {
  const forAll = fields.filter(({ organizationId }) => organizationId === 'unit');
  return customColumnsOf(
    fields,
    forAll,
    (field, home) => forAll.includes(field) || field.organizationId === home,
  );
}

/** Custom columns and nothing else. */
export function layoutOf(fields: readonly CustomField[]) {
  const customNames = fields.map(({ key }) => customName(key));
  const columns = new Map(customNames.map((name, index) => [name, index]));
  return { ...layout, columns, custom: columnsOf(fields), customNames };
}

export function parseCells(fields: readonly CustomField[], ...cells: readonly string[]): ParsedRow {
  return parseRow(layoutOf(fields), { cells });
}
