import type { Scope } from '@banyan/service-kit/scope';
import type { AppContext } from '@banyan/service-kit/http-app';
import type { Deps } from '../deps.ts';
import { type FileFormat, fileResponse } from '../exports/file-response.ts';
import { csvOf } from '../exports/write-csv.ts';
import { xlsxOf } from '../exports/write-xlsx.ts';
import { bareName } from './marked-file.ts';
import { findImport, requireStatus } from './find-import.ts';
import type { ImportRow } from './import-row-table.ts';
import type { ImportRecord } from './import-table.ts';
import { type Language, languageOf, rowWords } from './words-of-files.ts';
import { messageOf } from './view-import.ts';

const texts = {
  zh: {
    heading: ['行号', '姓名', '党支部', '结果', '说明'],
    added: '新增',
    updated: '更新',
    none: '无变化',
    left: '未导入',
    undone: '已撤销',
    sheet: '导入结果',
    about: '说明',
  },
  en: {
    heading: ['Row', 'Name', 'Branch', 'Result', 'Why'],
    added: 'added',
    updated: 'updated',
    none: 'unchanged',
    left: 'left out',
    undone: 'undone',
    sheet: 'Result',
    about: 'About',
  },
} as const;

export const resultWorkbook = (deps: Deps, c: AppContext) => resultFile(deps, c, 'xlsx');
export const resultText = (deps: Deps, c: AppContext) => resultFile(deps, c, 'csv');

/** What became of each row of a file, without anything sensitive. */
async function resultFile(deps: Deps, c: AppContext, format: FileFormat): Promise<Response> {
  const { kit } = deps;
  const { record, scope } = await findImport(deps, c);
  requireStatus(record, 'committed', 'undoing', 'undone');
  const language = languageOf(c);
  const words = texts[language];
  const pages = resultRows(deps, scope, record, language);
  const name = `${bareName(record.fileName)}-${words.sheet}`;
  const columns = words.heading.map((heading, at) => ({
    heading,
    kind: 'text' as const,
    width: [8, 14, 36, 12, 60][at] as number,
  }));
  const bytes =
    format === 'csv'
      ? csvOf(words.heading, pages)
      : xlsxOf({
          name: words.sheet,
          columns,
          pages,
          printedAbove: name,
          creator: 'Banyan',
          created: kit.clock.now(),
          note: () => ({
            name: words.about,
            lines: [
              [
                words.heading[3],
                `${words.added} ${record.added}, ${words.updated} ${record.updated}, ${words.none} ${record.unchanged}, ${words.left} ${record.invalid}`,
              ],
            ],
          }),
        });
  return kit.streams.answer(c, { kind: 'made', about: 'import: result', actor: scope.actor }, async (send) =>
    fileResponse({ format, name, plainName: 'import-result', body: send(bytes) }),
  );
}

type ResultRow = Pick<ImportRow, 'row' | 'name' | 'homeId' | 'valid' | 'action' | 'errors' | 'duplicateOf'>;

async function* resultRows({ kit }: Deps, scope: Scope, record: ImportRecord, language: Language) {
  const words = texts[language];
  const tree = kit.tree();
  const results = { add: words.added, update: words.updated, none: words.none } as const;
  for (let after = 0; ;) {
    const rows = await kit.database.read(
      scope,
      (tx) => tx.sql<ResultRow[]>`
        select row, name, home_id as "homeId", valid, action, errors, duplicate_of as "duplicateOf"
        from import_rows where import_id = ${record.id} and row > ${after} order by row limit 1000`,
    );
    yield rows.map(({ row, name, homeId, valid, action, errors, duplicateOf }) => {
      const codes = [
        ...errors.map(({ code }) => code),
        ...(duplicateOf === null ? [] : ['duplicate.in-file' as const]),
      ];
      const done = record.status === 'undone' && action !== 'none' ? words.undone : results[action ?? 'none'];
      const why = codes.map((code) => (language === 'zh' ? rowWords[code] : messageOf(code)));
      return [
        String(row),
        name,
        (homeId && tree.get(homeId)?.name) || null,
        valid ? done : words.left,
        why.join('；') || null,
      ];
    });
    if (rows.length < 1000) return;
    after = rows.at(-1)?.row ?? after;
  }
}
