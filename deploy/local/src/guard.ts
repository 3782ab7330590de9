import { spawn } from 'node:child_process';
import path from 'node:path';

/** Keeps the list of running processes outside this one, so that they are stopped even when it is killed outright. */
export interface Guard {
  watch: (pid: number, signal: NodeJS.Signals) => void;
  forget: (pid: number) => void;
  end: () => Promise<void>;
}

export function startGuard(): Guard {
  const script = path.join(import.meta.dirname, 'guard.sh');
  const child = spawn('sh', [script], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  child.stdin.on('error', () => {});
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  child.once('error', () => {});
  return {
    watch: (pid, signal) => child.stdin.write(`+ ${pid} ${signal.replace('SIG', '')}\n`),
    forget: (pid) => child.stdin.write(`- ${pid}\n`),
    end: () => {
      child.stdin.end();
      return gone;
    },
  };
}
