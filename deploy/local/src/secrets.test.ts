import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadSecrets } from './secrets.ts';

let directory = '';
beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'banyan-secrets-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

test('only the owner may read the secrets', async () => {
  await loadSecrets(directory, ['postgres']);
  expect(statSync(path.join(directory, 'secrets.json')).mode & 0o777).toBe(0o600);
});

test('secrets stay the same from start to start, and a new role gets a password of its own', async () => {
  const first = await loadSecrets(directory, ['postgres']);
  const second = await loadSecrets(directory, ['postgres', 'banyan_new']);
  expect(second).toEqual({
    ...first,
    databasePasswords: { ...first.databasePasswords, banyan_new: expect.stringMatching(/^[\w-]{32}$/) },
  });
});

test('keys have the sizes that their algorithms ask for', async () => {
  const secrets = await loadSecrets(directory, []);
  expect(Buffer.from(secrets.fieldKey, 'base64')).toHaveLength(32);
  expect(Buffer.from(secrets.indexKey, 'base64')).toHaveLength(32);
  expect(JSON.parse(secrets.tokenPrivateKey)).toMatchObject({
    kty: 'EC',
    crv: 'P-256',
    alg: 'ES256',
    d: expect.any(String),
  });
});
