import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type GatewayUnderTest, idOf, startGatewayUnderTest } from '../testing/gateway-under-test.ts';
import { echo } from '../testing/stub-service.ts';

let gateway: GatewayUnderTest;
const members = '/api/archives/members';

beforeAll(async () => {
  gateway = await startGatewayUnderTest({ BODY_LIMIT_BYTES: '65536' });
});
afterAll(() => gateway.close());
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

describe('when something is wrong', () => {
  it('refuses a service that does not exist and a path that would lead elsewhere', async () => {
    for (const path of ['/api/payroll/x', '/api/archives', '/api/', '/api/constructor/x', '/api/__proto__/x'])
      expect((await gateway.call('GET', path)).json(), path).toMatchObject({
        status: 404,
        code: 'gateway.unknown-service',
      });
    const before = gateway.archives.requests.length;
    for (const path of [
      '/api/archives/../../internal/keys',
      '/api/archives/%2e%2e/x',
      '/api/archives/.%2E/x',
      '/api/archives/..\\x',
      'http://other/api/archives/x',
    ])
      expect((await gateway.call('GET', path)).status, path).toBe(400);
    expect(gateway.archives.requests.length).toBe(before);
  });

  it('says which service is down and when to come back, and goes on when it is up again', async () => {
    await gateway.archives.kill();
    const down = await gateway.call('GET', members);
    expect(down.json()).toMatchObject({
      status: 503,
      code: 'gateway.service-down',
      service: 'archives',
      requestId: down.headers['x-request-id'],
    });
    expect(Number(down.headers['retry-after'])).toBeGreaterThan(0);
    expect(down.headers['content-type']).toBe('application/problem+json');
    const posted = await gateway.call('POST', members, {
      headers: { origin: gateway.origin },
      body: 'x'.repeat(50_000),
    });
    expect(posted.json()).toMatchObject({ status: 503, code: 'gateway.service-down' });
    await gateway.archives.revive();
    expect((await gateway.call('GET', members)).status).toBe(200);
  });

  it('repeats a read whose connection was lost, and never a change', async () => {
    let calls = 0;
    gateway.archives.answer((req, res) => {
      calls += 1;
      if (calls === 1) req.socket.destroy();
      else echo(req, res);
    });
    expect((await gateway.call('GET', members)).status).toBe(200);
    calls = 0;
    const change = await gateway.call('POST', members, { headers: { origin: gateway.origin }, body: '{}' });
    expect(change.json()).toMatchObject({ status: 502, code: 'gateway.bad-answer', service: 'archives' });
    expect(calls).toBe(1);
  });

  it('breaks the connection when an answer breaks off, so that half of it is not taken for the whole', async () => {
    gateway.archives.answer((req, res) => {
      res.writeHead(200, { 'content-length': '100' });
      res.write('half', () => req.socket.destroy());
    });
    await expect(gateway.call('GET', members)).rejects.toThrow();
  });

  it('lets go of the service when the client leaves', async () => {
    let left = (): void => undefined;
    const serviceLeft = new Promise<void>((resolve) => {
      left = resolve;
    });
    gateway.archives.answer((_req, res) => {
      res.on('close', left);
      res.write('slow');
    });
    const socket = connect(gateway.port, '127.0.0.1');
    socket.write(`GET ${members} HTTP/1.1\r\nhost: x\r\n\r\n`);
    await once(socket, 'data');
    socket.destroy();
    await serviceLeft;
    gateway.archives.answer(echo);
    expect((await gateway.call('GET', members)).status).toBe(200);
  });

  it('refuses a body that is too large, announced or not, and names the field', async () => {
    const body = Buffer.alloc(100_000, 'x');
    for (const extra of [{}, { 'transfer-encoding': 'chunked' }]) {
      const answer = await gateway.call('POST', members, {
        headers: { origin: gateway.origin, ...extra },
        body,
      });
      expect(answer.json()).toMatchObject({
        status: 413,
        code: 'body.too-large',
        errors: [{ field: 'body' }],
      });
    }
  });

  it('reads the rest of a body that was refused, so that its connection is of use again', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const send = async (method: string, path: string, body?: Buffer): Promise<number | undefined> => {
      const headers = { origin: gateway.origin, ...(body && { 'transfer-encoding': 'chunked' }) };
      const req = request({ host: '127.0.0.1', port: gateway.port, method, path, agent, headers }).end(body);
      const [res] = (await once(req, 'response')) as [IncomingMessage];
      await text(res);
      return res.statusCode;
    };
    expect(await send('POST', members, Buffer.alloc(3_000_000, 'x'))).toBe(413);
    expect(await send('GET', members)).toBe(200);
    gateway.archives.answer((_req, res) => res.writeHead(401).end());
    expect(await send('POST', members, Buffer.alloc(60_000, 'x'))).toBe(401);
    expect(await send('GET', members)).toBe(401);
    agent.destroy();
  });

  it('refuses a method nobody uses', async () => {
    const answer = await gateway.call('TRACE', members);
    expect(answer).toMatchObject({ status: 405 });
  });
});

describe('sessions', () => {
  it('asks identity once for however many requests wait', async () => {
    const headers = gateway.signIn('li');
    const before = gateway.identity.asked.length;
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => gateway.call('GET', members, { headers })),
    );
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    expect(gateway.identity.asked.slice(before)).toEqual(['archives']);
  });

  it('go on while identity is away, and say so when nothing is known of one', async () => {
    const known = gateway.signIn('zhao');
    const unknown = gateway.signIn('qian');
    await gateway.call('GET', members, { headers: known });
    await gateway.identity.kill();
    expect((await gateway.call('GET', members, { headers: known })).status).toBe(200);
    const refused = await gateway.call('GET', members, { headers: unknown });
    expect(refused.json()).toMatchObject({ status: 503, code: 'gateway.service-down', service: 'identity' });
    await gateway.identity.revive();
    await vi.waitFor(async () =>
      expect((await gateway.call('GET', members, { headers: unknown })).status).toBe(200),
    );
  });

  it('end at once where the client signs out', async () => {
    const headers = gateway.signIn('sun');
    await gateway.call('GET', members, { headers });
    gateway.identity.answer((_req, res) => res.writeHead(204, { 'x-banyan-session': ';0' }).end());
    gateway.identity.sessions.clear();
    await gateway.call('DELETE', '/api/identity/sessions/current', {
      headers: { ...headers, origin: gateway.origin },
    });
    const after = await gateway.call('GET', members, { headers });
    expect((after.json()['headers'] as Record<string, string>)['authorization']).toBeUndefined();
  });
});
