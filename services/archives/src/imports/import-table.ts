import type { Transaction } from '@banyan/service-kit/database';
import type { ImportMode, ImportStatus, RowAction } from './import-fields.ts';
import type { ImportColumn, ImportDefaults } from './import-views.ts';
import type { RowCode, WarningCode } from './import-codes.ts';
import type { Issue } from './parse-row.ts';
import type { RosterChoice, RosterSource } from './read-roster.ts';
import type { StoredChange } from '../members/member-table.ts';

export interface CodeCount {
  readonly code: string;
  readonly count: number;
}

export interface StoredProblem {
  readonly code: string;
  readonly rows: readonly { readonly row: number; readonly name: string | null; readonly code: string }[];
}

export interface Who {
  readonly id: string | null;
  readonly name: string | null;
}

/** Who has asked for a commit or an undo, as the job acts for them. */
export interface Asker extends Who {
  readonly accountId: string;
  readonly personId: string | null;
  readonly requestId: string | null;
}

/** Of the source all but its samples, which the columns hold masked. */
export type KeptSource = Omit<RosterSource, 'samples' | 'headings'> & { readonly dropped: number };

export interface ImportRecord {
  readonly id: string;
  readonly organizationId: string;
  readonly accountId: string;
  readonly personId: string | null;
  readonly actorName: string | null;
  readonly requestId: string | null;
  readonly fileName: string;
  readonly size: number;
  readonly sha256: string;
  readonly mode: ImportMode;
  readonly status: ImportStatus;
  readonly choice: RosterChoice | null;
  readonly source: KeptSource | null;
  readonly columns: ImportColumn[];
  readonly defaults: ImportDefaults;
  readonly rows: number;
  readonly valid: number;
  readonly invalid: number;
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly errorCounts: CodeCount[];
  readonly warningCounts: CodeCount[];
  readonly progressDone: number;
  readonly progressTotal: number;
  readonly skipInvalid: boolean;
  readonly problem: StoredProblem | null;
  readonly version: number;
  readonly createdAt: string;
  readonly committedAt: string | null;
  readonly committedBy: Asker | null;
  readonly undoneAt: string | null;
  readonly undoneBy: Asker | null;
}

export const importColumns = `
  i.id, i.organization_id as "organizationId", i.account_id as "accountId", i.person_id as "personId",
  i.actor_name as "actorName", i.request_id as "requestId", i.file_name as "fileName", i.size::int, i.sha256, i.mode,
  i.status, i.choice, i.source, i.columns, i.defaults, i.rows, i.valid, i.invalid, i.added, i.updated, i.unchanged,
  i.error_counts as "errorCounts", i.warning_counts as "warningCounts", i.progress_done as "progressDone",
  i.progress_total as "progressTotal", i.skip_invalid as "skipInvalid", i.problem, i.version::int,
  i.created_at as "createdAt", i.committed_at as "committedAt", i.committed_by as "committedBy",
  i.undone_at as "undoneAt", i.undone_by as "undoneBy"`;

export async function selectImport(
  tx: Transaction,
  id: string,
  locked = false,
): Promise<ImportRecord | undefined> {
  const [record] = await tx.sql.unsafe<ImportRecord[]>(
    `select ${importColumns} from imports i where i.id = $1::uuid ${locked ? 'for update' : ''}`,
    [id],
  );
  return record;
}

/** Sets columns of an import, named as in the database, and counts its version up. JSON comes as text. */
export async function updateImport(
  tx: Transaction,
  id: string,
  columns: Readonly<Record<string, unknown>>,
): Promise<void> {
  const names = Object.keys(columns);
  const json = new Set([
    'choice',
    'source',
    'columns',
    'defaults',
    'error_counts',
    'warning_counts',
    'problem',
    'committed_by',
    'undone_by',
  ]);
  const sets = names.map((name, index) => `${name} = $${index + 2}${json.has(name) ? '::text::jsonb' : ''}`);
  const values = names.map((name) =>
    json.has(name) && columns[name] !== null
      ? JSON.stringify(columns[name])
      : (columns[name] as string | number | null),
  );
  await tx.sql.unsafe(
    `update imports set ${[...sets, 'version = version + 1'].join(', ')} where id = $1::uuid`,
    [id, ...values],
  );
}

/** A row as it is checked and stored. */
export interface RowInsert {
  readonly row: number;
  readonly cells: Buffer;
  readonly corrected: boolean;
  readonly name: string | null;
  readonly homeId: string | null;
  readonly idHash: Buffer | null;
  readonly errors: readonly Issue<RowCode>[];
  readonly warnings: readonly Issue<WarningCode>[];
  readonly action: RowAction | null;
  /** The record that the row updates, or that of somebody new, whom nobody knows by it before the commit. */
  readonly recordId: string | null;
  readonly recordVersion: number | null;
  readonly changes: readonly StoredChange[];
}

export interface ImportRow extends Omit<RowInsert, 'idHash'> {
  readonly version: number;
  readonly valid: boolean;
  readonly duplicateOf: number[] | null;
}

/** Rows that the commit writes, or has written: what it left a record at is one version above what was seen. */
export const isWritable = "r.valid and r.action in ('add', 'update')";

export const rowColumns = `
  r.row, r.version, r.cells, r.corrected, r.name, r.home_id as "homeId", r.errors, r.warnings, r.valid,
  r.duplicate_of as "duplicateOf", r.action, r.record_id as "recordId", r.record_version::int as "recordVersion",
  r.changes`;

const storedRow = `r(row int, cells text, corrected boolean, name text, "homeId" uuid, "idHash" text, errors jsonb,
  warnings jsonb, action text, "recordId" uuid, "recordVersion" bigint, changes jsonb)`;
