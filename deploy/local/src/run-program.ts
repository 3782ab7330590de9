import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { checkout, inCheckout } from './paths.ts';
import { Refusal } from './terminal.ts';

export interface ProgramOptions {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  signal?: AbortSignal;
}

/** Environment in which `node` and the workspace's programs are the pinned ones. */
export function toolEnvironment(extra: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const folders = [
    path.dirname(process.execPath),
    inCheckout('node_modules/.bin'),
    extra.PATH ?? process.env.PATH,
  ];
  return { ...process.env, ...extra, PATH: folders.join(path.delimiter) };
}

function finish(command: string, args: string[], options: ProgramOptions, stdio: 'inherit' | 'pipe') {
  const { cwd = checkout, env = {}, signal } = options;
  const child = spawn(command, args, {
    cwd,
    env: toolEnvironment(env),
    stdio: ['ignore', stdio, stdio],
    ...(signal ? { signal } : {}),
  });
  // Ctrl-C reaches the child by itself; other ways to end this process do not.
  const pass = (asked: NodeJS.Signals) => child.kill(asked);
  for (const asked of ['SIGTERM', 'SIGHUP'] as const) process.on(asked, pass);
  return new Promise<{ code: number; output: string }>((resolve, reject) => {
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (output += text));
    child.once('error', reject);
    child.once('close', (code) => {
      for (const asked of ['SIGTERM', 'SIGHUP'] as const) process.off(asked, pass);
      resolve({ code: code ?? 1, output });
    });
  });
}

/** Runs a program on this terminal and returns its exit code. */
export async function showProgram(
  command: string,
  args: string[],
  options: ProgramOptions = {},
): Promise<number> {
  return (await finish(command, args, options, 'inherit')).code;
}

/** Runs a program and keeps its output. */
export function captureProgram(command: string, args: string[], options: ProgramOptions = {}) {
  return finish(command, args, options, 'pipe');
}

/** Runs a file of the workspace in its own process; one clear line while nobody has written it. */
export async function runScript(file: string, args: string[] = process.argv.slice(2)): Promise<number> {
  if (!existsSync(inCheckout(file))) throw new Refusal(`There is no ${file} yet.`);
  return await showProgram(process.execPath, [inCheckout(file), ...args]);
}
