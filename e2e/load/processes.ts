import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

interface Process {
  readonly pid: number;
  readonly name: string;
  /** Processor time so far in ms, user and system. */
  readonly cpuMs: number;
}

const ticksPerSecond = 100;

/** Which part of the mesh a command line belongs to, or null. */
function partOf(command: string): string | null {
  const service = /services\/([a-z]+)\/src\/main\.ts/.exec(command);
  if (service !== null) return service[1] as string;
  if (/(^|\/)postgres(:|\s|$)/.test(command)) return 'postgres';
  if (command.includes('nats-server')) return 'nats';
  if (/deploy\/local\/(src|bootstrap)/.test(command)) return 'launcher';
  return null;
}

function descendants(root: number): Set<number> {
  const parents = new Map<number, number>();
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    try {
      const stat = readFileSync(`/proc/${entry}/stat`, 'utf8');
      parents.set(Number(entry), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
    } catch {
      // The process ended between the listing and the reading.
    }
  }
  const found = new Set([root]);
  for (let grown = true; grown;) {
    grown = false;
    for (const [pid, parent] of parents)
      if (found.has(parent) && !found.has(pid)) grown = Boolean(found.add(pid));
  }
  return found;
}

/** The mesh's processes below a launcher's process. */
export function meshProcesses(root: number): Process[] {
  return [...descendants(root)].flatMap((pid) => {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
      const name = partOf(command);
      if (name === null) return [];
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return [{ pid, name, cpuMs: ((Number(fields[11]) + Number(fields[12])) * 1000) / ticksPerSecond }];
    } catch {
      return [];
    }
  });
}

/** Processor time per part, in ms. */
export function cpuByPart(root: number): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { name, cpuMs } of meshProcesses(root)) sums.set(name, (sums.get(name) ?? 0) + cpuMs);
  return sums;
}

/** Proportional set size per part, in MiB: shared pages are counted once over all processes. */
export function pssByPart(root: number): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { pid, name } of meshProcesses(root)) {
    try {
      const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
      const kib = Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0);
      sums.set(name, (sums.get(name) ?? 0) + kib / 1024);
    } catch {
      // The process ended.
    }
  }
  return sums;
}

/** Until the mesh has had next to nothing to do for some seconds. */
export async function untilIdle(root: number): Promise<void> {
  const busyMs = (): number => [...cpuByPart(root).values()].reduce((sum, ms) => sum + ms, 0);
  for (let quiet = 0, before = busyMs(); quiet < 3;) {
    await wait(1_000);
    const now = busyMs();
    quiet = now - before < 100 ? quiet + 1 : 0;
    before = now;
  }
}
