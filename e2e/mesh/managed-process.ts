import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { until } from './until.ts';

export interface ProcessSpec {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd?: string;
  readonly uid?: number;
  readonly gid?: number;
  readonly stopSignal: NodeJS.Signals;
  /** Opens an IPC channel, so that the process ends with the test that started it. */
  readonly channel?: boolean;
  readonly isReady: () => Promise<boolean>;
}

/** A process of the mesh that a test may kill, hold and start again. */
export interface ManagedProcess {
  readonly name: string;
  /** Starts it and waits until it is ready. */
  start(): Promise<void>;
  /** kill -9, its children included; resolves when they are gone. */
  kill(): Promise<void>;
  /** SIGSTOP, its children included: it holds its connections and answers nothing. */
  pause(): void;
  resume(): void;
  /** Asks it to end, and waits. */
  stop(): Promise<void>;
  isRunning(): boolean;
  /** Undefined while it does not run. */
  pid(): number | undefined;
  /** What it wrote; of very much the end. */
  log(): string;
}

const keptLines = 20_000;

export function manageProcess(spec: ProcessSpec): ManagedProcess {
  let child: ChildProcess | null = null;
  let lines: string[] = [];

  function keep(chunk: Buffer): void {
    lines = [...lines, ...chunk.toString().split('\n').filter(Boolean)].slice(-keptLines);
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    const ending = child;
    child = null;
    if (ending === null || ending.exitCode !== null || ending.signalCode !== null) return;
    const below = signal === 'SIGKILL' ? childrenOf(ending.pid ?? 0) : [];
    const gone = new Promise<void>((resolve) => ending.once('exit', () => resolve()));
    ending.kill(signal);
    for (const pid of below) kill(pid, signal);
    await gone;
    await until(
      `${spec.name} and its children are gone`,
      () => below.filter(isAlive),
      (alive) => alive.length === 0,
    );
  }

  function everyone(): number[] {
    const pid = child?.pid;
    return pid === undefined ? [] : [pid, ...childrenOf(pid)];
  }

  return {
    name: spec.name,
    isRunning: () => child !== null && child.exitCode === null && child.signalCode === null,
    pid: () => child?.pid,
    log: () => lines.join('\n'),
    async start() {
      const { command, args, env, cwd, uid, gid, channel } = spec;
      const started = spawn(command, [...args], {
        env: { PATH: String(process.env['PATH']), ...env },
        stdio: channel ? ['ignore', 'pipe', 'pipe', 'ipc'] : ['ignore', 'pipe', 'pipe'],
        ...(cwd === undefined ? {} : { cwd }),
        ...(uid === undefined ? {} : { uid, gid }),
      });
      child = started;
      for (const stream of [started.stdout, started.stderr]) stream?.on('data', keep);
      const began = performance.now();
      while (!(await spec.isReady())) {
        if (started.exitCode !== null || started.signalCode !== null || performance.now() - began > 60_000)
          throw new Error(
            `${spec.name} does not become ready. The end of its log:\n${lines.slice(-40).join('\n')}`,
          );
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    kill: () => end('SIGKILL'),
    stop: async () => {
      for (const pid of everyone()) kill(pid, 'SIGCONT');
      await end(spec.stopSignal);
    },
    // The parent first: nothing that it could begin is missed.
    pause: () => everyone().forEach((pid) => kill(pid, 'SIGSTOP')),
    resume: () => everyone().forEach((pid) => kill(pid, 'SIGCONT')),
  };
}

/** PostgreSQL's children have sessions of their own, so that no signal to a group reaches them. */
function childrenOf(pid: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((candidate) => parentOf(candidate) === pid);
}

function parentOf(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2)[0] !== 'Z';
  } catch {
    return false;
  }
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // Gone already, with its parent.
  }
}
