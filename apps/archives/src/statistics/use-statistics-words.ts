import { useLocale, useText } from '@banyan/ui-kit';
import { useMemo } from 'react';
import { useFactWords } from '../members/use-fact-filters.ts';
import { useMemberWords } from '../members/use-member-words.ts';
import type { AxisKey, Dimension } from './statistics.ts';
import { type StatisticsTextKey, statisticsTexts } from './statistics-texts.ts';

/** Names of dimensions and readings of their keys. */
export function useStatisticsWords() {
  const t = useText(statisticsTexts);
  const locale = useLocale();
  const members = useMemberWords();
  const facts = useFactWords();
  return useMemo(() => {
    const band = (dimension: 'age' | 'partyAge', key: string): string => {
      if (key.endsWith('+')) return t(`${dimension}.last`, { least: key.slice(0, -1) });
      const [least = '', most = ''] = key.split('-');
      return least === '0' ? t(`${dimension}.first`, { most }) : t(`${dimension}.band`, { least, most });
    };
    const unknown = (dimension: Dimension): string => {
      const own = `unknown.${dimension}`;
      return t((own in statisticsTexts[locale] ? own : 'unknown.any') as StatisticsTextKey);
    };
    return {
      dimension: (dimension: Dimension) => t(`dimension.${dimension}`),
      key: (dimension: Dimension, { key, label }: AxisKey): string => {
        if (label !== null) return label;
        if (key === 'unknown') return unknown(dimension);
        switch (dimension) {
          case 'age':
          case 'partyAge':
            return band(dimension, key);
          case 'joinedYear':
            return key.startsWith('-') ? t('year.before', { year: key.slice(1) }) : key;
          case 'ethnicGroup':
            return facts.value('ethnicity', key);
          case 'organizationType':
          case 'partyPost':
            return facts.value(dimension, key);
          default:
            return members.value(dimension, key) ?? key;
        }
      },
    };
  }, [t, locale, members, facts]);
}
