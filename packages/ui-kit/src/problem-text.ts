import { useMemo } from 'react';
import { type Catalog, formatText, type LocaleId, useLocale } from './locale.tsx';
import { codeOfStatus, type Problem } from './problem.ts';
import { problemTexts } from './texts.ts';

const catalogs: Catalog[] = [problemTexts];

/** A remote's own words for its refusals: keys `problem.<code>`. */
export function registerProblemTexts(catalog: Catalog): void {
  if (!catalogs.includes(catalog)) catalogs.push(catalog);
}

/** What happened and what to do next, in the reader's language. */
export function problemText(problem: Problem, locale: LocaleId): string {
  const seconds = problem.retryAfterSeconds ?? 30;
  const params = { requestId: problem.requestId ?? '—', seconds, minutes: Math.ceil(seconds / 60) };
  const known = textOf(problem.code, locale) ?? textOf(codeOfStatus(problem.status), locale);
  return formatText(known ?? problemTexts[locale]['problem.console.unexpected'], locale, params);
}

/** Words for the refusal of one field. */
export function fieldErrorText(code: string, fallback: string, locale: LocaleId): string {
  return textOf(code, locale) ?? fallback;
}

export function useProblemText(): (problem: Problem) => string {
  const locale = useLocale();
  return useMemo(() => (problem) => problemText(problem, locale), [locale]);
}

function textOf(code: string, locale: LocaleId): string | undefined {
  for (const catalog of catalogs) {
    const text = catalog[locale][`problem.${code}`];
    if (text) return text;
  }
  return undefined;
}
