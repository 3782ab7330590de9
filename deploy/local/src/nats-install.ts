import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Refusal } from './terminal.ts';

const version = '2.12.15';

/** SHA-256 of the release's tar.gz, as the official container images pin them. */
const checksums: Record<string, string> = {
  'linux-amd64': '58ab8131f819263897e2fc38e503e1b755b63bcafeecc7d12582487df48ca15e',
  'linux-arm64': 'b724db99fefbf8f5c808baa82819ee50350aee9734017e4a478f7e545cef3ab6',
};

export interface Release {
  /** Folder that holds the archives; the official downloads unless told otherwise. */
  baseUrl: string;
  name: string;
  sha256: string;
}

export const howToGetIt =
  'nats-server is needed: `apt-get install nats-server`, `brew install nats-server`, or https://nats.io/download, then start again.';

/** Undefined where no release is pinned for this platform. */
export function pinnedRelease(environment: NodeJS.ProcessEnv = process.env): Release | undefined {
  const architecture = process.arch === 'x64' ? 'amd64' : process.arch;
  const platform = `${process.platform}-${architecture}`;
  const sha256 = checksums[platform];
  if (!sha256) return undefined;
  const official = `https://github.com/nats-io/nats-server/releases/download/v${version}`;
  return {
    baseUrl: environment.NATS_DOWNLOAD_URL ?? official,
    name: `nats-server-v${version}-${platform}`,
    sha256,
  };
}

async function download(url: string): Promise<Buffer> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(120_000) });
    if (response.ok) return Buffer.from(await response.arrayBuffer());
    throw new Error(`answered ${response.status}`);
  } catch (error) {
    const { cause, message } = error as Error;
    throw new Refusal(`${url}: ${(cause as Error | undefined)?.message ?? message}. ${howToGetIt}`);
  }
}

/** Fetches a release, checks it and puts the program into the folder. Nothing of a refused archive is unpacked. */
export async function installRelease(release: Release, binDirectory: string): Promise<string> {
  const url = `${release.baseUrl}/${release.name}.tar.gz`;
  const archive = await download(url);
  const actual = createHash('sha256').update(archive).digest('hex');
  if (actual !== release.sha256) {
    throw new Refusal(
      `${url} is not the pinned release: its SHA-256 is ${actual}, expected ${release.sha256}. Nothing of it was kept. ${howToGetIt}`,
    );
  }
  const work = mkdtempSync(path.join(tmpdir(), 'banyan-nats-'));
  try {
    const file = path.join(work, 'nats.tar.gz');
    writeFileSync(file, archive);
    const unpacked = spawnSync('tar', ['-xzf', file, '-C', work], { encoding: 'utf8' });
    if (unpacked.status !== 0)
      throw new Refusal(`tar cannot unpack ${url}: ${unpacked.stderr}. ${howToGetIt}`);
    const program = path.join(work, release.name, 'nats-server');
    chmodSync(program, 0o755);
    mkdirSync(binDirectory, { recursive: true });
    moveFile(program, path.join(binDirectory, 'nats-server'));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return path.join(binDirectory, 'nats-server');
}

function moveFile(from: string, to: string): void {
  const moved = spawnSync('cp', [from, `${to}.part`]);
  if (moved.status !== 0) throw new Refusal(`Cannot write ${to}`);
  renameSync(`${to}.part`, to);
}
