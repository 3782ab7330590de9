import type { AppContext } from '@banyan/service-kit/http-app';
import type { Deps } from '../deps.ts';
import { instantText } from '../exports/export-file.ts';
import { type Language, noteWords, wordOf } from '../exports/export-words.ts';
import { fileResponse } from '../exports/file-response.ts';
import { filterWords, scopeWords } from '../exports/filter-words.ts';
import { csvOf } from '../exports/write-csv.ts';
import { xlsxOf } from '../exports/write-xlsx.ts';
import { parseStatisticsFileQuery, type Statistics, type StatisticsQuery } from './routes.ts';
import { readStatistics } from './show-statistics.ts';
import { dimensionWord, keyWord } from './statistics-words.ts';

const title = ['党员统计', 'Member statistics'] as const;
const sum = ['合计', 'Total'] as const;

/** The table of statistics as a file, with its sums. It holds no personal data. */
export async function exportStatistics(deps: Deps, c: AppContext): Promise<Response> {
  const { kit } = deps;
  const { statistics, query, granted } = await readStatistics(deps, c, parseStatisticsFileQuery);
  const { format, language } = query;
  const lines = linesOf(statistics, language);
  const [heading = []] = lines;
  const at = instantText(new Date(statistics.asOf), kit.clock.timeZone, language);
  const pages = pagesOf(lines.slice(1));
  const name = wordOf(title, language);
  const bytes =
    format === 'csv'
      ? csvOf(heading, pages)
      : xlsxOf({
          name,
          columns: heading.map((one, index) => ({
            heading: one,
            kind: index === 0 ? 'text' : 'number',
            width: index === 0 ? 32 : 14,
          })),
          pages,
          printedAbove: `${name}  ${at}`,
          note: () => ({ name: wordOf(noteWords.note, language), lines: noteOf(query, at) }),
          creator: 'Banyan',
          created: kit.clock.now(),
        });
  return kit.streams.answer(c, { kind: 'made', about: 'statistics', actor: granted.actor }, async (send) =>
    fileResponse({
      format,
      name: `${name}-${statistics.today}`,
      plainName: `statistics-${statistics.today}`,
      body: send(bytes),
    }),
  );

  function noteOf(asked: StatisticsQuery, when: string): [string, string][] {
    return [
      [wordOf(noteWords.at, language), when],
      [wordOf(noteWords.scope, language), scopeWords(asked, kit.tree(), granted)],
      [
        wordOf(noteWords.filters, language),
        filterWords(asked, language).join('；') || wordOf(noteWords.everybody, language),
      ],
    ];
  }
}

function linesOf({ rows, columns, cells, rowTotals, columnTotals, total }: Statistics, language: Language) {
  const names = (axis: Statistics['rows'] | null) =>
    axis?.keys.map((key) => keyWord(axis.dimension, key, language)) ?? [];
  const [down, across] = [names(rows), names(columns)];
  const corner = [rows, columns].flatMap((axis) =>
    axis === null ? [] : [dimensionWord(axis.dimension, language)],
  );
  const figures = (numbers: readonly number[] | undefined) =>
    columns === null ? [] : (numbers ?? []).map(String);
  return [
    [corner.join(' × '), ...across, wordOf(sum, language)],
    ...down.map((name, index) => [name, ...figures(cells[index]), String(rowTotals[index])]),
    [wordOf(sum, language), ...figures(columnTotals), String(total)],
  ];
}

async function* pagesOf(lines: string[][]): AsyncGenerator<string[][]> {
  yield lines;
}
