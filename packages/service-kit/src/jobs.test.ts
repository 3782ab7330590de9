import { createTestService, type TestService } from '@banyan/test-kit/service';
import { PgBoss } from 'pg-boss';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defineJob, type JobContext, schedule, work } from './jobs.ts';
import { jobMigrations, kitMigrations } from './migrate.ts';
import { systemScope } from './scope.ts';

const ring = defineJob('notes.bell.ring', z.object({ bell: z.string() }), { retryLimit: 1 });
const sweep = defineJob('notes.floor.sweep', z.object({}));
const scope = systemScope('notes.bell.ring');
const rung: { bell: string; attempt: number }[] = [];
const givenUp: string[] = [];
let fails: (bell: string, context: JobContext) => boolean = () => false;
let notes: TestService;

beforeAll(async () => {
  notes = await createTestService({
    domain: 'notes',
    migrations: [kitMigrations, jobMigrations],
    compose: () => ({
      subscriptions: [],
      jobs: [
        work(
          ring,
          async ({ bell }, context) => {
            rung.push({ bell, attempt: context.attempt });
            if (fails(bell, context)) throw new Error('cracked');
          },
          { onExhausted: async ({ bell }) => void givenUp.push(bell) },
        ),
        work(sweep, async () => undefined),
        schedule(sweep, '30 3 * * *', {}),
      ],
    }),
  });
});
afterAll(() => notes.close());

const enqueue = (bell: string, options?: { after?: Date; key?: string }): Promise<void> =>
  notes.kit.database.write(scope, async (tx) => tx.enqueue(ring, { bell }, options));
const ringsOf = (bell: string): number[] =>
  rung.filter((one) => one.bell === bell).map(({ attempt }) => attempt);

describe('a job', () => {
  it('runs once its transaction has committed', async () => {
    await enqueue('committed');
    await notes.settleJobs();
    expect(ringsOf('committed')).toEqual([1]);
  });

  it('does not exist when its transaction fails', async () => {
    const failed = notes.kit.database.write(scope, async (tx) => {
      tx.enqueue(ring, { bell: 'rolled back' });
      await tx.sql`select 1 / 0`;
    });
    await expect(failed).rejects.toThrow('division by zero');
    await notes.settleJobs();
    expect(ringsOf('rolled back')).toEqual([]);
  });

  it('waits for its time, once for each key', async () => {
    const later = new Date(Date.now() + 3_600_000);
    await enqueue('later', { after: later, key: 'one' });
    await enqueue('later', { after: later, key: 'one' });
    await enqueue('later', { after: later, key: 'two' });
    await notes.settleJobs();
    expect(ringsOf('later')).toEqual([]);
    const waiting = await notes.owner`select data from jobs.job where data ->> 'bell' = 'later'`;
    expect(waiting).toHaveLength(2);
  });

  it('that fails runs again', async () => {
    fails = (bell, { attempt }) => bell === 'cracked once' && attempt === 1;
    await enqueue('cracked once');
    await expect.poll(() => ringsOf('cracked once'), { timeout: 30_000 }).toEqual([1, 2]);
    await notes.settleJobs();
    expect(givenUp).toEqual([]);
  });

  it('that goes on failing is given up, and somebody is told', async () => {
    fails = (bell) => bell === 'broken';
    await enqueue('broken');
    await expect.poll(() => givenUp, { timeout: 30_000 }).toEqual(['broken']);
    expect(ringsOf('broken')).toEqual([1, 2]);
  }, 30_000);

  it('with data of another shape is refused where it is enqueued', async () => {
    await expect(enqueue(7 as unknown as string)).rejects.toThrow();
  });
});

it('a job by the calendar is kept with its time zone', async () => {
  const rows = await notes.owner`select name, cron, timezone from jobs.schedule`;
  expect(rows).toEqual([{ name: sweep.name, cron: '30 3 * * *', timezone: 'Asia/Shanghai' }]);
});

it('the migration made the tables that the library of this version works with', async () => {
  const { host, port, database, user, pass } = notes.owner.options;
  const boss = new PgBoss({
    connectionString: `postgres://${user}:${String(pass)}@${host[0]}:${port[0]}/${database}`,
    schema: 'jobs',
    migrate: false,
    createSchema: false,
  });
  const faults: Error[] = [];
  boss.on('error', (error) => void faults.push(error));
  await boss.start();
  const { ok } = await boss.detectSchemaDrift();
  await boss.stop({ graceful: false });
  expect([ok, faults]).toEqual([true, []]);
});
