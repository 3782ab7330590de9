import { useText } from '@banyan/ui-kit';
import { useMemo } from 'react';
import { elsewhere, isCustomName } from '../fields/custom-field.ts';
import { fieldTexts } from '../fields/field-texts.ts';
import { useCustomWords } from '../fields/use-custom-facts.ts';
import { useMemberWords } from './use-member-words.ts';

/** Words of the fields of all records and of those that organizations added: of one person, or of everybody in sight. */
export function useRecordWords(memberId: string | null) {
  const t = useText(fieldTexts);
  const words = useMemberWords();
  const custom = useCustomWords(memberId);
  return useMemo(
    () => ({
      field: (name: string) =>
        custom.field(name) ?? (name === elsewhere ? t('elsewhere') : words.field(name)),
      value: (name: string, value: unknown) =>
        isCustomName(name) ? custom.value(name, value) : words.value(name, value),
    }),
    [t, words, custom],
  );
}
