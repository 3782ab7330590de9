import type { Transaction } from '@banyan/service-kit/database';
import type { StoredChange } from '../members/member-table.ts';
import type { RowCode, WarningCode } from './import-codes.ts';
import type { RowAction } from './import-fields.ts';
import type { CodeCount, ImportRecord } from './import-table.ts';
import type { Issue } from './parse-row.ts';

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
