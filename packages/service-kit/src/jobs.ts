import type { Sql } from 'postgres';
import { type Db, PgBoss } from 'pg-boss';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { OperatorError } from './error.ts';
import type { Log } from './log.ts';

/** Work that runs later or takes long. `name` is `<domain>.<entity>.<verb>` and names its queue. */
export interface JobDefinition<Data extends z.ZodType = z.ZodType> {
  readonly name: string;
  readonly data: Data;
  /** Attempts after the first one; the waits between them grow from one second to a minute. */
  readonly retryLimit: number;
  /** Seconds one attempt may take. */
  readonly expireInSeconds: number;
}

export interface JobContext {
  /** 1 for the first run. A later one finds what the ones before it committed. */
  readonly attempt: number;
  /** Aborts when the service stops or the attempt has taken too long. */
  readonly signal: AbortSignal;
}

/** Runs the jobs of one queue, each at least once: after a kill the same job runs again within half a minute. */
export interface Worker {
  readonly kind: 'worker';
  readonly job: JobDefinition;
  readonly concurrency: number;
  readonly run: (data: unknown, context: JobContext) => Promise<void>;
  readonly onExhausted: ((data: unknown) => Promise<void>) | null;
}

/** A job that is enqueued by the calendar. */
export interface Schedule {
  readonly kind: 'schedule';
  readonly job: JobDefinition;
  /** Five fields of cron, in the group's time zone. */
  readonly cron: string;
  readonly data: object;
}

export interface JobRequest {
  readonly job: JobDefinition;
  readonly data: object;
  readonly after?: Date | undefined;
  readonly key?: string | undefined;
}

export interface Jobs {
  /** Stores jobs in the caller's transaction. Throws when nobody has declared the queue. */
  store(sql: Sql, requests: readonly JobRequest[]): Promise<void>;
  start(parts: readonly (Worker | Schedule)[]): Promise<void>;
  /** Resolves once nothing is due or running. For tests. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

export interface JobsOptions {
  readonly domain: string;
  readonly databaseUrl: string;
  readonly timeZone: string;
  readonly log: Log;
}

/** The least that the library allows. A worker that is killed is noticed this late. */
const heartbeatSeconds = 10;

export function defineJob<Data extends z.ZodType>(
  name: `${string}.${string}.${string}`,
  data: Data,
  options: Partial<Pick<JobDefinition, 'retryLimit' | 'expireInSeconds'>> = {},
): JobDefinition<Data> {
  return { name, data, retryLimit: 5, expireInSeconds: 900, ...options };
}

/** `onExhausted` runs, at least once, when the last attempt has failed or died. */
export function work<Data extends z.ZodType>(
  job: JobDefinition<Data>,
  run: (data: z.output<Data>, context: JobContext) => Promise<void>,
  options: {
    readonly concurrency?: number;
    readonly onExhausted?: (data: z.output<Data>) => Promise<void>;
  } = {},
): Worker {
  const { concurrency = 1, onExhausted } = options;
  return {
    kind: 'worker',
    job,
    concurrency,
    run: (data, context) => run(job.data.parse(data), context),
    onExhausted: onExhausted === undefined ? null : (data) => onExhausted(job.data.parse(data)),
  };
}

/** What was missed while the service was down is made up for once. */
export function schedule<Data extends z.ZodType>(
  job: JobDefinition<Data>,
  cron: string,
  data: z.input<Data> & object,
): Schedule {
  return { kind: 'schedule', job, cron, data };
}

export function createJobs({ domain, databaseUrl, timeZone, log }: JobsOptions): Jobs {
  let boss: PgBoss | null = null;

  async function start(parts: readonly (Worker | Schedule)[]): Promise<void> {
    if (parts.length === 0) return;
    const starting = new PgBoss({
      connectionString: databaseUrl,
      application_name: `banyan-${domain}-jobs`,
      schema: 'jobs',
      max: 2,
      createSchema: false,
      migrate: false,
      reindex: false,
      registerInstance: false,
      useListenNotify: true,
      superviseIntervalSeconds: 3,
      monitorIntervalSeconds: 3,
    });
    let complained = 0;
    starting.on('error', (error) => {
      // While PostgreSQL is away every poll says so.
      if (Date.now() - complained > 60_000) log.warn({ error }, 'jobs: waiting for the database');
      complained = Date.now();
    });
    try {
      await starting.start();
      for (const part of parts) if (part.kind === 'worker') await openQueue(starting, part, log);
      for (const part of parts)
        if (part.kind === 'schedule')
          await starting.schedule(part.job.name, part.cron, part.data, { tz: timeZone, missed: 'once' });
    } catch (error) {
      await starting.stop({ graceful: false }).catch(() => undefined);
      throw error;
    }
    boss = starting;
  }

  return {
    start,
    async store(sql, requests) {
      for (const { job, data, after, key } of requests) {
        if (boss === null)
          throw new OperatorError(`Nobody works on ${job.name}: the service declares no jobs.`);
        await boss.send(job.name, job.data.parse(data) as object, {
          db: transactionOf(sql),
          singletonKey: key ?? uuidv7(),
          ...(after === undefined ? {} : { startAfter: after }),
        });
      }
    },
    async settle() {
      while (boss !== null && (await isBusy(boss))) await new Promise((resolve) => setTimeout(resolve, 20));
    },
    async stop() {
      await boss?.stop({ timeout: 10_000 });
      boss = null;
    },
  };
}

async function openQueue(boss: PgBoss, worker: Worker, log: Log): Promise<void> {
  const { job, concurrency, onExhausted } = worker;
  const exhausted = onExhausted === null ? null : `${job.name}.exhausted`;
  const options = {
    retryLimit: job.retryLimit,
    retryDelay: 1,
    retryBackoff: true,
    retryDelayMax: 60,
    expireInSeconds: job.expireInSeconds,
    heartbeatSeconds,
    notify: true,
  };
  if (exhausted !== null) await declareQueue(boss, exhausted, { ...options, retryLimit: 1_000 });
  await declareQueue(boss, job.name, {
    ...options,
    ...(exhausted === null ? {} : { deadLetter: exhausted }),
  });
  const working = { notifyPollingIntervalSeconds: 2, heartbeatRefreshSeconds: 3 };
  await boss.work(job.name, { ...working, localConcurrency: concurrency }, async ([one]) => {
    if (one === undefined) return;
    try {
      await worker.run(one.data, { attempt: one.retryCount + 1, signal: one.signal });
    } catch (error) {
      log.warn({ error, job: job.name, id: one.id, attempt: one.retryCount + 1 }, 'jobs: an attempt failed');
      throw error;
    }
  });
  if (exhausted === null) return;
  await boss.work(exhausted, working, async ([one]) => {
    log.error({ job: job.name, id: one?.id }, 'jobs: gave up');
    if (one !== undefined) await onExhausted?.(one.data);
  });
}

/** `short`: of the jobs that wait with the same key there is one. */
async function declareQueue(boss: PgBoss, name: string, options: object): Promise<void> {
  await boss.createQueue(name, { ...options, policy: 'short' });
  await boss.updateQueue(name, options);
}

async function isBusy(boss: PgBoss): Promise<boolean> {
  const { rows } = await boss
    .getDb()
    .executeSql(`select 1 from jobs.job where state < 'completed' and start_after <= now() limit 1`);
  return rows.length > 0;
}

function transactionOf(sql: Sql): Db {
  return {
    executeSql: async (text, values = []) => ({ rows: [...(await sql.unsafe(text, values as never[]))] }),
  };
}
