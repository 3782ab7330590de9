import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { installRelease, pinnedRelease, type Release } from './nats-install.ts';

const name = 'nats-server-v0.0.0-test';
let work = '';
let server: Server;
let release: Release;

beforeAll(async () => {
  work = mkdtempSync(path.join(tmpdir(), 'banyan-release-'));
  mkdirSync(path.join(work, name));
  writeFileSync(path.join(work, name, 'nats-server'), '#!/bin/sh\necho "nats-server: v0.0.0"\n');
  spawnSync('tar', ['-czf', `${name}.tar.gz`, name], { cwd: work });
  const archive = readFileSync(path.join(work, `${name}.tar.gz`));
  server = createServer((request, response) => {
    if (request.url === `/${name}.tar.gz`) response.end(archive);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  release = { baseUrl, name, sha256: createHash('sha256').update(archive).digest('hex') };
});

afterAll(() => {
  server.close();
  rmSync(work, { recursive: true, force: true });
});

test('a release with the pinned checksum is unpacked and runs', async () => {
  const program = await installRelease(release, path.join(work, 'bin'));
  expect(spawnSync(program, { encoding: 'utf8' }).stdout).toBe('nats-server: v0.0.0\n');
});

test('a release with another checksum is refused and nothing of it is kept', async () => {
  const folder = path.join(work, 'bin-refused');
  await expect(installRelease({ ...release, sha256: '0'.repeat(64) }, folder)).rejects.toThrow(
    `is not the pinned release: its SHA-256 is ${release.sha256}, expected ${'0'.repeat(64)}`,
  );
  expect(existsSync(folder)).toBe(false);
});

test('a release that is not there, and a host that does not answer, say how to get the program', async () => {
  await expect(installRelease({ ...release, name: 'absent' }, work)).rejects.toThrow(
    /answered 404.*apt-get install nats-server/,
  );
  await expect(installRelease({ ...release, baseUrl: 'http://127.0.0.1:1' }, work)).rejects.toThrow(
    'nats.io/download',
  );
});

test('the pinned release comes from the official address unless the environment names another', () => {
  expect(pinnedRelease({})?.baseUrl).toMatch(
    /^https:\/\/github\.com\/nats-io\/nats-server\/releases\/download\/v2\./,
  );
  expect(pinnedRelease({ NATS_DOWNLOAD_URL: 'http://stub' })?.baseUrl).toBe('http://stub');
});
