import type { ArchivesSchemas } from '@banyan/api-client/archives';
import type { LocaleId } from '@banyan/ui-kit';

export type CustomField = ArchivesSchemas['CustomField'];
export type FieldKind = CustomField['kind'];
export type FieldOption = CustomField['options'][number];
export type CustomValue = string | number | boolean | readonly string[];

export const fieldKinds: readonly FieldKind[] = [
  'text',
  'long-text',
  'number',
  'date',
  'yes-no',
  'one-of',
  'several-of',
];

/** The name of a custom field in forms, history and refusals. */
export const customName = (key: string): string => `custom.${key}`;
export const isCustomName = (name: string): boolean => name.startsWith('custom.');

/** The service's name for proposed fields that the organization of the person does not have. */
export const elsewhere = 'custom';

export function isList(kind: FieldKind): boolean {
  return kind === 'one-of' || kind === 'several-of';
}

/** Chinese where there is no English. */
export function labelOf(of: { labelZh: string; labelEn: string | null }, locale: LocaleId): string {
  return locale === 'en-US' ? (of.labelEn ?? of.labelZh) : of.labelZh;
}

/** Whether the form of somebody at this stage asks for it. */
export function appliesAt(field: CustomField, stage: string | undefined): boolean {
  if (field.archived) return false;
  return field.stages.length === 0 || (field.stages as string[]).includes(stage ?? '');
}

const words = {
  'zh-CN': { yes: '是', no: '否', mark: '、' },
  'en-US': { yes: 'Yes', no: 'No', mark: ', ' },
} as const;

/** A value as its readers read it; null for none. */
export function customText(field: CustomField, value: unknown, locale: LocaleId): string | null {
  if (value === null || value === undefined || value === '') return null;
  const label = (one: unknown): string => {
    const option = field.options.find(({ value: known }) => known === one);
    return option ? labelOf(option, locale) : String(one);
  };
  if (typeof value === 'boolean') return words[locale][value ? 'yes' : 'no'];
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(label).join(words[locale].mark);
  if (field.kind === 'one-of') return label(value);
  return field.kind === 'number' && field.unit ? `${String(value)} ${field.unit}` : String(value);
}

/** A key from an English label: `Shift pattern` is `shift-pattern`. */
export function keyFrom(label: string): string {
  return label
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, 40)
    .replace(/-+$/, '');
}
