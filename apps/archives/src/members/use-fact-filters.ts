import { type ListFilter, useLocale, useText } from '@banyan/ui-kit';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { useImportName } from '../imports/queries.ts';
import { type FactFilterTextKey, factFilterTexts } from './fact-filter-texts.ts';
import { useMemberWords } from './use-member-words.ts';

/** Parameters of the list that figures open their people with. */
export const factFilterNames = [
  'sex',
  'ethnicity',
  'education',
  'degree',
  'partyPost',
  'organizationType',
  'bornFrom',
  'bornTo',
  'joinedFrom',
  'joinedTo',
  'fullFrom',
  'fullTo',
  'without',
  'import',
] as const;
export type FactFilterName = (typeof factFilterNames)[number];

/** How each of them reads. */
export function useFactWords() {
  const t = useText(factFilterTexts);
  const locale = useLocale();
  const words = useMemberWords();
  const fileName = useImportName(useSearchParams()[0].get('import'));
  return useMemo(
    () => ({
      label: (name: FactFilterName) => t(`fact.${name}`),
      value: (name: FactFilterName, value: string): string => {
        const own = `${name}.${value}`;
        if (own in factFilterTexts[locale]) return t(own as FactFilterTextKey);
        // Its id says nothing to a reader.
        if (name === 'import') return fileName ?? t('import.one');
        if (name === 'without')
          return value
            .split(',')
            .map(words.field)
            .join(locale === 'zh-CN' ? '、' : ', ');
        return words.value(name, value) ?? value;
      },
    }),
    [t, locale, words, fileName],
  );
}

/** Filters of the list that a link brings: shown in words and taken off one by one. */
export function useFactFilters(): ListFilter[] {
  const words = useFactWords();
  return useMemo(
    () =>
      factFilterNames.map((name) => ({
        kind: 'given' as const,
        name,
        label: words.label(name),
        read: (value: string) => words.value(name, value),
      })),
    [words],
  );
}
