import type { CustomField } from './custom-field.ts';

/** The columns of a CustomField, for SQL over an alias of `custom_fields`. */
export function fieldColumns(of: string): string {
  return `${of}.id, ${of}.organization_id as "organizationId", ${of}.key, ${of}.label_zh as "labelZh",
    ${of}.label_en as "labelEn", ${of}.kind, ${of}.help, ${of}.required, ${of}.stages, ${of}.unit, ${of}.minimum,
    ${of}.maximum, ${of}.options, ${of}.sort, ${of}.archived_at is not null as archived, ${of}.version::int as version`;
}

/** What is written of a field: its columns by the names of its properties. */
export function columnsOfField(field: Partial<CustomField>): Record<string, unknown> {
  const columns: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(field)) {
    const column = columnNames[name];
    if (column !== undefined) columns[column] = value;
  }
  return columns;
}

const columnNames: Readonly<Record<string, string>> = {
  labelZh: 'label_zh',
  labelEn: 'label_en',
  help: 'help',
  required: 'required',
  stages: 'stages',
  unit: 'unit',
  minimum: 'minimum',
  maximum: 'maximum',
  options: 'options',
  sort: 'sort',
};
