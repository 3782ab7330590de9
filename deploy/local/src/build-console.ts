import { spawn } from 'node:child_process';
import { createHash, type Hash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { checkout, inCheckout } from './paths.ts';
import { Refusal, type Say, seconds } from './terminal.ts';

const ignored = new Set(['node_modules', 'dist', '.turbo', 'test-results']);
const host = 'shell';

/** Apps with a build: the host, and a remote per domain. */
export function listApps(): string[] {
  return readdirSync(inCheckout('apps'))
    .filter((name) => existsSync(inCheckout('apps', name, 'rsbuild.config.ts')))
    .toSorted();
}

function addFiles(hash: Hash, folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true }).toSorted((a, b) =>
    a.name < b.name ? -1 : 1,
  )) {
    if (ignored.has(entry.name)) continue;
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) addFiles(hash, file);
    else if (entry.isFile()) hash.update(`${path.relative(checkout, file)}\0`).update(readFileSync(file));
  }
}

/** The app's workspace packages, those of its packages included. */
function packagesOf(folder: string, found = new Set<string>()): Set<string> {
  const { dependencies = {}, devDependencies = {} } = JSON.parse(
    readFileSync(path.join(folder, 'package.json'), 'utf8'),
  );
  for (const name of Object.keys({ ...dependencies, ...devDependencies })) {
    const source = inCheckout('packages', name.replace('@banyan/', ''));
    if (!name.startsWith('@banyan/') || found.has(source) || !existsSync(source)) continue;
    found.add(source);
    packagesOf(source, found);
  }
  return found;
}

/** One hash of everything an app is built from: itself, its packages, the locked versions. */
function sourceHash(app: string): string {
  const hash = createHash('sha256');
  const folder = inCheckout('apps', app);
  for (const source of [folder, ...[...packagesOf(folder)].toSorted()]) addFiles(hash, source);
  hash.update(readFileSync(inCheckout('pnpm-lock.yaml')));
  return hash.digest('hex');
}

function buildStamp(app: string): string {
  return inCheckout('apps', app, 'dist', '.source-hash');
}

function isStale(app: string): boolean {
  const stamp = buildStamp(app);
  return !existsSync(stamp) || readFileSync(stamp, 'utf8') !== sourceHash(app);
}

function runBuild(app: string, signal: AbortSignal): Promise<void> {
  const folder = inCheckout('apps', app);
  const rsbuild = path.join(folder, 'node_modules', '.bin', 'rsbuild');
  return new Promise((resolve, reject) => {
    const child = spawn(rsbuild, ['build'], {
      cwd: folder,
      env: {
        ...process.env,
        NODE_ENV: 'production',
        PATH: `${path.dirname(process.execPath)}:${process.env.PATH}`,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      signal,
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
    child.once('error', (error) => reject(new Refusal(`apps/${app} does not build: ${error.message}`)));
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new Refusal(`${output.trim()}\napps/${app} does not build (exit code ${code}).`));
    });
  });
}

async function build(app: string, say: Say, signal: AbortSignal): Promise<void> {
  const began = performance.now();
  const hash = sourceHash(app);
  await runBuild(app, signal);
  writeFileSync(buildStamp(app), hash);
  say(`Console: built apps/${app} in ${seconds(began)}`);
}

/** Version of a build: the hash of its files, so that the same content is the same version everywhere. */
function contentVersion(dist: string): string {
  const hash = createHash('sha256');
  const add = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true }).toSorted((a, b) =>
      a.name < b.name ? -1 : 1,
    )) {
      const file = path.join(folder, entry.name);
      if (entry.isDirectory()) add(file);
      else if (!isSideFile(entry.name))
        hash.update(`${path.relative(dist, file)}\0`).update(readFileSync(file));
    }
  };
  add(dist);
  return hash.digest('hex').slice(0, 12);
}

function isSideFile(name: string): boolean {
  return name.startsWith('.') || name.endsWith('.br') || name.endsWith('.gz');
}

/** Publishing takes the version whose list of hashes is newest: also when a build came back to an earlier version. */
const newestMark = 'integrity.json';

function markAsNewest(file: string): void {
  const siblings = readdirSync(path.resolve(file, '../..')).map((version) =>
    path.resolve(file, '../..', version, newestMark),
  );
  const newest = Math.max(
    ...siblings.filter((sibling) => existsSync(sibling)).map((sibling) => statSync(sibling).mtimeMs),
  );
  if (existsSync(file) && statSync(file).mtimeMs < newest) utimesSync(file, new Date(), new Date());
}

/** Copies a remote's build to `<remotes>/<name>/<version>/`; a version that is there is never touched. */
export function placeRemote(name: string, dist: string, remotesDirectory: string): string {
  const version = contentVersion(dist);
  const target = path.join(remotesDirectory, name, version);
  if (!existsSync(target)) {
    const part = `${target}.part`;
    rmSync(part, { recursive: true, force: true });
    mkdirSync(path.dirname(target), { recursive: true });
    const filter = (file: string) => path.basename(file) !== '.source-hash';
    // The gateway takes a compressed copy only when it is not older than its file.
    cpSync(dist, part, { recursive: true, preserveTimestamps: true, filter });
    renameSync(part, target);
  }
  markAsNewest(path.join(target, newestMark));
  return version;
}

/** A remote that does not build costs its part of the console, said with the reason; without the host there is none. */
async function tryBuild(app: string, say: Say, signal: AbortSignal): Promise<void> {
  try {
    await build(app, say, signal);
  } catch (error) {
    if (app === host || !(error instanceof Refusal)) throw error;
    say(`${error.message} The console goes without it.`);
  }
}

/** Builds what is stale, one app after another, and places the remotes. Returns the version of each remote. */
export async function buildConsole(
  remotesDirectory: string,
  say: Say,
  signal: AbortSignal,
): Promise<Record<string, string>> {
  const apps = listApps();
  for (const app of apps.filter(isStale)) await tryBuild(app, say, signal);
  const built = apps.filter((app) => app !== host && existsSync(buildStamp(app)));
  return Object.fromEntries(
    built.map((app) => [app, placeRemote(app, inCheckout('apps', app, 'dist'), remotesDirectory)]),
  );
}

export const shellDirectory = path.join(checkout, 'apps', host, 'dist');
