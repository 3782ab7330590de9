import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isRunning, readRecords, recordProcess } from './process-record.ts';
import type { ProcessSpec, Supervisor } from './supervisor.ts';
import type { Say } from './terminal.ts';

const checkEveryMs = 2000;

function folder(directory: string): string {
  return path.join(directory, 'handovers');
}

/** Asks the launcher, by a file and a signal, to leave a service to this process. Returns how to give it back. */
export function takeService(directory: string, name: string, launcherPid: number): () => void {
  const file = path.join(folder(directory), `${name}.json`);
  mkdirSync(folder(directory), { recursive: true });
  writeFileSync(file, JSON.stringify([recordProcess('dev', process.pid, 'SIGTERM')]));
  process.kill(launcherPid, 'SIGUSR2');
  return () => {
    rmSync(file, { force: true });
    process.kill(launcherPid, 'SIGUSR2');
  };
}

function takenServices(directory: string): string[] {
  if (!existsSync(folder(directory))) return [];
  return readdirSync(folder(directory))
    .filter((entry) => readRecords(path.join(folder(directory), entry)).some(isRunning))
    .map((entry) => path.basename(entry, '.json'));
}

/** The launcher's side: stops what another process took, and starts it again once that process gave it back or is gone. */
export function honourHandovers(
  directory: string,
  specs: ProcessSpec[],
  supervisor: Supervisor,
  say: Say,
): void {
  const away = new Set<string>();
  const settle = async (): Promise<void> => {
    const taken = takenServices(directory);
    for (const spec of specs) {
      if (taken.includes(spec.name) && !away.has(spec.name)) {
        away.add(spec.name);
        await supervisor.stop(spec.name);
        say(`${spec.name} runs elsewhere now`);
      }
      if (!taken.includes(spec.name) && away.delete(spec.name)) {
        supervisor.start(spec);
        say(`${spec.name} is back`);
      }
    }
  };
  let settling = Promise.resolve();
  const settleInTurn = () => {
    settling = settling.then(settle).catch((error: Error) => say(error.message));
  };
  process.on('SIGUSR2', settleInTurn);
  setInterval(() => away.size > 0 && settleInTurn(), checkEveryMs).unref();
}
