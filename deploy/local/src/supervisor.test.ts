import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { processStartedAt, stopLeftovers, writeRecords, recordProcess } from './process-record.ts';
import { createSupervisor, type ProcessSpec } from './supervisor.ts';

let directory = '';
beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'banyan-supervisor-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

function fakeService(env: NodeJS.ProcessEnv = {}): ProcessSpec {
  return {
    name: 'fake',
    command: process.execPath,
    args: [path.join(import.meta.dirname, 'testing/fake-service.ts')],
    env: { PATH: process.env.PATH, ...env },
    stopSignal: 'SIGTERM',
    channel: true,
  };
}

const gone = (pid: number | undefined) => processStartedAt(Number(pid)) === undefined;

test('a process that keeps failing is started again, each time after a longer wait, and said so', async () => {
  const lines: string[] = [];
  const supervisor = createSupervisor({
    directory,
    say: (line) => lines.push(line),
    firstDelayMs: 20,
    longestDelayMs: 50,
  });
  supervisor.start(fakeService({ FAIL: '1' }));
  await vi.waitFor(() => expect(lines.length).toBeGreaterThanOrEqual(4), 30_000);
  await supervisor.stopAll();
  expect(lines[0]).toContain('fake stopped (exit code 3); starting it again in 0.02 s.');
  expect(lines.slice(0, 4).map((line) => /in ([\d.]+) s/.exec(line)?.[1])).toEqual([
    '0.02',
    '0.04',
    '0.05',
    '0.05',
  ]);
  expect(readFileSync(path.join(directory, 'logs/fake.log'), 'utf8')).toContain('cannot start');
});

test('nobody else reads what a process writes, in this run and in earlier ones', async () => {
  const logs = path.join(directory, 'logs');
  mkdirSync(logs, { mode: 0o755 });
  for (const name of ['fake.log', 'fake.log.previous', 'gone.log'])
    writeFileSync(path.join(logs, name), '', { mode: 0o644 });
  const supervisor = createSupervisor({ directory, say: () => {} });
  supervisor.start(fakeService());
  const others = (file: string) => statSync(path.join(directory, file)).mode & 0o077;
  const written = ['logs', 'processes.json', 'logs/fake.log', 'logs/fake.log.previous', 'logs/gone.log'];
  expect(written.map(others)).toEqual([0, 0, 0, 0, 0]);
  await supervisor.stopAll();
});

test('a killed process comes back with another pid', async () => {
  const supervisor = createSupervisor({ directory, say: () => {}, firstDelayMs: 10 });
  supervisor.start(fakeService());
  const first = Number(supervisor.pid('fake'));
  process.kill(first, 'SIGKILL');
  await vi.waitFor(() => {
    const second = supervisor.pid('fake');
    expect(second).toBeDefined();
    expect(second).not.toBe(first);
  }, 30_000);
  await supervisor.stopAll();
});

test('a program that does not exist is reported and does not end the launcher', async () => {
  const lines: string[] = [];
  const supervisor = createSupervisor({ directory, say: (line) => lines.push(line), firstDelayMs: 10_000 });
  supervisor.start({ ...fakeService(), command: '/nonexistent/program' });
  await vi.waitFor(() => expect(lines[0]).toContain('ENOENT'), 30_000);
  await supervisor.stopAll();
});

test('stopping ends every process, one that ignores the signal included', async () => {
  const supervisor = createSupervisor({ directory, say: () => {}, graceMs: 200 });
  supervisor.start(fakeService());
  const deaf = ['-e', "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000); console.log('deaf')"];
  supervisor.start({ ...fakeService(), name: 'deaf', args: deaf, channel: false });
  await vi.waitFor(() => expect(supervisor.logTail('deaf')).toContain('deaf'), 30_000);
  const pids = [supervisor.pid('fake'), supervisor.pid('deaf')];
  await supervisor.stopAll();
  expect(pids.every(gone)).toBe(true);
});

test('nothing is left when the launcher itself is killed outright', async () => {
  const launcher = fork(path.join(import.meta.dirname, 'testing/launcher.ts'), [directory], {
    execPath: process.execPath,
  });
  const [{ pids }] = (await once(launcher, 'message')) as [{ pids: number[] }];
  expect(pids.some(gone)).toBe(false);
  launcher.kill('SIGKILL');
  await vi.waitFor(() => expect(pids.every(gone)).toBe(true), 30_000);
});

test('the next start stops what is left of an earlier one, and only that', async () => {
  const file = path.join(directory, 'processes.json');
  const left = fork(path.join(import.meta.dirname, 'testing/fake-service.ts'), {
    execPath: process.execPath,
    silent: true,
  });
  await once(left.stdout as NodeJS.EventEmitter, 'data');
  const record = recordProcess('left', Number(left.pid), 'SIGTERM');
  const reused = { ...recordProcess('reused', process.pid, 'SIGTERM'), startedAt: '1' };
  writeRecords(file, [record, reused]);
  expect(await stopLeftovers(file)).toEqual(['left']);
  expect(gone(left.pid)).toBe(true);
});
