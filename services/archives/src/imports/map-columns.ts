import { invalid, notFound } from '@banyan/service-kit/error';
import { type AppContext, ifMatch, jsonOf, parseBody } from '@banyan/service-kit/http-app';
import { holds, systemScope } from '@banyan/service-kit/scope';
import { homeTypes } from '@banyan/contracts/organization';
import type { z } from '@hono/zod-openapi';
import type { Deps } from '../deps.ts';
import { findImport, requireStatus, requireVersion } from './find-import.ts';
import { headingSignature, rememberedOf } from './guess-columns.ts';
import { checkImportJob } from './import-jobs.ts';
import { begunResponse } from './import-response.ts';
import { isRosterField } from './import-fields.ts';
import { type ImportRecord, selectImport, updateImport } from './import-table.ts';
import type { ImportColumn } from './import-views.ts';
import { scopeOfImporter } from './layout.ts';
import { loadCustomColumns } from './load-custom-columns.ts';
import { mapColumnsSchema } from './routes.ts';
import { importView, messageOf } from './view-import.ts';

type Mapping = z.infer<typeof mapColumnsSchema>;

/** Says which column is what, and has every row judged anew. Another sheet or heading has the file read again. */
export async function mapColumns(deps: Deps, c: AppContext): Promise<Response> {
  const { kit } = deps;
  const found = await findImport(deps, c);
  const version = ifMatch(c);
  const mapping = parseBody(mapColumnsSchema, await jsonOf(c));
  const home = mapping.defaults?.organizationId ?? null;
  if (home !== null) checkHome(deps, found.scope, home);
  await checkCustom(deps, found.record, mapping.columns ?? []);
  const view = await kit.database.write(found.scope, async (tx) => {
    const record = requireStatus(await selectImport(tx, found.record.id, true), 'preview', 'failed');
    requireVersion(record, version);
    const choice = choiceOf(record, mapping);
    if (choice !== null && mapping.columns !== undefined)
      throw refused('columns', 'The columns are not known before the file is read again.');
    const columns = mapped(record.columns, mapping.columns ?? []);
    await updateImport(tx, record.id, {
      columns,
      choice,
      mode: mapping.mode ?? record.mode,
      defaults: mapping.defaults ?? record.defaults,
      status: 'parsing',
      problem: null,
      progress_done: 0,
      progress_total: choice === null ? record.rows : 0,
    });
    if (mapping.columns !== undefined) {
      const headings = columns.map(({ heading }) => heading);
      await tx.sql`
        insert into import_mappings (organization_id, signature, fields)
        values (${record.organizationId}, ${headingSignature(headings)}, ${JSON.stringify(rememberedOf(columns))}::text::jsonb)
        on conflict (organization_id, signature) do update set fields = excluded.fields, updated_at = now()`;
    }
    tx.enqueue(checkImportJob, { importId: record.id });
    tx.audit({
      action: 'archives.import.map',
      entity: 'import',
      subjectId: record.id,
      organizationId: record.organizationId,
      fields: Object.keys(mapping),
    });
    return importView(tx, (await selectImport(tx, record.id)) as ImportRecord, kit.tree());
  });
  return begunResponse(view);
}

/** A field that is retired, or of people whom the import cannot name, brings nothing. */
async function checkCustom(
  deps: Deps,
  record: ImportRecord,
  chosen: NonNullable<Mapping['columns']>,
): Promise<void> {
  const names = chosen.flatMap(({ field }) => (field !== null && !isRosterField(field) ? [field] : []));
  if (names.length === 0) return;
  const scope = await scopeOfImporter(deps, record);
  const { fields } = await deps.kit.database.read(systemScope('archives.member.import'), (tx) =>
    loadCustomColumns(deps, tx, scope, record.organizationId),
  );
  const unknown = chosen.flatMap(({ field }, index) =>
    field !== null && !isRosterField(field) && !fields.has(field)
      ? [{ field: `columns.${index}.field`, code: 'custom.unknown', message: messageOf('custom.unknown') }]
      : [],
  );
  if (unknown.length > 0)
    throw invalid('request.invalid', 'The request has values that cannot be used.', unknown);
}

/** A branch out of scope is as unknown as one that does not exist. */
function checkHome({ kit }: Deps, scope: Parameters<typeof holds>[0], id: string): void {
  const tree = kit.tree();
  const granted = kit.authorizer.authorize(scope.actor, 'archives.member.import');
  if (!holds(granted, tree, id)) throw notFound();
  const node = tree.get(id);
  if (node?.status !== 'active' || !(homeTypes as readonly string[]).includes(node.type))
    throw refused('defaults.organizationId', 'Not a branch that is alive.');
}

function refused(field: string, message: string) {
  return invalid('request.invalid', 'The request has values that cannot be used.', [
    { field, code: 'invalid_value', message },
  ]);
}

/** What has the file read again; null where the rows that are kept will do. */
function choiceOf(
  { source, status }: ImportRecord,
  { sheet, encoding, headingFrom, headingTo }: Mapping,
): ImportRecord['choice'] {
  const asked = [sheet, encoding, headingFrom, headingTo].some((choice) => choice !== undefined);
  if (!asked && status !== 'failed') return null;
  const kept =
    source === null ? {} : { sheet: source.sheet ?? undefined, encoding: source.encoding ?? undefined };
  const otherSheet = sheet !== undefined && sheet !== source?.sheet;
  const heading =
    otherSheet || source === null || !asked ? {} : { headingFrom: source.from, headingTo: source.to };
  const chosen = { sheet, encoding, headingFrom, headingTo: headingTo ?? headingFrom };
  return {
    ...kept,
    ...heading,
    ...Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== undefined)),
  };
}

function mapped(columns: readonly ImportColumn[], chosen: NonNullable<Mapping['columns']>): ImportColumn[] {
  const fields = new Map(chosen.map(({ index, field }) => [index, field]));
  for (const index of fields.keys())
    if (columns[index] === undefined) throw refused('columns', `There is no column ${index}.`);
  const taken = new Set<string>();
  const result = columns.map((column): ImportColumn => {
    const field = fields.get(column.index);
    if (field === undefined) return column;
    if (field !== null && taken.has(field)) throw refused('columns', `Two columns for ${field}.`);
    if (field !== null) taken.add(field);
    return { ...column, field, guess: 'chosen' };
  });
  // A field that was chosen for one column is taken from the column that had it.
  return result.map((column) =>
    column.field !== null && taken.has(column.field) && !fields.has(column.index)
      ? { ...column, field: null, guess: 'none' }
      : column,
  );
}
