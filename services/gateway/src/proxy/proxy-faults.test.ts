import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { duringTests } from '@banyan/test-kit/during-tests';
import { beforeEach, describe, expect, it } from 'vitest';
import { startGatewayUnderTest } from '../testing/gateway-under-test.ts';
import { echo } from '../testing/stub-service.ts';

const gateway = duringTests(() => startGatewayUnderTest({ BODY_LIMIT_BYTES: '65536' }));
const members = '/api/archives/members';
beforeEach(() => {
  gateway.archives.answer(echo);
  gateway.identity.answer(echo);
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
