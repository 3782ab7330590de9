import type { FactData, FactDefinition } from '@banyan/contracts/fact';
import type { ReservedSql, Sql, TransactionSql } from 'postgres';
import { type AuditInput, auditRowsOf, insertAuditRows } from './audit.ts';
import { type Drizzle, drizzleOn, type DrizzleRoot, drizzleRoot } from './drizzle-session.ts';
import { claimKey, type IdempotencyKey, keepResponse } from './idempotency.ts';
import { OperatorError } from './error.ts';
import { type FactInput, factRow, insertOutbox, type OutboxRow } from './outbox.ts';
import type { JobDefinition, JobRequest, Jobs } from './jobs.ts';
import { diskFull, isDiskFull } from './disk-full.ts';
import type { Scope } from './scope.ts';
import { DatabaseStalled } from './stall-watch.ts';
import type { z } from 'zod';

/** What runs inside a transaction: tagged SQL (prepared, for hot paths) and drizzle, both behind the second wall. */
export interface Transaction {
  readonly sql: Sql;
  readonly db: Drizzle;
  readonly scope: Scope;
}

/** A write. Audit rows and facts are stored with the change, in the same transaction. */
export interface WriteTransaction extends Transaction {
  audit(entry: AuditInput): void;
  emit<Definition extends FactDefinition>(
    definition: Definition,
    subject: string,
    data: FactData<Definition>,
  ): void;
  /** The job exists if the transaction commits. Of waiting jobs with the same `key` there is one. */
  enqueue<Data extends z.ZodType>(
    job: JobDefinition<Data>,
    data: z.input<Data> & object,
    options?: { readonly after?: Date; readonly key?: string },
  ): void;
  /** Closes the second wall around one organization for the rest of the transaction. */
  enter(scope: Scope): Promise<void>;
}

export interface WriteOptions {
  /** Of the `Idempotency-Key` header: a repeated request gets the first answer and changes nothing. */
  readonly idempotency?: IdempotencyKey | null;
}

/** The only way to a service's data. The raw client stays inside service-kit. */
export interface Database {
  /** One round trip where the query is one statement: begin, settings and query are sent together. */
  read<Result>(scope: Scope, query: (tx: Transaction) => Promise<Result>): Promise<Result>;
  /**
   * A read of one statement, for hot paths: its end is sent with it, so that all is one write and one answer. A prepared
   * statement stays planned, and in memory, on each connection: those of many forms go without.
   */
  readOne<Row extends object>(
    scope: Scope,
    text: string,
    values: readonly (string | number | null)[],
    prepare?: boolean,
  ): Promise<readonly Row[]>;
  write<Result>(
    scope: Scope,
    change: (tx: WriteTransaction) => Promise<Result>,
    options?: WriteOptions,
  ): Promise<Result>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  readonly url: string;
  readonly pool: number;
  readonly domain: string;
  readonly jobs?: Jobs;
  /** Called after a commit that stored facts. */
  readonly onFacts: () => void;
}

export function createDatabase(client: Sql, options: Omit<DatabaseOptions, 'url' | 'pool'>): Database {
  const root = drizzleRoot(client);
  return {
    read: (scope, query) => read(client, root, scope, query),
    readOne: (scope, text, values, prepare = true) => readOne(client, scope, text, values, prepare),
    write: async (scope, change, writeOptions = {}) => {
      const { result, facts } = await write(client, root, options, scope, change, writeOptions);
      if (facts > 0) options.onFacts();
      return result;
    },
    close: () => client.end({ timeout: 5 }),
  };
}

async function read<Result>(
  client: Sql,
  root: DrizzleRoot,
  scope: Scope,
  query: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  const connection = await client.reserve();
  try {
    // Not awaited: postgres.js sends what is queued in one write, and a failure here also fails the query.
    const opened = Promise.all([
      connection.unsafe('begin read only').execute(),
      applyScope(connection, scope),
    ]);
    opened.catch(() => undefined);
    const result = await query({
      sql: connection,
      get db() {
        return drizzleOn(root, connection);
      },
      scope,
    });
    await opened;
    endWith(connection, 'commit');
    return result;
  } catch (error) {
    endWith(connection, 'rollback');
    throw error;
  }
}

