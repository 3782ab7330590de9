import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { duringTests } from '@banyan/test-kit/during-tests';
import { beforeEach, describe, expect, it } from 'vitest';
import { idOf, startGatewayUnderTest } from '../testing/gateway-under-test.ts';
import { echo } from '../testing/stub-service.ts';

const gateway = duringTests(() => startGatewayUnderTest({ BODY_LIMIT_BYTES: '65536' }));
const members = '/api/archives/members';
beforeEach(() => {
  gateway.archives.answer(echo);
  gateway.identity.answer(echo);
});

async function received(headers: Record<string, string>): Promise<Record<string, string>> {
  const answer = await gateway.call('GET', `${members}?page=2`, { headers });
  return answer.json()['headers'] as Record<string, string>;
}

describe('what a service receives', () => {
  it('is a token of the session for that service, and never the cookie', async () => {
    const headers = await received(gateway.signIn('wang'));
    expect(headers['authorization']).toBe(`Bearer archives-${idOf('wang', 'b')}`);
    expect(headers['cookie']).toBeUndefined();
  });

  it('has nothing that only the gateway may say, whoever sends it', async () => {
    const headers = await received({
      authorization: 'Bearer stolen',
      'x-service-secret': 'guessed',
      'x-banyan-account': 'officer',
      'x-client-address': '10.0.0.1',
      'x-forwarded-for': '10.0.0.1',
      'x-request-id': 'mine',
      traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
      connection: 'keep-alive, x-secret-hop',
      'x-secret-hop': '1',
      te: 'trailers',
      accept: 'application/json',
    });
    expect(headers).toMatchObject({ 'x-client-address': '127.0.0.1', accept: 'application/json' });
    for (const name of [
      'authorization',
      'x-service-secret',
      'x-banyan-account',
      'x-forwarded-for',
      'x-secret-hop',
      'te',
    ])
      expect(headers[name], name).toBeUndefined();
    expect(headers['x-request-id']).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
    expect(headers['traceparent']).toContain((headers['x-request-id'] as string).replaceAll('-', ''));
  });

  it('says whether a program or the console sent it, which a service cannot tell otherwise', async () => {
    const sent = { 'x-banyan-client': 'console', 'sec-fetch-site': 'same-origin' };
    expect(await received(sent)).toMatchObject(sent);
  });

  it('comes without a token when nobody is signed in or the session is unknown', async () => {
    expect((await received({}))['authorization']).toBeUndefined();
    const unknown = { cookie: `banyan-${gateway.port}=${'u'.repeat(43)}` };
    expect((await received(unknown))['authorization']).toBeUndefined();
  });

  it('is the body, whole, in one piece or in chunks', async () => {
    const body = JSON.stringify({ name: '张三'.repeat(2_000) });
    const headers = { origin: gateway.origin, 'content-type': 'application/json' };
    const sent = await gateway.call('POST', members, { headers, body });
    expect(sent.json()).toMatchObject({ method: 'POST', body });
    const chunked = await gateway.call('PATCH', members, {
      headers: { ...headers, 'transfer-encoding': 'chunked' },
      body,
    });
    expect(chunked.json()).toMatchObject({ method: 'PATCH', body });
  });
});

describe('what a client receives', () => {
  it('is the answer with the request id and the security headers, and no cookie of a service', async () => {
    gateway.archives.answer((_req, res) => {
      res.writeHead(412, { etag: '"4"', 'set-cookie': 'a=b', 'x-banyan-internal': '1', 'x-powered-by': 'x' });
      res.end('{"code":"record.stale"}');
    });
    const answer = await gateway.call('GET', members);
    expect(answer).toMatchObject({ status: 412, text: '{"code":"record.stale"}' });
    expect(answer.headers).toMatchObject({
      etag: '"4"',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-cache',
    });
    expect(answer.headers['content-security-policy']).toContain("script-src 'self';");
    expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    for (const name of ['set-cookie', 'x-banyan-internal', 'x-powered-by'])
      expect(answer.headers[name], name).toBeUndefined();
  });

  it('is a cookie where identity opened a session, and its end where identity ended it', async () => {
    const session = 'n'.repeat(43);
    gateway.identity.answer((req, res) => {
      req.resume();
      res.writeHead(req.method === 'POST' ? 201 : 204, {
        'x-banyan-session': req.method === 'POST' ? `${session};3600` : ';0',
      });
      res.end();
    });
    const headers = { origin: gateway.origin };
    const opened = await gateway.call('POST', '/api/identity/sessions', { headers, body: '{}' });
    expect(opened.headers['set-cookie']).toEqual([
      `banyan-${gateway.port}=${session}; Max-Age=3600; Path=/; HttpOnly; SameSite=Lax`,
    ]);
    expect(opened.headers['x-banyan-session']).toBeUndefined();
    const ended = await gateway.call('DELETE', '/api/identity/sessions/current', { headers });
    expect(ended.headers['set-cookie']).toEqual([
      `banyan-${gateway.port}=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax`,
    ]);
  });

  it('is a cookie of the device too, which identity alone hears of', async () => {
    const device = 'd'.repeat(43);
    gateway.identity.answer((req, res) => {
      req.resume();
      res.writeHead(201, {
        'x-banyan-session': `${'n'.repeat(43)};3600`,
        'x-banyan-device': `${device};7200`,
      });
      res.end();
    });
    const headers = { origin: gateway.origin };
    const opened = await gateway.call('POST', '/api/identity/sessions', { headers, body: '{}' });
    expect(opened.headers['set-cookie']).toEqual([
      `banyan-${gateway.port}=${'n'.repeat(43)}; Max-Age=3600; Path=/; HttpOnly; SameSite=Lax`,
      `banyan-device-${gateway.port}=${device}; Max-Age=7200; Path=/; HttpOnly; SameSite=Strict`,
    ]);
    expect(opened.headers['x-banyan-device']).toBeUndefined();
    gateway.identity.answer(echo);
    const cookie = { cookie: `banyan-device-${gateway.port}=${device}`, 'x-banyan-device': 'e'.repeat(43) };
    const heard = async (path: string) =>
      (await gateway.call('GET', path, { headers: cookie })).json()['headers'] as Record<string, string>;
    expect((await heard('/api/identity/me'))['x-banyan-device']).toBe(device);
    expect((await heard(members))['x-banyan-device']).toBeUndefined();
  });

  it('is no cookie when another service announces a session', async () => {
    gateway.archives.answer((_req, res) =>
      res.writeHead(200, { 'x-banyan-session': `${'e'.repeat(43)};3600` }).end(),
    );
    expect((await gateway.call('GET', members)).headers['set-cookie']).toBeUndefined();
  });

  it('streams: the first part arrives before the service has made the second', async () => {
    let finish = (): void => undefined;
    gateway.archives.answer((_req, res) => {
      res.write('first');
      finish = () => res.end('second');
    });
    const req = request({ host: '127.0.0.1', port: gateway.port, path: members }).end();
    const [res] = (await once(req, 'response')) as [IncomingMessage];
    const [part] = (await once(res, 'data')) as [Buffer];
    expect(part.toString()).toBe('first');
    const rest = text(res);
    finish();
    expect(await rest).toBe('second');
  });
});
