import type { Scope } from '@banyan/service-kit/scope';
import type { Deps } from '../deps.ts';
import { type Column, headingOf, type Reading } from './export-columns.ts';
import { type Language, noteWords, wordOf } from './export-words.ts';
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

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

export function fileOf(deps: Deps, act: ExportAct): Response {
  const { format, language } = act.query;
  const headings = act.columns.map((column) => headingOf(column, language));
  const pages = pagesOf(deps, act);
  const bytes = format === 'csv' ? csvOf(headings, pages) : workbookOf(deps, act, headings, pages);
  return new Response(
    streamOf(bytes, (error) => deps.kit.log.error({ error }, 'export broke off')),
    {
      headers: {
        'content-type': types[format],
        'content-disposition': disposition(act, deps.kit.clock.today()),
        'cache-control': 'no-store',
        'x-export-rows': String(act.set.size),
      },
    },
  );
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
  const tree = kit.tree();
  const scope = act.scopeNow();
  const heads = scope.whole ? [tree.rootId ?? ''] : scope.ranges.map((range) => tree.first(range)?.id ?? '');
  const unmasked = query.unmasked === 'true';
  const lines = (rows: number): [string, string][] => [
    [word('by'), author],
    [word('at'), at],
    ...(unmasked ? [[word('reason'), query.reason ?? ''] as [string, string]] : []),
    [word('scope'), scopeWords(query, tree, heads)],
    [word('filters'), filterWords(query, language).join('；') || word('everybody')],
    [word('people'), rows.toLocaleString('en-US')],
    [word('columns'), headings.join('、')],
    [word('masking'), word(unmasked ? 'unmasked' : 'masked')],
  ];
  return xlsxOf({
    name: word('roster'),
    columns: columns.map(({ isDay, width }, index) => ({ heading: headings[index] as string, isDay, width })),
    pages,
    printedAbove: [author, at, ...(unmasked ? [query.reason ?? ''] : [])].join('  '),
    note: (rows) => ({ name: word('note'), lines: lines(rows) }),
    creator: author,
    created: now,
  });
}

function instantText(at: Date, timeZone: string, language: Language): string {
  return new Intl.DateTimeFormat(language, { timeZone, dateStyle: 'medium', timeStyle: 'medium' }).format(at);
}

/** RFC 5987: the name in Chinese, and one in ASCII for whoever cannot read it. */
function disposition({ query }: ExportAct, today: string): string {
  const { format, language } = query;
  const mark = query.unmasked === 'true' ? (language === 'zh-CN' ? '（未脱敏）' : ' (in full)') : '';
  const name = `${wordOf(noteWords.roster, language)}${mark}-${today}.${format}`;
  return `attachment; filename="members-${today}.${format}"; filename*=UTF-8''${encoded(name)}`;
}

function encoded(name: string): string {
  return encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/**
 * Made only as fast as it is taken, and no longer than somebody takes it. What fails on the way breaks the connection: a
 * file that is cut off must not pass for a whole one.
 */
function streamOf(bytes: AsyncGenerator<Uint8Array>, onFailure: (error: unknown) => void) {
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await bytes.next();
          if (done) controller.close();
          else controller.enqueue(value);
        } catch (error) {
          onFailure(error);
          controller.error(error);
        }
      },
      async cancel() {
        await bytes.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}
