import {
  appendFileSync,
  closeSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { limitLogs } from './limit-logs.ts';

test('a log that has grown large starts anew under the process that writes it', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'banyan-logs-'));
  const file = path.join(folder, 'service.log');
  const writer = openSync(file, 'a');
  writeSync(writer, 'old lines\n');
  appendFileSync(path.join(folder, 'quiet.log'), 'kept\n');
  limitLogs(folder, 6);
  writeSync(writer, 'new\n');
  closeSync(writer);
  expect(readFileSync(file, 'utf8')).toBe('new\n');
  expect(readFileSync(`${file}.previous`, 'utf8')).toBe('old lines\n');
  expect(statSync(`${file}.previous`).mode & 0o077).toBe(0);
  expect(readFileSync(path.join(folder, 'quiet.log'), 'utf8')).toBe('kept\n');
  rmSync(folder, { recursive: true });
});
