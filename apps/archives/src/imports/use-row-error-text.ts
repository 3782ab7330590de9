import { formatText, useLocale } from '@banyan/ui-kit';
import { useMemo } from 'react';
import { rowErrorTexts } from './row-error-texts.ts';

type Told = { code: string; message: string; rows?: readonly number[] };

/** Words for a wrong cell; a code that is not known here speaks with the service's own words. */
export function useRowErrorText(): (error: Told) => string {
  const locale = useLocale();
  return useMemo(() => {
    const texts: Record<string, string> = rowErrorTexts[locale];
    return ({ code, message, rows }) =>
      formatText(texts[code] ?? message, locale, {
        rows: (rows ?? []).join(locale === 'zh-CN' ? '、' : ', '),
      });
  }, [locale]);
}
