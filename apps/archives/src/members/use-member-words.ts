import { useLocale, useOrganizations, useText } from '@banyan/ui-kit';
import { useMemo } from 'react';
import { type FieldTextKey, fieldTexts } from './field-texts.ts';

/** Fields whose values are codes with words of their own. */
const coded = new Set(['sex', 'stage', 'state', 'leftKind', 'education', 'degree']);

/** Names of fields and readings of their values, for facts, forms and history alike. */
export function useMemberWords() {
  const t = useText(fieldTexts);
  const locale = useLocale();
  const { tree } = useOrganizations();
  return useMemo(() => {
    const known = (key: string) => (key in fieldTexts[locale] ? t(key as FieldTextKey) : null);
    const value = (field: string, raw: unknown): string | null => {
      if (raw === null || raw === undefined || raw === '') return null;
      if (Array.isArray(raw))
        return raw.length === 0
          ? null
          : raw.map((row) => entry(field, row)).join(named.has(field) ? nameMark[locale] : listMark[locale]);
      if (typeof raw === 'object') return entry(field, raw);
      if (coded.has(field)) return known(`${field}.${String(raw)}`) ?? String(raw);
      if (field === 'organizationId' || field === 'sectionId')
        return tree?.byId.get(String(raw))?.name ?? String(raw).slice(0, 8);
      return String(raw);
    };
    return {
      field: (name: string) => known(`field.${name}`) ?? name,
      value,
      options: (field: string, values: readonly string[]) =>
        values.map((code) => ({ value: code, label: value(field, code) ?? code })),
    };
  }, [t, locale, tree]);
}

/** Lists of people, read as names are read. */
const named = new Set(['introducers', 'cultivators']);
const nameMark = { 'zh-CN': '、', 'en-US': ', ' };
const listMark = { 'zh-CN': '；', 'en-US': '; ' };

/** The parts of a row in reading order; the service promises none. Ids are not read. */
const parts: Record<string, readonly string[]> = {
  introducers: ['name'],
  cultivators: ['name'],
  awards: ['on', 'title', 'by'],
  penalties: ['on', 'title', 'by'],
  family: ['relation', 'name', 'bornOn', 'work'],
  resume: ['period', 'place', 'post'],
  outflow: ['since', 'to', 'reason'],
};

function entry(field: string, row: unknown): string {
  if (typeof row !== 'object' || row === null) return String(row);
  const known: Record<string, unknown> = { ...row };
  if (field === 'resume') known['period'] = `${known['from']} — ${known['to'] ?? ''}`.trim();
  return (parts[field] ?? Object.keys(known))
    .map((part) => known[part])
    .filter((part) => part !== null && part !== undefined && part !== '')
    .join(' ');
}
