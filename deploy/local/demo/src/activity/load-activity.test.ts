import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { faultsOfTransfers } from '@banyan/archives-service/testing/transfer-invariants';
import { fileMigrations, jobMigrations, kitMigrations, peopleMigrations } from '@banyan/service-kit/migrate';
import { createTestDatabase, type TestDatabase } from '@banyan/test-kit/database';
import type { Sql } from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadDemo } from '../load.ts';
import { loadActivity } from './load-activity.ts';

const migrationsOf = (service: string) =>
  fileURLToPath(new URL(`../../../../../services/${service}/migrations`, import.meta.url));
const keys = {
  fieldKey: Buffer.alloc(32, 1).toString('base64'),
  indexKey: Buffer.alloc(32, 2).toString('base64'),
};
const group = { members: 12_000, today: '2026-11-23' };
const showcase = `(select id from organizations where name = '采油一厂采油一队党支部')`;

let identity: TestDatabase;
let archives: TestDatabase;
let files: string;
let refused: readonly Error[];
let owner: Sql;

beforeAll(async () => {
  [identity, archives, files] = await Promise.all([
    createTestDatabase('identity', [kitMigrations, peopleMigrations, migrationsOf('identity')]),
    createTestDatabase('archives', [kitMigrations, jobMigrations, fileMigrations, migrationsOf('archives')]),
    mkdtemp(join(tmpdir(), 'banyan-demo-files-')),
  ]);
  owner = archives.owner;
  const ownerUrls = { identity: identity.ownerUrl, archives: archives.ownerUrl };
  await loadDemo({ ownerUrls, ...group, ...keys });
  const environment = {
    DATABASE_URL: archives.url,
    IDENTITY_URL: 'http://127.0.0.1',
    SERVICE_SECRET: 'secret of the mesh',
    FIELD_KEY: keys.fieldKey,
    INDEX_KEY: keys.indexKey,
    FILES_DIR: files,
  };
  refused = await loadActivity({ ownerUrls, environment, ...group });
}, 240_000);
afterAll(async () => {
  await Promise.all([identity.drop(), archives.drop(), rm(files, { recursive: true })]);
});

async function counts(text: string): Promise<Record<string, number>> {
  const rows = await owner.unsafe<{ what: string; count: number }[]>(text);
  return Object.fromEntries(rows.map(({ what, count }) => [what, count]));
}

async function number(text: string): Promise<number> {
  const [row] = await owner.unsafe<{ count: number }[]>(`select count(*)::int as count from ${text}`);
  return row?.count ?? -1;
}

describe('months of daily work in the demonstration group', () => {
  test('archives refuses none of it', () => {
    expect(refused.map(({ message }) => message)).toEqual([]);
  });

  test('there are transfers in every state, and a group of them', async () => {
    expect(
      await counts(`select kind || ' ' || state as what, count(*)::int from transfers group by 1`),
    ).toEqual({
      'within applied': 2,
      'within issued': 8,
      'within received': 4,
      'within closed': 5,
      'within rejected': 2,
      'within cancelled': 1,
      'within expired': 1,
      'out applied': 1,
      'out issued': 1,
      'out closed': 1,
      'in issued': 1,
      'in received': 1,
    });
    expect(await number(`transfers where group_id is not null`)).toBe(6);
    expect(await number(`transfers where state = 'issued' and reminded_on is not null`)).toBe(1);
  });

  test('there is something on every other page too', async () => {
    expect(await counts(`select state as what, count(*)::int from change_requests group by 1`)).toEqual({
      open: 4,
      decided: 4,
      withdrawn: 1,
    });
    expect(await counts(`select status as what, rows as count from imports`)).toEqual({
      committed: 30,
      undone: 12,
    });
    expect(await counts(`select state as what, count(*)::int from verification_rounds group by 1`)).toEqual({
      open: 1,
      closed: 1,
    });
    expect(await number(`verification_results where people <> confirmed + corrected + unknown`)).toBe(0);
    expect(await number(`floating_members where person_id is null`)).toBe(3);
    expect(await number(`contact_searches`)).toBeGreaterThan(5);
    expect(await number(`floating_contacts`)).toBeGreaterThan(5);
    expect(await number(`saved_views`)).toBe(5);
    expect(await number(`files where removed_at is null`)).toBe((await number(`files`)) - 3);
    expect(await number(`members where custom ? 'commute-minutes' and organization_id <> ${showcase}`)).toBe(
      18,
    );
  });

  test('counts, histories, audit rows and facts agree', async () => {
    // It names the version that it saw, and makes none.
    await owner`delete from audit_entries where action = 'archives.contact-search.log'`;
    // What was loaded with the group has no audit rows: nobody did it here.
    await owner`
      insert into audit_entries (id, action, entity, subject_id, version)
      select uuidv7(), 'archives.member.load', 'member', h.member_id, h.version from member_history h
      where not exists (select from audit_entries a where a.entity = 'member' and a.subject_id = h.member_id and a.version = h.version)`;
    expect(await faultsOfTransfers(owner)).toEqual([]);
    const [wrong] = await owner<{ count: number }[]>`
      with newest as (
        select distinct on (f.data -> 'person' ->> 'id') f.data from (
          select sequence, message::jsonb -> 'data' as data from outbox where subject like 'banyan.archives.member.%'
        ) f where f.data ? 'person' order by f.data -> 'person' ->> 'id', sequence desc
      ) select count(*)::int from newest join members m on m.id = (data -> 'person' ->> 'id')::uuid
      where (data ->> 'version')::int <> m.version or data -> 'person' ->> 'organizationId' <> m.organization_id::text`;
    expect(wrong?.count).toBe(0);
  });

  test('all of it lies before the day of loading, and each history in its order', async () => {
    const day = `'2026-11-23 00:00+08'`;
    expect(await number(`transfer_steps where at >= ${day}`)).toBe(0);
    expect(await number(`member_history where at >= ${day}`)).toBe(0);
    expect(await number(`audit_entries where at >= ${day} and action <> 'archives.member.load'`)).toBe(0);
    expect(await number(`outbox where (message::jsonb ->> 'time')::timestamptz >= ${day}`)).toBe(0);
    for (const [table, of] of [
      ['member_history', 'member_id'],
      ['transfer_steps', 'transfer_id'],
    ])
      expect(
        await number(
          `(select at < lag(at) over (partition by ${of} order by version) as early from ${table}) s where early`,
        ),
      ).toBe(0);
    expect(
      await number(`transfers t where t.applied_on <> (
      select (s.at at time zone 'Asia/Shanghai')::date from transfer_steps s where s.transfer_id = t.id and s.version = 1)`),
    ).toBe(0);
  });

  test('the branch of the guide has nothing under way', async () => {
    for (const table of ['change_requests', 'verification_answers', 'dossier_items'])
      expect(await number(`${table} where organization_id = ${showcase}`)).toBe(0);
    expect(
      await number(`transfers where from_organization_id = ${showcase} or to_organization_id = ${showcase}`),
    ).toBe(0);
    expect(
      await number(`audit_entries where organization_id = ${showcase} and action <> 'archives.member.load'`),
    ).toBe(0);
  });
});
