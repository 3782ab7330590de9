import type { OrganizationTree } from '@banyan/service-kit/organization-tree';
import { holds, type Scope, topNodes } from '@banyan/service-kit/scope';
import { type FactFilters, factsOf } from '../members/fact-filters.ts';
import { headings, type Language, noteWords, valueWord, wordOf } from './export-words.ts';
import type { ExportQuery } from './routes.ts';

type Filtered = Pick<ExportQuery, 'q' | 'stage' | 'state' | 'organizationId' | 'node'> & FactFilters;

/** Filters of days by the column they are about. */
const dayFilters = {
  bornFrom: ['bornOn', '≥'],
  bornTo: ['bornOn', '≤'],
  joinedFrom: ['joinedOn', '≥'],
  joinedTo: ['joinedOn', '≤'],
  fullFrom: ['fullOn', '≥'],
  fullTo: ['fullOn', '≤'],
} as const;

/** The filters of a list as its reader would say them, one after another. */
export function filterWords(query: Filtered, language: Language): string[] {
  const heading = (key: string) => wordOf(headings[key as keyof typeof headings], language);
  const said = (what: string, value: string) => `${what}${language === 'zh-CN' ? '：' : ': '}${value}`;
  const words: string[] = [];
  if (query.q) words.push(said(wordOf(noteWords.search, language), searched(query.q)));
  for (const field of ['stage', 'state'] as const)
    if (query[field] !== undefined)
      words.push(said(heading(field), valueWord(field, query[field], language)));
  for (const [name, value] of Object.entries(factsOf(query) ?? {}) as [keyof FactFilters, string][]) {
    const day = dayFilters[name as keyof typeof dayFilters];
    if (day !== undefined) words.push(`${heading(day[0])} ${day[1]} ${value}`);
    else if (name === 'without')
      words.push(said(wordOf(noteWords.without, language), value.split(',').map(heading).join(' ')));
    else if (name === 'import') words.push(wordOf(noteWords.ofImport, language));
    else if (name === 'custom') words.push(said(wordOf(noteWords.custom, language), value));
    else
      words.push(
        said(
          heading(name === 'organizationType' ? 'organizationName' : name),
          valueWord(name, value, language),
        ),
      );
  }
  return words;
}

/** A number that was searched for is told by its last four characters: the words go into files and audit rows. */
function searched(text: string): string {
  const plain = text.normalize('NFKC').replaceAll(/[\s-]/g, '');
  const masked = plain.replaceAll(/\d{3,}(?=[\dXx]{4})/g, '****');
  return masked === plain ? text : masked;
}

/** The organizations that a file is about: the chosen one, where the reader may know it, or the topmost of the reader's. */
export function scopeWords(query: Filtered, tree: OrganizationTree, scope: Scope): string {
  const chosen = query.organizationId ?? query.node;
  if (chosen !== undefined && holds(scope, tree, chosen)) return tree.get(chosen)?.name ?? '';
  return topNodes(scope, tree)
    .map(({ name }) => name)
    .join('、');
}
