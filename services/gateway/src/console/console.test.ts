import { mkdir, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GatewayUnderTest, startGatewayUnderTest } from '../testing/gateway-under-test.ts';

/** More than is read at once. */
const large = Array.from({ length: 40_000 }, (_, line) => `line(${line});`).join('\n');
let gateway: GatewayUnderTest;
let signedIn: Record<string, string>;

beforeAll(async () => {
  gateway = await startGatewayUnderTest(
    {},
    {
      'secret.js': 'outside',
      'shell/index.html': '<html><body><!--registry--><div id="root"></div></body></html>',
      'shell/sign-in.html': '<html><body>sign in</body></html>',
      'shell/.source-hash': 'hidden',
      'shell/favicon.svg': '<svg/>',
      'shell/static/js/main.0a1b2c3d.js': 'plain',
      'shell/static/js/main.0a1b2c3d.js.br': 'brotli',
      'shell/static/js/main.0a1b2c3d.js.gz': 'gzip',
      'shell/static/js/stale.0a1b2c3d.js.br': 'of an earlier build',
      'shell/static/js/stale.0a1b2c3d.js': 'newer',
      'shell/static/js/large.0a1b2c3d.js': large,
      'remotes/archives/1.2.0/mf-manifest.json': '{}',
    },
  );
  await utimes(join(gateway.folder, 'shell/static/js/stale.0a1b2c3d.js.br'), 1_000, 1_000);
  signedIn = gateway.signIn('wang');
});
afterAll(() => gateway.close());

const script = '/static/js/main.0a1b2c3d.js';

describe('files', () => {
  it.each([
    ['br, gzip', 'brotli', 'br'],
    ['gzip', 'gzip', 'gzip'],
    ['gzip, br;q=0', 'gzip', 'gzip'],
    ['identity', 'plain', undefined],
  ])('come in the best encoding of %s that the build made', async (accepted, content, encoding) => {
    const answer = await gateway.call('GET', script, { headers: { 'accept-encoding': accepted } });
    expect(answer).toMatchObject({ status: 200, text: content });
    expect(answer.headers['content-encoding']).toBe(encoding);
    expect(answer.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'accept-encoding',
      'x-content-type-options': 'nosniff',
    });
  });

  it('come whole where they are large', async () => {
    const answer = await gateway.call('GET', '/static/js/large.0a1b2c3d.js');
    expect(answer.headers['content-length']).toBe(String(large.length));
    expect(answer.text === large).toBe(true);
  });

  it('come plain when their compressed copy belongs to an earlier build', async () => {
    const answer = await gateway.call('GET', '/static/js/stale.0a1b2c3d.js', {
      headers: { 'accept-encoding': 'br' },
    });
    expect(answer.text).toBe('newer');
  });

  it('are not sent again while their tag is the same, and each encoding has a tag of its own', async () => {
    const plain = await gateway.call('GET', script);
    const packed = await gateway.call('GET', script, { headers: { 'accept-encoding': 'br' } });
    expect(plain.headers.etag).not.toBe(packed.headers.etag);
    const again = await gateway.call('GET', script, {
      headers: { 'if-none-match': `W/"x", ${plain.headers.etag}` },
    });
    expect(again).toMatchObject({ status: 304, text: '' });
  });

  it('answer HEAD like GET without the content', async () => {
    const answer = await gateway.call('HEAD', script);
    expect(answer).toMatchObject({ status: 200, text: '' });
    expect(answer.headers['content-length']).toBe('5');
  });

  it('are asked for anew each time where their name says nothing of their content', async () => {
    expect((await gateway.call('GET', '/favicon.svg')).headers['cache-control']).toBe('no-cache');
    const manifest = await gateway.call('GET', '/remotes/archives/1.2.0/mf-manifest.json');
    expect(manifest.headers['cache-control']).toContain('immutable');
  });

  it('outside their folder, hidden, of unknown type or missing are not there', async () => {
    await mkdir(join(gateway.folder, 'elsewhere'));
    await writeFile(join(gateway.folder, 'shell/data.sqlite'), 'x');
    await symlink('/etc/passwd', join(gateway.folder, 'shell/passwd'));
    for (const path of [
      '/remotes/..%2f..%2fsecret.js',
      '/remotes/%2e%2e/secret.js',
      '/remotes/archives/..%5c..%5csecret.js',
      '/..%2fsecret.js',
      '/%2e%2e%2fsecret.js',
      '/x/..%2f..%2fsecret.js',
      '/%00.js',
      '/%ff.js',
      '/.source-hash',
      '/x/.source-hash',
      '/data.sqlite',
      '/static/js/absent.0a1b2c3d.js',
      '/remotes/archives/1.3.0/mf-manifest.json',
      '/remotes/archives',
    ]) {
      const answer = await gateway.call('GET', path, { headers: signedIn });
      expect([400, 404], path).toContain(answer.status);
      expect(answer.text, path).toContain('urn:banyan:problem:');
    }
    for (const path of ['/../secret.js', '/remotes/../../secret.js', '/remotes/archives/../../../secret.js'])
      expect((await gateway.call('GET', path)).status, path).toBe(400);
  });
});

describe('pages', () => {
  it('of the console send whoever is signed out to sign in, and back afterwards', async () => {
    const home = await gateway.call('GET', '/');
    expect(home).toMatchObject({ status: 302 });
    expect(home.headers.location).toBe('/sign-in');
    const deep = await gateway.call('GET', '/archives/members?stage=full');
    expect(deep.headers.location).toBe('/sign-in?next=%2Farchives%2Fmembers%3Fstage%3Dfull');
    expect((await gateway.call('GET', '/sign-in')).text).toContain('sign in');
  });

  it('of the console are one page, whatever its address, with the registry in it', async () => {
    for (const path of ['/', '/archives/members', '/archives/members/019a0000-0000-7000-8000-000000000001']) {
      const answer = await gateway.call('GET', path, { headers: signedIn });
      expect(answer.status, path).toBe(200);
      expect(answer.text).toContain('<script type="application/json" id="registry">{"remotes":[]}</script>');
      expect(answer.headers).toMatchObject({
        'cache-control': 'no-cache',
        'content-type': 'text/html; charset=utf-8',
      });
      const again = await gateway.call('GET', path, {
        headers: { ...signedIn, 'if-none-match': String(answer.headers.etag) },
      });
      expect(again.status).toBe(304);
    }
  });

  it('of the console are shown while identity is away', async () => {
    const headers = gateway.signIn('li');
    await gateway.identity.kill();
    expect((await gateway.call('GET', '/', { headers })).status).toBe(200);
    await gateway.identity.revive();
  });

  it('are files for the browser alone: a change has no route there', async () => {
    const answer = await gateway.call('POST', '/archives/members', { headers: { origin: gateway.origin } });
    expect(answer.json()).toMatchObject({ status: 404, code: 'record.not-found' });
  });
});

describe('every answer', () => {
  it.each([
    '/',
    '/sign-in',
    '/healthz',
    '/registry.json',
    '/nothing.js',
    '/events',
    '/docs',
    script,
    '/api/nothing/x',
    '/api/archives/x',
    '/api/archives/../x',
  ])('has an id and the security headers: %s', async (path) => {
    const { headers } = await gateway.call('GET', path);
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self';/);
    expect(headers['content-security-policy']).not.toContain('unsafe-eval');
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
    });
    expect(headers['permissions-policy']).toContain('camera=()');
    expect(headers['strict-transport-security']).toBeUndefined();
  });
});
