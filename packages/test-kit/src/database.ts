import { createHash, randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { migrate } from '@banyan/service-kit/migrate';
import postgres, { type Sql } from 'postgres';

export interface TestDatabase {
  /** Connection of the running role, behind row-level security. */
  readonly url: string;
  /** Connection of the owner role, which sees every row: for arranging and for looking. */
  readonly ownerUrl: string;
  readonly owner: Sql;
  drop(): Promise<void>;
}

const password = 'test-only';

/** The server for tests: a superuser's URL in TEST_DATABASE_URL. */
export function testServerUrl(): string {
  const url = process.env['TEST_DATABASE_URL'];
  if (!url)
    throw new Error('TEST_DATABASE_URL is not set: run the tests with npm test, which starts PostgreSQL.');
  return url;
}

function urlFor(user: string, database: string): string {
  const url = new URL(testServerUrl());
  url.username = user;
  url.password = password;
  url.pathname = `/${database}`;
  return url.href;
}

/** A fresh database, cloned from a template that is migrated once per set of migrations. */
export async function createTestDatabase(domain: string, folders: readonly string[]): Promise<TestDatabase> {
  const server = postgres(testServerUrl(), { max: 1, onnotice: () => undefined });
  const name = `test_${domain}_${randomBytes(6).toString('hex')}`;
  try {
    await server`select pg_advisory_lock(hashtext('banyan-test-template'))`;
    const template = await ensureTemplate(server, domain, folders);
    await server.unsafe(`create database ${name} template ${template} owner banyan_migrator`);
    await server`select pg_advisory_unlock(hashtext('banyan-test-template'))`;
  } finally {
    await server.end();
  }
  const ownerUrl = urlFor('banyan_migrator', name);
  const owner = postgres(ownerUrl, { max: 2, onnotice: () => undefined });
  return {
    url: urlFor(`banyan_${domain}`, name),
    ownerUrl,
    owner,
    drop: async () => {
      await owner.end({ timeout: 2 });
      const admin = postgres(testServerUrl(), { max: 1, onnotice: () => undefined });
      await admin.unsafe(`drop database if exists ${name} with (force)`);
      await admin.end();
    },
  };
}

async function ensureTemplate(server: Sql, domain: string, folders: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of folders) {
    for (const file of (await readdir(folder)).filter((f) => f.endsWith('.sql')).toSorted()) {
      hash.update(file).update(await readFile(join(folder, file)));
    }
  }
  const template = `template_${domain}_${hash.digest('hex').slice(0, 12)}`;
  await ensureRole(server, 'banyan_service', 'nologin');
  await ensureRole(server, 'banyan_migrator', `login bypassrls password '${password}'`);
  await ensureRole(server, `banyan_${domain}`, `login password '${password}' in role banyan_service`);
  const [existing] = await server`select 1 from pg_database where datname = ${template}`;
  if (existing !== undefined) return template;
  await server.unsafe(`create database ${template}_new owner banyan_migrator`);
  try {
    await migrate({ url: urlFor('banyan_migrator', `${template}_new`), folders });
    await server.unsafe(`alter database ${template}_new rename to ${template}`);
  } catch (error) {
    await server.unsafe(`drop database if exists ${template}_new with (force)`);
    throw error;
  }
  return template;
}

async function ensureRole(server: Sql, role: string, attributes: string): Promise<void> {
  const [existing] = await server`select 1 from pg_roles where rolname = ${role}`;
  if (existing === undefined) await server.unsafe(`create role ${role} ${attributes}`);
}
