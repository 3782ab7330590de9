import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import { startGuard } from './guard.ts';
import { limitLogs } from './limit-logs.ts';
import { keepFolderToOwner, ownerOnly } from './owner-only.ts';
import { type ProcessRecord, recordProcess, writeRecords } from './process-record.ts';
import { Refusal, type Say } from './terminal.ts';

export interface ProcessSpec {
  name: string;
  command: string;
  args: string[];
  env: NodeJS.ProcessEnv;
  /** Signal that asks it to stop in good order. */
  stopSignal: NodeJS.Signals;
  /** With a channel, a Node process hears `disconnect` when the launcher is gone. */
  channel?: boolean;
  uid?: number | undefined;
  gid?: number | undefined;
  cwd?: string;
}

export interface SupervisorOptions {
  /** Where logs and the list of processes go. */
  directory: string;
  say: Say;
  firstDelayMs?: number;
  longestDelayMs?: number;
  /** A process that ran this long starts again with the first delay. */
  settledAfterMs?: number;
  graceMs?: number;
}

interface Entry {
  spec: ProcessSpec;
  child?: ChildProcess;
  record?: ProcessRecord;
  failures: number;
  stopping: boolean;
  timer?: NodeJS.Timeout;
  exited?: Promise<void>;
}

export type Supervisor = ReturnType<typeof createSupervisor>;

/** Keeps processes running: logs to files, restarts with backoff, stops the newest first. */
export function createSupervisor(options: SupervisorOptions) {
  const { directory, say, firstDelayMs = 500, longestDelayMs = 15_000 } = options;
  const { settledAfterMs = 30_000, graceMs = 10_000 } = options;
  const logs = path.join(directory, 'logs');
  const recordFile = path.join(directory, 'processes.json');
  const entries: Entry[] = [];
  let closed = false;
  const guard = startGuard();
  keepFolderToOwner(logs);
  const tidy = setInterval(() => limitLogs(logs), 60_000).unref();

  const logFile = (name: string) => path.join(logs, `${name}.log`);

  function writeState(): void {
    writeRecords(
      recordFile,
      entries.map((entry) => entry.record).filter((record) => record !== undefined),
    );
  }

  function launch(entry: Entry): void {
    const { spec } = entry;
    const log = openSync(logFile(spec.name), 'a', ownerOnly);
    const began = performance.now();
    // A session of its own: Ctrl-C reaches the launcher alone, which stops its processes in order.
    const child = spawn(spec.command, spec.args, {
      cwd: spec.cwd,
      env: spec.env,
      detached: true,
      stdio: spec.channel ? ['ignore', log, log, 'ipc'] : ['ignore', log, log],
      ...(spec.uid === undefined ? {} : { uid: spec.uid, gid: spec.gid }),
    });
    closeSync(log);
    entry.child = child;
    entry.exited = new Promise((resolve) => {
      child.once('error', (error) => {
        resolve();
        if (child.pid === undefined) onExit(entry, error.message, began);
      });
      child.once('exit', (code, signal) => {
        resolve();
        onExit(entry, signal ?? `exit code ${code}`, began);
      });
    });
    if (child.pid === undefined) return;
    guard.watch(child.pid, spec.stopSignal);
    entry.record = recordProcess(spec.name, child.pid, spec.stopSignal);
    writeState();
  }

  function onExit(entry: Entry, reason: string, began: number): void {
    if (entry.record) guard.forget(entry.record.pid);
    delete entry.child;
    delete entry.record;
    writeState();
    if (entry.stopping) return;
    if (performance.now() - began > settledAfterMs) entry.failures = 0;
    const waitMs = Math.min(firstDelayMs * 2 ** entry.failures, longestDelayMs);
    entry.failures += 1;
    const { name } = entry.spec;
    say(`${name} stopped (${reason}); starting it again in ${waitMs / 1000} s. Its log: ${logFile(name)}`);
    entry.timer = setTimeout(() => launch(entry), waitMs);
  }

  async function stopEntry(entry: Entry): Promise<void> {
    entry.stopping = true;
    clearTimeout(entry.timer);
    const { child, exited } = entry;
    if (child?.pid !== undefined) {
      const killer = setTimeout(() => killGroup(child, 'SIGKILL'), graceMs);
      child.kill(entry.spec.stopSignal);
      await exited;
      clearTimeout(killer);
    }
    entries.splice(entries.indexOf(entry), 1);
    writeState();
  }

  return {
    logTail: (name: string): string =>
      readFileSync(logFile(name), 'utf8').trimEnd().split('\n').slice(-15).join('\n'),
    start(spec: ProcessSpec): void {
      if (closed) throw new Refusal(`${spec.name} is not started: everything is being stopped.`);
      if (existsSync(logFile(spec.name))) renameSync(logFile(spec.name), `${logFile(spec.name)}.previous`);
      const entry: Entry = { spec, failures: 0, stopping: false };
      entries.push(entry);
      launch(entry);
    },
    /** How often a process ended without being asked, since it last ran for a while. */
    failures: (name: string): number => entries.find((entry) => entry.spec.name === name)?.failures ?? 0,
    pid: (name: string): number | undefined => entries.find((entry) => entry.spec.name === name)?.record?.pid,
    async stop(name: string): Promise<void> {
      const entry = entries.find((candidate) => candidate.spec.name === name);
      if (entry) await stopEntry(entry);
    },
    async stopAll(): Promise<void> {
      closed = true;
      clearInterval(tidy);
      for (const entry of entries) entry.stopping = true;
      for (const entry of entries.toReversed()) await stopEntry(entry);
      await guard.end();
    },
  };
}

function killGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    process.kill(-Number(child.pid), signal);
  } catch {
    child.kill(signal);
  }
}
