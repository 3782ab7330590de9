import type { Scope } from '@banyan/service-kit/scope';
import type { Send } from '@banyan/service-kit/streams';
import type { Deps } from '../deps.ts';
import { type Column, headingOf, type Reading } from './export-columns.ts';
import { type Language, noteWords, wordOf } from './export-words.ts';
import { fileResponse } from './file-response.ts';
import { filterWords, scopeWords } from './filter-words.ts';
import { readRows } from './read-rows.ts';
import type { ExportQuery } from './routes.ts';
import type { MemberSet } from './select-set.ts';
import { csvOf } from './write-csv.ts';
import { xlsxOf } from './write-xlsx.ts';

/** An export that is on the audit trail and may begin. */
export interface ExportAct {
  readonly query: ExportQuery;
  readonly columns: readonly Column[];
  readonly set: MemberSet;
  readonly author: string;
  readonly scopeNow: () => Scope;
  readonly plain: Reading['plain'];
}

export function fileOf(deps: Deps, act: ExportAct, send: Send): Response {
  const { format, language, unmasked } = act.query;
  const headings = act.columns.map((column) => headingOf(column, language));
  const pages = pagesOf(deps, act);
  const today = deps.kit.clock.today();
  const bytes = format === 'csv' ? csvOf(headings, pages) : workbookOf(deps, act, headings, pages);
  const mark = unmasked === 'true' ? wordOf(noteWords.inFull, language) : '';
  return fileResponse({
    format,
    name: `${wordOf(noteWords.roster, language)}${mark}-${today}`,
    plainName: `members-${today}`,
    body: send(bytes),
    headers: { 'x-export-rows': String(act.set.size) },
  });
}

async function* pagesOf(deps: Deps, { set, columns, scopeNow, plain, query }: ExportAct) {
  for await (const rows of readRows(deps, set, columns, scopeNow)) {
    const reading: Reading = { sealer: deps.sealer, tree: deps.kit.tree(), language: query.language, plain };
    yield rows.map((row) => columns.map((column) => column.read(row, reading)));
  }
}

function workbookOf(
  { kit }: Deps,
  act: ExportAct,
  headings: readonly string[],
  pages: ReturnType<typeof pagesOf>,
): AsyncGenerator<Uint8Array> {
  const { query, author, columns } = act;
  const { language } = query;
  const word = (key: keyof typeof noteWords) => wordOf(noteWords[key], language);
  const now = kit.clock.now();
  const at = instantText(now, kit.clock.timeZone, language);
  const unmasked = query.unmasked === 'true';
  const lines = (rows: number): [string, string][] => [
    [word('by'), author],
    [word('at'), at],
    ...(unmasked ? [[word('reason'), query.reason ?? ''] as [string, string]] : []),
    [word('scope'), scopeWords(query, kit.tree(), act.scopeNow())],
    [word('filters'), filterWords(query, language).join('；') || word('everybody')],
    [word('people'), rows.toLocaleString('en-US')],
    [word('columns'), headings.join('、')],
    [word('masking'), word(unmasked ? 'unmasked' : 'masked')],
  ];
  return xlsxOf({
    name: word('roster'),
    columns: columns.map(({ isDay, width }, index) => ({
      heading: headings[index] as string,
      kind: isDay ? 'day' : 'text',
      width,
    })),
    pages,
    printedAbove: [author, at, ...(unmasked ? [query.reason ?? ''] : [])].join('  '),
    note: (rows) => ({ name: word('note'), lines: lines(rows) }),
    creator: author,
    created: now,
  });
}

/** A moment in the group's time zone. */
export function instantText(at: Date, timeZone: string, language: Language): string {
  return new Intl.DateTimeFormat(language, { timeZone, dateStyle: 'medium', timeStyle: 'medium' }).format(at);
}