async function readOne<Row extends object>(
  client: Sql,
  scope: Scope,
  text: string,
  values: readonly (string | number | null)[],
  prepare: boolean,
): Promise<readonly Row[]> {
  const connection = await client.reserve();
  const answers = Promise.all([
    connection.unsafe('begin read only').execute(),
    applyScope(connection, scope),
    connection.unsafe<Row[]>(text, [...values], { prepare }).execute(),
  ]);
  // After an error the commit ends the transaction as a rollback does.
  endWith(connection, 'commit');
  const [, , rows] = await answers;
  return rows;
}

function jobsOf(jobs: Jobs | undefined): Jobs {
  if (jobs === undefined) throw new OperatorError('This database has no queues.');
  return jobs;
}

/**
 * The answer does not wait for the end, the connection does: what postgres.js still holds back when a connection is
 * released is never sent, and the next query would run inside this transaction.
 */
function endWith(connection: ReservedSql, statement: 'commit' | 'rollback'): void {
  connection
    .unsafe(statement)
    .execute()
    .catch(() => undefined)
    .finally(() => connection.release());
}

function applyScope(sql: Sql | TransactionSql, scope: Scope) {
  const ranges = scope.ranges.map((range) => `${range.low} ${range.high}`).join(',');
  return sql`select
    set_config('banyan.reach', ${scope.whole ? 'all' : ''}, true),
    set_config('banyan.organization', ${scope.organizationId ?? ''}, true),
    set_config('banyan.ranges', ${ranges}, true),
    set_config('banyan.person', ${scope.personId ?? ''}, true),
    set_config('banyan.account', ${scope.actor.accountId ?? ''}, true)`.execute();
}

async function write<Result>(
  client: Sql,
  root: DrizzleRoot,
  { domain, jobs }: Pick<DatabaseOptions, 'domain' | 'jobs'>,
  scope: Scope,
  change: (tx: WriteTransaction) => Promise<Result>,
  { idempotency }: WriteOptions,
): Promise<{ result: Result; facts: number }> {
  let facts: OutboxRow[] = [];
  let committing = false;
  const begun = client.begin(async (transaction) => {
    const sql = transaction as unknown as Sql;
    await applyScope(sql, scope);
    if (idempotency) {
      const kept = await claimKey(sql, scope, idempotency);
      if (kept !== undefined) return kept as Result;
    }
    const audits: AuditInput[] = [];
    const emitted: FactInput[] = [];
    const requested: JobRequest[] = [];
    const made = await change({
      sql,
      db: drizzleOn(root, sql),
      scope,
      audit: (entry) => void audits.push(entry),
      emit: (definition, subject, data) => void emitted.push({ definition, subject, data }),
      enqueue: (job, data, { after, key } = {}) => void requested.push({ job, data, after, key }),
      enter: async (narrowed) => void (await applyScope(sql, narrowed)),
    });
    const rows = auditRowsOf(domain, scope, audits);
    facts = [
      ...emitted.map((fact) => factRow(domain, fact)),
      ...rows.map((row) => factRow(domain, row.fact)),
    ];
    await Promise.all([insertAuditRows(sql, rows), insertOutbox(sql, facts)]);
    if (requested.length > 0) await jobsOf(jobs).store(sql, requested);
    if (idempotency) await keepResponse(sql, scope, idempotency, made);
    committing = true;
    return made;
  });
  const result = await begun.catch((error: unknown) => {
    // Whoever is refused before the end is rolled back: the connection that a commit would need is gone.
    if (committing && error instanceof DatabaseStalled) throw new DatabaseStalled(true);
    throw isDiskFull(error) ? diskFull(error) : error;
  });
  return { result: result as Result, facts: facts.length };
}
