import type { Transaction } from '@banyan/service-kit/database';
import type { ImportMode, ImportStatus } from './import-fields.ts';
import type { PlaceInFile } from './file-refused.ts';
import type { ImportColumn, ImportDefaults } from './import-views.ts';
import type { RosterChoice, RosterSource } from './read-roster.ts';

export interface CodeCount {
  readonly code: string;
  readonly count: number;
}

export interface StoredProblem {
  readonly code: string;
  readonly rows: readonly { readonly row: number; readonly name: string | null; readonly code: string }[];
  /** Where in the file, of one that could not be read. */
  readonly place?: PlaceInFile | null;
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

/** Sets columns of an import, named as in the database, and counts its version up, which it returns. JSON comes as text. */
export async function updateImport(
  tx: Transaction,
  id: string,
  columns: Readonly<Record<string, unknown>>,
): Promise<number> {
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
  const [updated] = await tx.sql.unsafe<{ version: number }[]>(
    `update imports set ${[...sets, 'version = version + 1'].join(', ')} where id = $1::uuid returning version::int`,
    [id, ...values],
  );
  if (updated === undefined) throw new Error(`Import ${id} is gone.`);
  return updated.version;
}
