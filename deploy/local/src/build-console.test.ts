import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { placeRemote } from './build-console.ts';

let work = '';
beforeEach(() => {
  work = mkdtempSync(path.join(tmpdir(), 'banyan-remotes-'));
});
afterEach(() => rmSync(work, { recursive: true, force: true }));

function build(content: string, writtenAt = new Date()): string {
  const dist = path.join(work, 'dist');
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(path.join(dist, 'static'), { recursive: true });
  for (const [name, text] of [
    ['static/remote.js', content],
    ['static/remote.js.br', 'compressed'],
    ['integrity.json', '{}'],
    ['.source-hash', 'stamp'],
  ] as const) {
    writeFileSync(path.join(dist, name), text);
    utimesSync(path.join(dist, name), writtenAt, writtenAt);
  }
  return dist;
}

const remotes = () => path.join(work, 'remotes');
const newestOf = (name: string) =>
  readdirSync(path.join(remotes(), name)).toSorted(
    (a, b) =>
      statSync(path.join(remotes(), name, b, 'integrity.json')).mtimeMs -
      statSync(path.join(remotes(), name, a, 'integrity.json')).mtimeMs,
  )[0];

test('the same build is the same version, another one lies beside it', () => {
  const first = placeRemote('archives', build('one'), remotes());
  expect(placeRemote('archives', build('one'), remotes())).toBe(first);
  const second = placeRemote('archives', build('two'), remotes());
  expect(readdirSync(path.join(remotes(), 'archives')).toSorted()).toEqual([first, second].toSorted());
  expect(readFileSync(path.join(remotes(), 'archives', first, 'static/remote.js'), 'utf8')).toBe('one');
});

test('a compressed copy is never older than its file, and the stamp of the build stays at home', () => {
  const folder = path.join(
    remotes(),
    'archives',
    placeRemote('archives', build('one', new Date(2026, 0, 1)), remotes()),
  );
  const file = path.join(folder, 'static/remote.js');
  expect(statSync(`${file}.br`).mtimeMs).toBeGreaterThanOrEqual(statSync(file).mtimeMs);
  expect(existsSync(path.join(folder, '.source-hash'))).toBe(false);
});

test('a build that came back to an earlier version is the newest again', () => {
  const first = placeRemote('archives', build('one', new Date(2026, 0, 1)), remotes());
  const second = placeRemote('archives', build('two', new Date(2026, 0, 2)), remotes());
  expect(newestOf('archives')).toBe(second);
  placeRemote('archives', build('one', new Date(2026, 0, 3)), remotes());
  expect(newestOf('archives')).toBe(first);
});
