import { createSealer } from '@banyan/archives-service/members/sealed-fields';
import { fileMigrations, jobMigrations, kitMigrations, peopleMigrations } from '@banyan/service-kit/migrate';
import { createTestDatabase, type TestDatabase } from '@banyan/test-kit/database';
import { verify } from '@node-rs/argon2';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { demoPassword, namedAccounts } from './accounts.ts';
import { loadDemo, type LoadedDemo } from './load.ts';
import { stripTables } from './stripped-tables.ts';

const migrationsOf = (service: string) =>
  fileURLToPath(new URL(`../../../../services/${service}/migrations`, import.meta.url));
const keys = {
  fieldKey: Buffer.alloc(32, 1).toString('base64'),
  indexKey: Buffer.alloc(32, 2).toString('base64'),
};
const members = 600;

let identity: TestDatabase;
let archives: TestDatabase;

async function open(): Promise<void> {
  identity = await createTestDatabase('identity', [
    kitMigrations,
    peopleMigrations,
    migrationsOf('identity'),
  ]);
  archives = await createTestDatabase('archives', [
    kitMigrations,
    jobMigrations,
    fileMigrations,
    migrationsOf('archives'),
  ]);
}

async function close(): Promise<void> {
  await Promise.all([identity.drop(), archives.drop()]);
}

function load(onProgress?: (line: string) => void) {
  const ownerUrls = { identity: identity.ownerUrl, archives: archives.ownerUrl };
  return loadDemo({ ownerUrls, members, today: '2026-11-23', ...keys, ...(onProgress && { onProgress }) });
}

async function count(database: TestDatabase, table: string): Promise<number> {
  const [row] = await database.owner.unsafe(`select count(*)::int as count from ${table}`);
  return row?.['count'];
}

describe('a group that is loaded', () => {
  let loaded: LoadedDemo;
  beforeAll(async () => {
    await open();
    loaded = await load();
  });
  afterAll(close);

  test('both databases hold the same tree at the same revision, and the same people', async () => {
    const tree =
      'select id, parent_id, path, type, code, name, established_on, term_ends_on, version from organizations order by id';
    expect(await archives.owner.unsafe(tree)).toEqual(await identity.owner.unsafe(tree));
    const revision = `select revision from replica_states where name = 'organizations'`;
    expect(await archives.owner.unsafe(revision)).toEqual(await identity.owner.unsafe(revision));
    const people = 'id, name, pinyin, organization_id, section_id, stage, state, account_id, version';
    expect(await identity.owner.unsafe(`select ${people} from people order by id`)).toEqual(
      await archives.owner.unsafe(`select ${people} from members order by id`),
    );
    expect([await count(archives, 'members'), await count(identity, 'organizations')]).toEqual([
      members,
      loaded.organizations,
    ]);
  });

  test('the named accounts have the password and their role, and no other account has a password', async () => {
    const rows = await identity.owner<{ username: string; hash: string; role: string | null }[]>`
      select a.username, p.hash, g.role_id as role from passwords p join accounts a on a.id = p.account_id
        left join grants g on g.account_id = a.id`;
    const expected = namedAccounts.map(({ username, role }) => [username, role === 'member' ? null : role]);
    expect(rows.map(({ username, role }) => [username, role]).toSorted()).toEqual(expected.toSorted());
    expect(await verify(rows[0]?.hash ?? '', demoPassword)).toBe(true);
  });

  test('identity numbers open with the key, and are found by hash and tail', async () => {
    const sealer = createSealer(keys);
    const [row] =
      await archives.owner`select id, id_number, id_number_hash, id_number_tail, sex from members limit 1`;
    const number = sealer.open(row?.['id'], 'idNumber', row?.['id_number']);
    expect(number).toMatch(/^65029\d{12}[\dX]$/);
    expect(row?.['id_number_hash']).toEqual(sealer.hash('idNumber', number));
    expect(row?.['id_number_tail']).toEqual(sealer.tail('idNumber', number));
  });

  test('counts of the whole group and of a branch are those of the rows', async () => {
    const [wrong] = await archives.owner`
      select count(*)::int as count from member_counts c where c.stage <> '*' and c.state <> '*' and c.own <> (
        select count(*) from members m where m.organization_id = c.organization_id and m.stage = c.stage and m.state = c.state)`;
    const [root] = await archives.owner`
      select below::int from member_counts join organizations o on o.id = organization_id
      where o.parent_id is null and stage = '*' and member_counts.state = '*'`;
    expect([wrong?.['count'], root?.['below']]).toEqual([0, members]);
    expect(await count(archives, 'member_count_deltas')).toBe(0);
  });

  test('a history ends in the version and the instant of its record', async () => {
    const [wrong] = await archives.owner`
      select count(*)::int as count from members m
      where not exists (select from member_history h where h.member_id = m.id and h.version = m.version and h.at = m.updated_at)
        or (select count(*) from member_history h where h.member_id = m.id) <> m.version`;
    expect(wrong?.['count']).toBe(0);
  });
});

describe('empty databases', () => {
  beforeEach(open);
  afterEach(close);

  test('a load that breaks off leaves nothing, and the next one is whole', async () => {
    const broken = load((line) => {
      if (line.endsWith('members')) throw new Error('the machine stops');
    });
    await expect(broken).rejects.toThrow('the machine stops');
    expect([await count(archives, 'members'), await count(identity, 'accounts')]).toEqual([0, 0]);
    await load();
    expect(await count(archives, 'members')).toBe(members);
  });

  test('a load that breaks off between the databases is completed by the next one, and a third changes nothing', async () => {
    const broken = load((line) => {
      if (line === 'archives is loaded') throw new Error('the machine stops');
    });
    await expect(broken).rejects.toThrow('the machine stops');
    expect([await count(archives, 'members'), await count(identity, 'people')]).toEqual([members, 0]);
    await load();
    await load();
    expect([await count(archives, 'members'), await count(identity, 'people')]).toEqual([members, members]);
  });

  test('stripped tables get back every index and foreign key that they had', async () => {
    const definitions = `
      select pg_get_indexdef(indexrelid) as definition from pg_index join pg_class on oid = indrelid
      where relnamespace = 'public'::regnamespace
      union all select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint
      where connamespace = 'public'::regnamespace order by 1`;
    for (const [database, tables] of [
      [archives, ['members', 'member_history']],
      [identity, ['accounts', 'people']],
    ] as const) {
      const before = await database.owner.unsafe(definitions);
      const restore = await stripTables(database.owner, tables);
      expect((await database.owner.unsafe(definitions)).length).toBeLessThan(before.length);
      await restore();
      expect(await database.owner.unsafe(definitions)).toEqual(before);
    }
  });
});
