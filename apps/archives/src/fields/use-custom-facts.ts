import { type FactGroup, useLocale, useText } from '@banyan/ui-kit';
import { useMemo } from 'react';
import { customName, customText, labelOf } from './custom-field.ts';
import { customFacts } from './custom-facts.ts';
import { fieldTexts } from './field-texts.ts';
import { useFields } from './queries.ts';

const everywhere = {};

type Person = { id: string; stage: string; custom: Record<string, unknown> };

/** What a record says in the fields that its organization added, as a group of its own. */
export function useCustomFacts(member: Person | undefined): FactGroup {
  const t = useText(fieldTexts);
  const locale = useLocale();
  const fields = useFields(member ? { memberId: member.id } : null);
  return useMemo(
    () => ({
      title: t('group'),
      facts: member ? customFacts(fields, member.custom, member.stage, locale) : [],
    }),
    [t, fields, member, locale],
  );
}

/** Names and values of these fields where history tells of them, archived ones too: of one person, or of all in sight. */
export function useCustomWords(memberId: string | null) {
  const locale = useLocale();
  const fields = useFields(memberId === null ? everywhere : { memberId });
  return useMemo(() => {
    const byName = new Map(fields.map((field) => [customName(field.key), field]));
    return {
      field: (name: string): string | null => {
        const field = byName.get(name);
        return field ? labelOf(field, locale) : null;
      },
      value: (name: string, value: unknown): string | null => {
        const field = byName.get(name);
        return field ? customText(field, value, locale) : null;
      },
    };
  }, [fields, locale]);
}
