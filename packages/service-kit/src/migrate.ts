import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { OperatorError } from './error.ts';

/** Tables of the kit itself; first in the list of every service. */
export const kitMigrations = fileURLToPath(new URL('../migrations', import.meta.url));
/** The queues of `jobs.ts`; for services with work that runs later or takes long. */
export const jobMigrations = fileURLToPath(new URL('../migrations/jobs', import.meta.url));
/** The rows of `file-records.ts`; for services that keep files with records. */
export const fileMigrations = fileURLToPath(new URL('../migrations/files', import.meta.url));
/** The replica of people; for services that list, sort or address people. */
export const peopleMigrations = fileURLToPath(new URL('../migrations/people', import.meta.url));

export interface MigrateOptions {
  /** Connection of the owner role, which has BYPASSRLS: a backfill under the policies would see no rows. */
  readonly url: string;
  /** Folders of `*.sql`, applied in this order and by name within a folder. */
  readonly folders: readonly string[];
}

/** 'bnyn' as a number: one lock for all migrations of a database. */
const lockId = 0x626e796e;

/**
 * Applies what is missing, each file in a transaction, under an advisory lock, so that replicas may start together.
 * Throws when a file that was applied has changed since.
 */
export async function migrate({ url, folders }: MigrateOptions): Promise<string[]> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined, connection: { lock_timeout: 60_000 } });
  const applied: string[] = [];
  try {
    await sql`select pg_advisory_lock(${lockId})`;
    await sql`create table if not exists migrations (name text primary key, hash text not null, applied_at timestamptz not null default now())`;
    const done = new Map(
      (await sql<{ name: string; hash: string }[]>`select name, hash from migrations`).map((r) => [
        r.name,
        r.hash,
      ]),
    );
    for (const file of await filesOf(folders)) {
      const text = await readFile(file.path, 'utf8');
      const hash = createHash('sha256').update(text).digest('hex');
      const known = done.get(file.name);
      if (known === hash) continue;
      if (known !== undefined)
        throw new OperatorError(
          `Migration ${file.name} was applied and has changed since. Add a new file instead.`,
        );
      await sql.begin(async (tx) => {
        await tx.unsafe(text);
        await tx`insert into migrations (name, hash) values (${file.name}, ${hash})`;
      });
      applied.push(file.name);
    }
  } finally {
    await sql.end({ timeout: 5 });
  }
  return applied;
}

async function filesOf(folders: readonly string[]): Promise<{ name: string; path: string }[]> {
  const lists = await Promise.all(
    folders.map(async (folder) => {
      const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted();
      const owner = basename(join(folder, '..'));
      return names.map((name) => ({
        name: `${owner}/${basename(folder)}/${name}`,
        path: join(folder, name),
      }));
    }),
  );
  return lists.flat();
}
