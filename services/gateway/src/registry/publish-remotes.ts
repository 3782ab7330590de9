import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { publishVersion, type PublishedVersion } from './change-registry.ts';
import { isSafeSegment } from './registry.ts';
import { openRegistryDatabase } from './registry-database.ts';

export interface PublishOptions {
  /** Connection of the gateway's running role. */
  readonly databaseUrl: string;
  /** Holds `<name>/<version>/` with `mf-manifest.json` and `integrity.json` in each. */
  readonly remotesDir: string;
  /** The version to publish of each remote; where it is not said, the one whose files are newest. */
  readonly versions?: Readonly<Record<string, string>>;
  readonly by?: string;
}

const integritySchema = z.record(z.string(), z.string().regex(/^sha(256|384|512)-[A-Za-z0-9+/=]+$/));

/** Puts built remotes into the registry. Returns those that changed. */
export async function publishRemotes(options: PublishOptions): Promise<PublishedVersion[]> {
  const found = await findRemotes(options.remotesDir, options.versions ?? {});
  const database = openRegistryDatabase(options.databaseUrl, 1, () => undefined);
  try {
    const changed: PublishedVersion[] = [];
    for (const remote of found)
      if (await publishVersion(database, remote, { by: options.by ?? 'publish-remotes' }))
        changed.push(remote);
    return changed;
  } finally {
    await database.close();
  }
}

async function findRemotes(
  remotesDir: string,
  versions: Readonly<Record<string, string>>,
): Promise<PublishedVersion[]> {
  const found: PublishedVersion[] = [];
  for (const name of await foldersIn(remotesDir)) {
    const version = versions[name] ?? (await newestVersion(join(remotesDir, name)));
    if (version === null) continue;
    const folder = join(remotesDir, name, version);
    await stat(join(folder, 'mf-manifest.json'));
    const integrity = integritySchema.parse(
      JSON.parse(await readFile(join(folder, 'integrity.json'), 'utf8')),
    );
    found.push({ name, version, integrity });
  }
  return found;
}

async function newestVersion(folder: string): Promise<string | null> {
  let newest: { version: string; at: number } | null = null;
  for (const version of await foldersIn(folder)) {
    const file = await stat(join(folder, version, 'integrity.json')).catch(() => null);
    if (file !== null && (newest === null || file.mtimeMs > newest.at))
      newest = { version, at: file.mtimeMs };
  }
  return newest?.version ?? null;
}

async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory() && isSafeSegment(entry.name) && !entry.name.endsWith('.part'))
    .map((entry) => entry.name)
    .toSorted();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { DATABASE_URL: databaseUrl, REMOTES_DIR: remotesDir, REMOTE_VERSIONS: chosen } = process.env;
  if (!databaseUrl || !remotesDir) throw new Error('Set DATABASE_URL and REMOTES_DIR.');
  const versions = z.record(z.string(), z.string()).parse(JSON.parse(chosen || '{}'));
  const changed = await publishRemotes({ databaseUrl, remotesDir, versions });
  for (const { name, version } of changed) process.stdout.write(`${name} ${version}\n`);
}
