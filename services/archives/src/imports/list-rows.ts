import { type AppContext, parseQuery } from '@banyan/service-kit/http-app';
import { pageOf } from '@banyan/service-kit/list';
import { holds } from '@banyan/service-kit/scope';
import type { Deps } from '../deps.ts';
import { jsonResponse } from '../members/record-response.ts';
import { findImport, type FoundImport } from './find-import.ts';
import type { RowFilter } from './import-fields.ts';
import { isWritable } from './import-row-table.ts';
import { rowsQuerySchema } from './routes.ts';
import { type ShownRow, viewRow } from './view-row.ts';
import { shownRowColumns } from './view-import.ts';

const conditions: Readonly<Record<RowFilter, string>> = {
  all: 'true',
  invalid: 'not r.valid',
  valid: 'r.valid',
  changed: isWritable,
  added: "r.valid and r.action = 'add'",
  updated: "r.valid and r.action = 'update'",
  unchanged: "r.valid and r.action = 'none'",
  warned: "r.warnings <> '[]'",
};

/** The rows of an import in the order of the file, with what is wrong with each and what it changes. */
export async function listRows(deps: Deps, c: AppContext): Promise<Response> {
  const { kit } = deps;
  const found = await findImport(deps, c);
  const { record, scope } = found;
  const query = parseQuery(c, rowsQuerySchema);
  const { limit, offset } = pageOf(query);
  const coded = `and ($2::text is null or r.errors @> jsonb_build_array(jsonb_build_object('code', $2::text))
    or r.warnings @> jsonb_build_array(jsonb_build_object('code', $2::text))
    or ($2 = 'duplicate.in-file' and r.duplicate_of is not null))`;
  const where = `from import_rows r where r.import_id = $1::uuid and ${conditions[query.filter]} ${coded}`;
  const parameters = [record.id, query.code ?? null];
  const [rows, [count]] = await kit.database.read(scope, (tx) =>
    Promise.all([
      tx.sql.unsafe<ShownRow[]>(
        `select ${shownRowColumns} ${where} order by r.row limit ${limit} offset ${offset}`,
        parameters,
      ),
      tx.sql.unsafe<{ total: number }[]>(`select count(*)::int as total ${where}`, parameters),
    ]),
  );
  const entitled = mayReadSensitive(deps, found);
  const items = rows.map((row) => viewRow(deps.sealer, record, row, entitled));
  return jsonResponse({ items, total: count?.total ?? 0, totalIsExact: true });
}

/** Whose file it is has seen what is in it; others need the permission. */
export function mayReadSensitive({ kit }: Deps, { record, scope }: FoundImport): boolean {
  if (scope.actor.accountId === record.accountId) return true;
  const sensitive = kit.authorizer.scopeFor(scope.actor, 'archives.member.read-sensitive');
  return sensitive !== null && holds(sensitive, kit.tree(), record.organizationId);
}
