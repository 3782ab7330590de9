import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { accountDisabled, grantChanged, sessionEnded } from '@banyan/contracts/identity/events';
import { type FactDefinition, subjectOf } from '@banyan/contracts/fact';
import { startTestNats, type TestNats } from '@banyan/test-kit/nats';
import { patience } from '@banyan/test-kit/patience';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type GatewayUnderTest, idOf, startGatewayUnderTest } from '../testing/gateway-under-test.ts';

let nats: TestNats;
let announcer: NatsConnection;
let gateway: GatewayUnderTest;

beforeAll(async () => {
  nats = await startTestNats();
  gateway = await startGatewayUnderTest({ NATS_URL: nats.url });
  announcer = await connect({ servers: nats.url });
});
afterAll(async () => {
  await announcer.close();
  await gateway.close();
  await nats.close();
});

function announce(definition: FactDefinition, data: unknown): void {
  const time = new Date().toISOString();
  const envelope = { specversion: '1.0', id: uuidv7(), source: 'urn:banyan:identity', subject: 'x', time };
  const fact = { ...envelope, type: definition.type, datacontenttype: 'application/json', data };
  announcer.publish(subjectOf(definition.type), JSON.stringify(fact));
}

interface Stream {
  readonly res: IncomingMessage;
  text: string;
}

async function listen(headers: Record<string, string>): Promise<Stream> {
  const req = request({
    host: '127.0.0.1',
    port: gateway.port,
    path: '/events',
    headers,
    agent: false,
  }).end();
  const [res] = (await once(req, 'response')) as [IncomingMessage];
  const stream: Stream = { res, text: '' };
  res.setEncoding('utf8').on('data', (part: string) => {
    stream.text += part;
  });
  await vi.waitFor(() => expect(stream.text).toContain('retry:'), patience);
  return stream;
}

describe('the stream of events', () => {
  it('is for sessions only, never compressed and never kept', async () => {
    expect((await gateway.call('GET', '/events')).json()).toMatchObject({
      status: 401,
      code: 'session.required',
    });
    const { res } = await listen({ ...gateway.signIn('zhou'), 'accept-encoding': 'gzip, br' });
    expect(res.headers).toMatchObject({
      'content-type': 'text/event-stream',
      'cache-control': 'no-store, no-transform',
    });
    expect(res.headers['content-encoding']).toBeUndefined();
    expect(res.headers['x-content-type-options']).toBe('nosniff');
    res.destroy();
  });

  it('tells an account that its grants have changed, and asks identity anew before its next request', async () => {
    const mine = gateway.signIn('wang');
    const stream = await listen(mine);
    const other = await listen(gateway.signIn('wu'));
    await gateway.call('GET', '/api/archives/x', { headers: mine });
    const asked = gateway.identity.asked.length;
    const access = { accountId: idOf('wang', 'b'), personId: null, revision: 7, active: true, grants: [] };
    // The gateway subscribes on a connection of its own: what is announced before it is there is announced again.
    await vi.waitFor(() => {
      announce(grantChanged, access);
      expect(stream.text).toContain('event: access-changed\ndata: {"revision":7}\n\n');
    }, patience);
    expect(other.text).not.toContain('access-changed');
    await gateway.call('GET', '/api/archives/x', { headers: mine });
    expect(gateway.identity.asked.slice(asked)).toEqual(['archives']);
    stream.res.destroy();
    other.res.destroy();
  });

  it('ends with the session, whose next request has no token', async () => {
    const mine = gateway.signIn('zheng');
    const stream = await listen(mine);
    await gateway.call('GET', '/api/archives/x', { headers: mine });
    gateway.identity.sessions.clear();
    const ended = once(stream.res, 'end');
    announce(sessionEnded, { sessionId: idOf('zheng', 'a'), accountId: idOf('zheng', 'b'), reason: 'ended' });
    await ended;
    expect(stream.text).toContain('event: session-ended');
    const after = await gateway.call('GET', '/api/archives/x', { headers: mine });
    expect((after.json()['headers'] as Record<string, string>)['authorization']).toBeUndefined();
  });

  it('of one person holds nothing that concerns another, whoever else listens', async () => {
    const names = ['ou', 'yang', 'shang', 'guan', 'si', 'ma'];
    const streams = await Promise.all(names.map((name) => listen(gateway.signIn(name))));
    for (const [index, name] of names.entries()) {
      const access = {
        accountId: idOf(name, 'b'),
        personId: null,
        revision: 100 + index,
        active: true,
        grants: [],
      };
      await vi.waitFor(() => {
        announce(grantChanged, access);
        expect(streams[index]?.text).toContain(`{"revision":${100 + index}}`);
      }, patience);
    }
    for (const [index, { text, res }] of streams.entries()) {
      expect(new Set(text.match(/"revision":\d+/g))).toEqual(new Set([`"revision":${100 + index}`]));
      res.destroy();
    }
  });

  it('ends with the account, whatever sessions of it are open', async () => {
    const stream = await listen(gateway.signIn('liang'));
    const other = await listen(gateway.signIn('zhu'));
    const ended = once(stream.res, 'end');
    announce(accountDisabled, { accountId: idOf('liang', 'b'), personId: null, version: 2 });
    await ended;
    expect(other.text).not.toContain('session-ended');
    other.res.destroy();
  });

  it('goes on while NATS is away, and hears again when it is back', async () => {
    const stream = await listen(gateway.signIn('feng'));
    await nats.kill();
    expect((await gateway.call('GET', '/api/archives/x', { headers: gateway.signIn('feng') })).status).toBe(
      200,
    );
    await nats.start();
    const access = { accountId: idOf('feng', 'b'), personId: null, revision: 8, active: true, grants: [] };
    await vi.waitFor(() => {
      announce(grantChanged, access);
      expect(stream.text).toContain('access-changed');
    }, patience);
    stream.res.destroy();
  });

  it('ends when NATS is back, where the session ended meanwhile', async () => {
    const stream = await listen(gateway.signIn('chen'));
    const other = await listen(gateway.signIn('chu'));
    await nats.kill();
    for (const [session, { accountId }] of gateway.identity.sessions)
      if (accountId === idOf('chen', 'b')) gateway.identity.sessions.delete(session);
    const ended = once(stream.res, 'end');
    await nats.start();
    await ended;
    expect(stream.text).toContain('event: session-ended');
    expect(other.res.destroyed).toBe(false);
    other.res.destroy();
  });

  it('refuses a page that opens streams without end', async () => {
    const headers = gateway.signIn('leaky');
    const streams = await Promise.all(Array.from({ length: 24 }, () => listen(headers)));
    expect((await gateway.call('GET', '/events', { headers })).json()).toMatchObject({ status: 429 });
    for (const { res } of streams) res.destroy();
  });
});
