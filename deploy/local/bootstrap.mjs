// Runs on any Node from 18 with nothing installed, hence plain JavaScript and no imports but Node's own.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const stampFile = path.join(root, 'node_modules', '.banyan-install');
const commands = ['start', 'dev', 'test', 'check', 'bench', 'pictures', 'generate'];

function stop(line) {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}

function installStamp() {
  const hash = createHash('sha256');
  for (const name of ['pnpm-lock.yaml', 'package.json', 'pnpm-workspace.yaml']) {
    hash.update(readFileSync(path.join(root, name)));
  }
  return hash.digest('hex');
}

function isInstalled(stamp) {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp;
}

function findNpx() {
  const beside = path.join(path.dirname(process.execPath), 'npx');
  return existsSync(beside) ? beside : 'npx';
}

function install() {
  const stamp = installStamp();
  if (isInstalled(stamp) || process.env.BANYAN_INSTALL === 'skip') return;
  const { packageManager } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const pnpm = packageManager.split('+')[0];
  const began = Date.now();
  process.stdout.write(`Installing packages with ${pnpm}\n`);
  const result = spawnSync(findNpx(), ['-y', pnpm, 'install', '--frozen-lockfile', '--prefer-offline'], {
    cwd: root,
    env: { ...process.env, CI: 'true' },
    stdio: process.stdout.isTTY ? 'inherit' : 'pipe',
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (result.error)
    stop(`npx does not run (${result.error.message}): npm, which comes with Node, is needed once.`);
  if (result.status !== 0) {
    process.stderr.write((result.stdout ?? '') + (result.stderr ?? ''));
    stop('Installing the packages failed; the reason is above.');
  }
  writeFileSync(stampFile, stamp);
  process.stdout.write(`Packages installed in ${Math.round((Date.now() - began) / 1000)} s\n`);
}

function findNode24() {
  const pinned = path.join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node');
  if (existsSync(pinned)) return pinned;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  return stop(
    `Node 24 is needed and no package of it exists for ${process.platform} ${process.arch}; this is Node ${process.versions.node}. Get it from https://nodejs.org.`,
  );
}

function run(node, script, scriptArgs) {
  // The command only looks after other processes: it needs no large heap.
  const args = ['--max-semi-space-size=2', script, ...scriptArgs];
  if (typeof process.execve === 'function') {
    process.emitWarning = () => {};
    process.execve(node, [node, ...args], process.env);
  }
  // The channel lets the command notice when this process is killed outright.
  const child = spawn(node, args, { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  const parent = process.ppid;
  // npm, when killed, does not take its script with it.
  if (process.env.npm_lifecycle_event)
    setInterval(() => process.ppid === parent || child.kill('SIGTERM'), 1000).unref();
  child.on('error', (error) => stop(`${node} does not run: ${error.message}`));
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}

const [command, ...args] = process.argv.slice(2);
if (!commands.includes(command)) stop(`Say one of: ${commands.join(', ')}`);
install();
run(findNode24(), path.join(root, 'deploy/local/src', `${command}.ts`), args);
