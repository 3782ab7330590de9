import type { WorkbookWriter } from '@cj-tech-master/excelts';
import { openWorkbook } from '../exports/open-workbook.ts';
import { forbidden } from '@banyan/service-kit/error';
import type { AppContext } from '@banyan/service-kit/http-app';
import { refuseSource } from '@banyan/service-kit/request-source';
import { type Scope, systemScope } from '@banyan/service-kit/scope';
import type { Deps } from '../deps.ts';
import { fileResponse } from '../exports/file-response.ts';
import { findImport, requireStatus } from './find-import.ts';
import type { CustomColumns } from './custom-columns.ts';
import { type ImportField, isRosterField } from './import-fields.ts';
import type { ImportRecord } from './import-table.ts';
import { openRow } from './kept-row.ts';
import { columnsByField } from './layout.ts';
import { loadCustomColumns } from './load-custom-columns.ts';
import { mayReadSensitive } from './list-rows.ts';
import { columnsOf, type ErrorRow, messageOf, rowErrors } from './view-import.ts';
import { textOf } from './view-row.ts';
import { headingOf, type Language, languageOf, rowWords, widthOf } from './words-of-files.ts';

const fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFE08A' } } as const;
/** One page wide, on A4 across. */
const pageSetup = {
  paperSize: 9,
  orientation: 'landscape',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
} as const;
const noteHeading: Record<Language, string> = { zh: '需更正之处', en: 'To be corrected' };

/** `名册.csv` → `名册` */
export function bareName(fileName: string): string {
  return fileName.replace(/\.(xlsx|csv|txt|xls)$/i, '');
}

/** The rows that are wrong as they stand, their cells coloured, with a column that says what to do. */
export async function markedFile(deps: Deps, c: AppContext): Promise<Response> {
  const { kit } = deps;
  const found = await findImport(deps, c);
  const { record, scope } = found;
  requireStatus(record, 'preview', 'committed', 'undoing', 'undone');
  // The cells are those of the file, ID numbers and phones among them.
  if (!mayReadSensitive(deps, found)) throw forbidden();
  refuseSource(c, 'unproven');
  const language = languageOf(c);
  return kit.streams.answer(
    c,
    { kind: 'made', about: 'import: marked file', actor: scope.actor },
    async (send) => {
      await kit.database.write(scope, async (tx) =>
        tx.audit({
          action: 'archives.import.download',
          entity: 'import',
          subjectId: record.id,
          organizationId: record.organizationId,
        }),
      );
      const name = `${bareName(record.fileName)}-${noteHeading[language]}`;
      const body = send(markedBytes(deps, scope, record, language));
      return fileResponse({ format: 'xlsx', name, plainName: 'import-marked', body });
    },
  );
}

async function* markedBytes(
  deps: Deps,
  scope: Scope,
  record: ImportRecord,
  language: Language,
): AsyncGenerator<Uint8Array> {
  const { kit } = deps;
  const { book, ready } = await openWorkbook({ useStyles: true, trueStreaming: true });
  const sheet = book.addWorksheet(record.source?.sheet ?? 'Sheet1', {
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup,
  });
  const { columns } = record;
  const custom = await kit.database.read(systemScope('archives.member.import'), (tx) =>
    loadCustomColumns(deps, tx, scope, record.organizationId),
  );
  sheet.columns = [
    ...columns.map(({ field, heading }) => ({ width: widthOf(field, heading), style: { numFmt: '@' } })),
    { width: 70, style: { numFmt: '@', alignment: { wrapText: true, vertical: 'top' as const } } },
  ];
  const first = sheet.addRow([...columns.map(({ heading }) => heading), noteHeading[language]]);
  first.font = { bold: true };
  first.commit();
  for (let after = 0; ;) {
    const rows = await wrongRows(deps, scope, record.id, after);
    for (const row of rows) addRow(sheet, deps, record, row, custom, language);
    yield* ready();
    if (rows.length < 500) break;
    after = rows.at(-1)?.row ?? after;
  }
  sheet.commit();
  await book.commit();
  yield* ready();
}

/** What a column that the file lacks would be called. */
function labelOf(field: ImportField | null, custom: CustomColumns): string {
  if (field === null) return '';
  return isRosterField(field) ? headingOf(field) : (custom.fields.get(field)?.labelZh ?? field);
}

type WrongRow = ErrorRow & { readonly cells: Buffer };

function wrongRows(
  { kit }: Deps,
  scope: Scope,
  importId: string,
  after: number,
): Promise<readonly WrongRow[]> {
  return kit.database.read(
    scope,
    (tx) => tx.sql<WrongRow[]>`
      select row, cells, errors, duplicate_of as "duplicateOf", (id_hash is not null) as "hasId" from import_rows
      where import_id = ${importId} and not valid and row > ${after} order by row limit 500`,
  );
}

function addRow(
  sheet: ReturnType<WorkbookWriter['addWorksheet']>,
  { sealer }: Deps,
  record: ImportRecord,
  row: WrongRow,
  custom: CustomColumns,
  language: Language,
): void {
  const { columns } = record;
  const kept = openRow(sealer, record.id, row.row, row.cells);
  const byField = columnsByField(columns);
  const errors = rowErrors(row, columnsOf(columns));
  const texts = columns.map(({ field, index }) =>
    field === null ? (kept.cells[index] ?? '') : textOf(byField, kept, field),
  );
  const notes = errors.map(({ code, column, field }) => {
    const what = language === 'zh' ? (rowWords[code as keyof typeof rowWords] ?? code) : messageOf(code);
    return `${column || labelOf(field, custom)}：${what}`;
  });
  const added = sheet.addRow([...texts, notes.join('；')]);
  for (const { field } of errors) {
    const at = field === null ? -1 : columns.findIndex((column) => column.field === field);
    added.getCell((at < 0 ? columns.length : at) + 1).fill = fill;
  }
  added.commit();
}
