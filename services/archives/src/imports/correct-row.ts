import { invalid, notFound } from '@banyan/service-kit/error';
import type { WriteTransaction } from '@banyan/service-kit/database';
import { type AppContext, ifMatch, jsonOf, parseBody } from '@banyan/service-kit/http-app';
import { systemScope } from '@banyan/service-kit/scope';
import type { Deps } from '../deps.ts';
import { jsonResponse } from '../members/record-response.ts';
import { checkRows, rowInsert } from './check-rows.ts';
import type { CustomColumns } from './custom-columns.ts';
import { findImport, requireStatus, requireVersion } from './find-import.ts';
import { type ImportField, isRosterField } from './import-fields.ts';
import { countRows, markDuplicates, replaceRows, twinsOf } from './import-row-table.ts';
import { type ImportRecord, selectImport, updateImport } from './import-table.ts';
import { openRow } from './kept-row.ts';
import { checkingOf, scopeOfImporter } from './layout.ts';
import { mayReadSensitive } from './list-rows.ts';
import type { KeptRow } from './parse-row.ts';
import { correctRowSchema } from './routes.ts';
import { messageOf, shownRowColumns } from './view-import.ts';
import { type ShownRow, viewRow } from './view-row.ts';

/** Sets cells of one row as they should have been, and judges it again, and with it the rows that it duplicated. */
export async function correctRow(deps: Deps, c: AppContext): Promise<Response> {
  const { kit, sealer } = deps;
  const found = await findImport(deps, c);
  const { record, scope } = found;
  const number = Number(c.req.param('row'));
  if (!Number.isInteger(number) || number < 1 || number > 9_999_999) throw notFound();
  const version = ifMatch(c);
  const { cells } = parseBody(correctRowSchema, await jsonOf(c));
  const importer = await scopeOfImporter(deps, record);
  const view = await kit.database.write(scope, async (tx) => {
    const current = requireStatus(await selectImport(tx, record.id, true), 'preview');
    const row = await selectRow(tx, record.id, number);
    requireVersion(row, version);
    const kept = openRow(sealer, record.id, number, row.cells);
    const affected = new Set([number, ...(await twinsOf(tx, record.id, number))]);
    await tx.enter(systemScope('archives.member.import'));
    const checking = await checkingOf(deps, tx, importer, current);
    refuseUnknown(checking.layout.custom, cells);
    const corrected = { ...kept, corrections: { ...kept.corrections, ...cells } };
    const [checked] = await checkRows(tx, checking, [{ row: number, kept: corrected }]);
    await tx.enter(scope);
    if (checked === undefined) throw notFound();
    await replaceRows(tx, record.id, [rowInsert(checking, checked)]);
    for (const twin of await twinsOf(tx, record.id, number)) affected.add(twin);
    await markDuplicates(tx, record.id, [...affected]);
    await updateImport(tx, record.id, await countRows(tx, record.id));
    tx.audit({
      action: 'archives.import.correct',
      entity: 'import',
      subjectId: record.id,
      organizationId: record.organizationId,
      fields: Object.keys(cells),
    });
    const next = (await selectImport(tx, record.id)) as ImportRecord;
    return viewRow(sealer, next, await selectRow(tx, record.id, number), mayReadSensitive(deps, found));
  });
  return jsonResponse(view);
}

/** Emptying the cell of a retired field is always possible. */
function refuseUnknown(custom: CustomColumns | undefined, cells: KeptRow['corrections'] = {}): void {
  const errors = (Object.entries(cells) as [ImportField, string][])
    .filter(([field, text]) => !isRosterField(field) && text.trim() !== '' && !custom?.fields.has(field))
    .map(([field]) => ({
      field: `cells.${field}`,
      code: 'custom.unknown',
      message: messageOf('custom.unknown'),
    }));
  if (errors.length > 0)
    throw invalid('request.invalid', 'The request has values that cannot be used.', errors);
}

async function selectRow(tx: WriteTransaction, importId: string, row: number): Promise<ShownRow> {
  const [found] = await tx.sql.unsafe<ShownRow[]>(
    `select ${shownRowColumns} from import_rows r where r.import_id = $1::uuid and r.row = $2`,
    [importId, row],
  );
  if (found === undefined) throw notFound();
  return found;
}
