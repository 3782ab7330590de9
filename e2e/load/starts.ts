import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pssByPart } from './processes.ts';
import type { Figure } from './report.ts';

/** A start of a fresh clone with everything to install and build, and a second one; memory of the idle mesh. */
export async function starts(checkout: string): Promise<Figure[]> {
  const clone = mkdtempSync(join(tmpdir(), 'banyan-start-'));
  execFileSync('git', ['clone', '--quiet', checkout, clone]);
  execFileSync('chmod', ['755', clone]);
  try {
    const first = await start(clone);
    await stop(first.process);
    const second = await start(clone);
    const idleSeconds = 20;
    await pause(idleSeconds * 1_000);
    const pss = pssByPart(second.process.pid as number);
    await stop(second.process);
    const total = [...pss.values()].reduce((sum, value) => sum + value, 0);
    const services = ['gateway', 'identity', 'archives'].map((name) => pss.get(name) ?? 0);
    const parts = [...pss].map(([name, value]) => `${name} ${Math.round(value)}`).join(', ');
    return [
      {
        name: 'first start of a fresh clone',
        value: first.seconds,
        unit: 's',
        target: 300,
        note: 'install, build and demonstration data included; packages from the store of the machine where it has them',
      },
      { name: 'second start', value: second.seconds, unit: 's', target: 15 },
      { name: 'memory of the idle mesh (PSS)', value: total, unit: 'MiB', target: 1_000, note: parts },
      { name: 'memory of the largest service (PSS)', value: Math.max(...services), unit: 'MiB', target: 150 },
    ];
  } finally {
    rmSync(clone, { recursive: true, force: true });
  }
}

async function start(directory: string): Promise<{ process: ChildProcess; seconds: number }> {
  const began = performance.now();
  const child = spawn('npm', ['start'], {
    cwd: directory,
    env: { ...process.env, PORT: '28080' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  await new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      output += chunk.toString();
      if (output.includes('Ctrl-C stops everything')) resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', (code) => reject(new Error(`npm start ended with ${code}:\n${output.slice(-4_000)}`)));
  });
  return { process: child, seconds: (performance.now() - began) / 1_000 };
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.removeAllListeners('exit');
    child.once('exit', () => resolve());
    child.kill('SIGINT');
  });
}
