import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { duringTests } from '@banyan/test-kit/during-tests';
import { patience } from '@banyan/test-kit/patience';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { startGatewayUnderTest } from '../testing/gateway-under-test.ts';
import { echo } from '../testing/stub-service.ts';

const gateway = duringTests(() =>
  startGatewayUnderTest({
    BUDGET: JSON.stringify({
      bodies: { address: 3, session: 3, account: 4 },
      files: { address: 0, session: 1, account: 1 },
      newcomers: { address: 6 },
    }),
  }),
);
const members = '/api/archives/members';
beforeEach(() => {
  gateway.archives.answer(echo);
  gateway.identity.answer(echo);
});

/** A request as far as it is written here, and nothing more. */
async function begin(head: readonly string[], part = ''): Promise<Socket> {
  const socket = connect(gateway.port, '127.0.0.1');
  await once(socket, 'connect');
  socket.write([...head, 'host: x', `origin: ${gateway.origin}`, '', part].join('\r\n'));
  return socket;
}
const chunked = [`POST ${members} HTTP/1.1`, 'transfer-encoding: chunked'];
const aChunk = `96\r\n${'x'.repeat(150)}\r\n`;

async function statusOf(socket: Socket): Promise<number> {
  const [head] = (await once(socket, 'data')) as [Buffer];
  return Number(head.toString().split(' ')[1]);
}

describe('a client that begins and does not go on', () => {
  it('keeps no service busy: it hears of a body when all of it is there', async () => {
    const before = gateway.archives.requests.length;
    const slow = await begin(chunked, aChunk);
    expect((await gateway.call('GET', members)).status).toBe(200);
    expect(gateway.archives.requests.length).toBe(before + 1);
    slow.write('0\r\n\r\n');
    expect(await statusOf(slow)).toBe(200);
    expect(gateway.archives.requests.at(-1)?.headers).toMatchObject({ 'content-length': '150' });
    slow.destroy();
  });

  it('has few bodies open at once, and others go on meanwhile', async () => {
    const open = await Promise.all([1, 2, 3].map(() => begin(chunked, aChunk)));
    // Read at the gateway when a further request of the same connection would have been answered.
    await gateway.call('GET', members);
    const fourth = await begin(chunked, aChunk);
    expect(await statusOf(fourth)).toBe(429);
    const mine = await gateway.call('POST', members, {
      headers: { ...gateway.signIn('qian'), origin: gateway.origin },
      body: '{}',
    });
    expect(mine.status).toBe(200);
    for (const socket of [...open, fourth]) socket.destroy();
    await vi.waitFor(async () => {
      const again = await gateway.call('POST', members, { headers: { origin: gateway.origin }, body: '{}' });
      expect(again.status).toBe(200);
    }, patience);
  });

  it('is let go where it has sent no whole request and others of its address want in', async () => {
    const sockets: Socket[] = [];
    for (let count = 0; count < 7; count += 1) {
      const socket = connect(gateway.port, '127.0.0.1');
      await once(socket, 'connect');
      socket.on('error', () => undefined);
      socket.write('GET / HTTP/1.1\r\nx-slow:');
      sockets.push(socket);
    }
    await once(sockets.at(-1) as Socket, 'close');
    for (const socket of sockets) socket.destroy();
    await vi.waitFor(async () => expect((await gateway.call('GET', members)).status).toBe(200), patience);
  });

  it('uploads no large file without a session, and one at a time with one', async () => {
    const head = [
      `POST ${members} HTTP/1.1`,
      'content-type: multipart/form-data; boundary=x',
      `content-length: ${8 * 1024 * 1024}`,
    ];
    const anonymous = await begin(head, '--x');
    expect(await statusOf(anonymous)).toBe(401);
    const cookie = `cookie: ${gateway.signIn('sun').cookie}`;
    const before = gateway.archives.requests.length;
    const first = await begin([...head, cookie], '--x');
    await vi.waitFor(() => expect(gateway.archives.requests.length).toBe(before + 1), patience);
    const second = await begin([...head, cookie], '--x');
    expect(await statusOf(second)).toBe(429);
    for (const socket of [anonymous, first, second]) socket.destroy();
  });
});

describe('a body that is refused', () => {
  it('is said to be too large as soon as it is announced or grown so, small for those without a session', async () => {
    const headers = { origin: gateway.origin };
    const announced = await gateway.call('POST', members, { headers, body: 'x'.repeat(65 * 1024) });
    expect(announced.json()).toMatchObject({ status: 413, code: 'body.too-large' });
    const mine = { ...headers, ...gateway.signIn('li') };
    const body = 'x'.repeat(900 * 1024);
    expect((await gateway.call('POST', members, { headers: mine, body })).status).toBe(200);
    const tooMuch = await gateway.call('POST', members, { headers: mine, body: 'x'.repeat(1025 * 1024) });
    expect(tooMuch.json()).toMatchObject({ status: 413 });
  });

  it('leaves a connection that sends on for ever, after the answer has arrived', async () => {
    const socket = await begin([`POST /api/payroll/x HTTP/1.1`, 'content-length: 1000000'], 'x');
    socket.on('error', () => undefined);
    let answer = '';
    socket.on('data', (part: Buffer) => {
      answer += String(part);
    });
    const dripping = setInterval(() => socket.write('x'), 50);
    // Cut while it still sends, its end is a reset.
    await new Promise((resolve) => socket.once('close', resolve));
    clearInterval(dripping);
    expect(answer).toContain('gateway.unknown-service');
  }, 30_000);
});
