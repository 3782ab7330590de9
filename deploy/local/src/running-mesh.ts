import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isRunning, type ProcessRecord, recordProcess } from './process-record.ts';
import { Refusal } from './terminal.ts';

export interface RunningServices {
  /** Environment of each service, for one that is started in its place. */
  environments: Record<string, Record<string, string>>;
  /** Owner's connection of each service, for migrations written while developing. */
  ownerUrls: Record<string, string>;
  remotesDirectory: string;
}

/** What a mesh leaves in its data directory, for `npm run dev` and for a second start. */
export interface RunningMesh {
  launcher: ProcessRecord;
  origin: string;
  /** Undefined until everything is up. */
  services?: RunningServices;
}

function fileOf(directory: string): string {
  return path.join(directory, 'mesh.json');
}

export function findRunningMesh(directory: string): RunningMesh | undefined {
  if (!existsSync(fileOf(directory))) return undefined;
  const mesh = JSON.parse(readFileSync(fileOf(directory), 'utf8')) as RunningMesh;
  return isRunning(mesh.launcher) ? mesh : undefined;
}

export function refuseSecondMesh(directory: string): void {
  const mesh = findRunningMesh(directory);
  // Of this very process it can only be one that failed to start.
  if (!mesh || mesh.launcher.pid === process.pid) return;
  throw new Refusal(
    `This checkout runs already: ${mesh.origin} (process ${mesh.launcher.pid}). Stop it first; two at once need two checkouts.`,
  );
}

export function writeRunningMesh(directory: string, mesh: Omit<RunningMesh, 'launcher'>): void {
  const launcher = recordProcess('launcher', process.pid, 'SIGTERM');
  writeFileSync(fileOf(directory), JSON.stringify({ launcher, ...mesh }, null, 2), { mode: 0o600 });
}

export function forgetRunningMesh(directory: string): void {
  rmSync(fileOf(directory), { force: true });
}