const storedValues = `decode(r.cells, 'base64'), r.corrected, r.name, r."homeId", decode(r."idHash", 'base64'), r.errors,
  r.warnings, r.action, r."recordId", r."recordVersion", r.changes`;
const storedNames =
  'cells, corrected, name, home_id, id_hash, errors, warnings, action, record_id, record_version, changes';

function asJson(rows: readonly RowInsert[]): string {
  return JSON.stringify(
    rows.map((row) => ({
      ...row,
      cells: row.cells.toString('base64'),
      idHash: row.idHash?.toString('base64') ?? null,
    })),
  );
}

export async function insertRows(
  tx: Transaction,
  { id, organizationId }: ImportRecord,
  rows: readonly RowInsert[],
): Promise<void> {
  await tx.sql.unsafe(
    `insert into import_rows (import_id, organization_id, row, ${storedNames})
      select $1::uuid, $2::uuid, r.row, ${storedValues} from jsonb_to_recordset($3::text::jsonb) as ${storedRow}`,
    [id, organizationId, asJson(rows)],
    { prepare: true },
  );
}

export async function replaceRows(
  tx: Transaction,
  importId: string,
  rows: readonly RowInsert[],
): Promise<void> {
  await tx.sql.unsafe(
    `update import_rows old set (${storedNames}, version) = (select ${storedValues}, old.version + 1)
      from jsonb_to_recordset($2::text::jsonb) as ${storedRow} where old.import_id = $1::uuid and old.row = r.row`,
    [importId, asJson(rows)],
    { prepare: true },
  );
}

/** The next rows of an import, in the order of the file. */
export function selectRows(
  tx: Transaction,
  importId: string,
  after: number,
  limit: number,
  which: 'all' | 'writable' = 'all',
): Promise<ImportRow[]> {
  const writable = which === 'writable' ? `and ${isWritable}` : '';
  return tx.sql.unsafe<ImportRow[]>(
    `select ${rowColumns} from import_rows r where r.import_id = $1::uuid and r.row > $2 ${writable}
      order by r.row limit $3`,
    [importId, after, limit],
    { prepare: true },
  );
}

/** At most so many other rows are named with a duplicate. */
const namedTwins = 20;

/**
 * Marks the rows that have an ID number twice, or without one a name in one branch; of `only` these rows, or of all. Only
 * twins are joined: nothing is known yet of how many rows a new import has, and any plan must do.
 */
export async function markDuplicates(
  tx: Transaction,
  importId: string,
  only: readonly number[] | null = null,
): Promise<void> {
  await tx.sql.unsafe(
    `with considered as (
      select row, coalesce(encode(id_hash, 'hex'), home_id || name) as key from import_rows
      where import_id = $1::uuid and ($2::int[] is null or row = any($2::int[]))
        and (id_hash is not null or (errors = '[]' and home_id is not null and name is not null))
    ), counted as (
      select row, (array_agg(row) over (partition by key order by row rows between ${namedTwins} preceding and ${namedTwins} following)) as rows,
        count(*) over (partition by key) as n
      from considered
    ), twins as materialized (
      select row, array_remove(rows, row) as others from counted where n > 1
    )
    update import_rows r set duplicate_of = t.others
    from (
      select row, others from twins
      union all
      select i.row, null from import_rows i
      where i.import_id = $1::uuid and i.duplicate_of is not null and ($2::int[] is null or i.row = any($2::int[]))
        and i.row not in (select row from twins)
    ) t
    where r.import_id = $1::uuid and r.row = t.row and r.duplicate_of is distinct from t.others`,
    [importId, only === null ? null : [...only]],
  );
}

/** Rows that share ID number, or name and branch, with a row: they are judged anew when it changes. */
export async function twinsOf(tx: Transaction, importId: string, row: number): Promise<number[]> {
  const found = await tx.sql<{ row: number }[]>`
    select o.row from import_rows r join import_rows o on o.import_id = r.import_id and (
      o.row = r.row or o.id_hash = r.id_hash
      or (r.id_hash is null and o.id_hash is null and o.home_id = r.home_id and o.name = r.name))
    where r.import_id = ${importId} and r.row = ${row}`;
  return found.map((other) => other.row);
}

/** Counts the rows anew, into the columns of the import. */
export async function countRows(tx: Transaction, importId: string): Promise<Record<string, unknown>> {
  const [counts] = await tx.sql<
    Record<'rows' | 'valid' | 'invalid' | 'added' | 'updated' | 'unchanged', number>[]
  >`
    select count(*)::int as rows, count(*) filter (where valid)::int as valid, count(*) filter (where not valid)::int as invalid,
      count(*) filter (where valid and action = 'add')::int as added,
      count(*) filter (where valid and action = 'update')::int as updated,
      count(*) filter (where valid and action = 'none')::int as unchanged
    from import_rows where import_id = ${importId}`;
  const errors = await tx.sql<CodeCount[]>`
    select code, count(*)::int from (
      select jsonb_array_elements(errors) ->> 'code' as code from import_rows where import_id = ${importId} and not valid
      union all
      select 'duplicate.in-file' from import_rows where import_id = ${importId} and not valid and duplicate_of is not null
    ) each_error group by 1 order by 2 desc, 1`;
  const warnings = await tx.sql<CodeCount[]>`
    select code, count(*)::int from (
      select jsonb_array_elements(warnings) ->> 'code' as code from import_rows
      where import_id = ${importId} and warnings <> '[]'
    ) each_warning group by 1 order by 2 desc, 1`;
  return { ...counts, error_counts: [...errors], warning_counts: [...warnings] };
}
