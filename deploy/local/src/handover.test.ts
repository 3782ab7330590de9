import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { honourHandovers, takeService } from './handover.ts';
import { createSupervisor, type ProcessSpec } from './supervisor.ts';

test('a service taken by another process is stopped, and started again once it is given back', async () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'banyan-handover-'));
  const lines: string[] = [];
  const supervisor = createSupervisor({ directory, say: (line) => lines.push(line) });
  const spec: ProcessSpec = {
    name: 'archives',
    command: process.execPath,
    args: [path.join(import.meta.dirname, 'testing/fake-service.ts')],
    env: {},
    stopSignal: 'SIGTERM',
    channel: true,
  };
  supervisor.start(spec);
  honourHandovers(directory, [spec], supervisor, (line) => lines.push(line));
  const giveBack = takeService(directory, 'archives', process.pid);
  await vi.waitFor(() => expect(lines).toEqual(['archives runs elsewhere now']), 30_000);
  expect(supervisor.pid('archives')).toBeUndefined();
  giveBack();
  await vi.waitFor(() => expect(lines.at(-1)).toBe('archives is back'), 30_000);
  expect(supervisor.pid('archives')).toBeDefined();
  await supervisor.stopAll();
  rmSync(directory, { recursive: true });
});
