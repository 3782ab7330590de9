import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { ownerOnly } from './owner-only.ts';

export interface ProcessRecord {
  name: string;
  pid: number;
  /** Start time in clock ticks since boot: tells a process from a later one with the same pid. */
  startedAt: string;
  signal: NodeJS.Signals;
}

/** Undefined for a process that is gone, a zombie included. */
export function processStartedAt(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

export function isRunning(record: Pick<ProcessRecord, 'pid' | 'startedAt'>): boolean {
  return processStartedAt(record.pid) === record.startedAt;
}

export function recordProcess(name: string, pid: number, signal: NodeJS.Signals): ProcessRecord {
  return { name, pid, startedAt: processStartedAt(pid) ?? '', signal };
}

export function readRecords(file: string): ProcessRecord[] {
  if (!existsSync(file)) return [];
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return [];
  }
}

export function writeRecords(file: string, records: ProcessRecord[]): void {
  // Also one of an earlier run: a mode is given to new files only.
  if (existsSync(file)) chmodSync(file, ownerOnly);
  writeFileSync(file, `${JSON.stringify(records, null, 2)}\n`, { mode: ownerOnly });
}

/** Resolves to false when the process is still there after the time. */
export async function untilGone(record: ProcessRecord, timeoutMs: number): Promise<boolean> {
  const deadline = performance.now() + timeoutMs;
  while (isRunning(record)) {
    if (performance.now() > deadline) return false;
    await delay(25);
  }
  return true;
}

/** Stops processes that an earlier launcher left, the newest first. Returns their names. */
export async function stopLeftovers(file: string): Promise<string[]> {
  const left = readRecords(file).filter(isRunning).toReversed();
  for (const record of left) {
    process.kill(record.pid, record.signal);
    if (!(await untilGone(record, 10_000))) process.kill(record.pid, 'SIGKILL');
  }
  return left.map((record) => record.name);
}
