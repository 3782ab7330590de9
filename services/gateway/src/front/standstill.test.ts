import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { paces } from '../limits/budget.ts';
import { createStandstill } from './standstill.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** More than the system takes over for a client that reads nothing. */
const large = 16 * 1024 * 1024;
const longEnough = paces.standstillMs + (large / paces.leastAnswerBytesPerSecond) * 1_000 + 10_000;

async function answering() {
  const server = createServer((_req, res) => {
    res.end(Buffer.alloc(large));
  });
  const standstill = createStandstill(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const client = connect((server.address() as { port: number }).port, '127.0.0.1');
  client.on('error', () => undefined);
  const [answered] = await Promise.all([
    once(server, 'request') as Promise<unknown[]>,
    once(client, 'connect').then(() => client.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n')),
  ]);
  const res = answered[1] as { once: unknown } & NodeJS.EventEmitter;
  const close = (): void => {
    standstill.stop();
    client.destroy();
    server.closeAllConnections();
    server.close();
  };
  return { standstill, client, res, close };
}

it('cuts a client that takes nothing of its answer', async () => {
  const { standstill, client, res, close } = await answering();
  client.pause();
  const cut = once(res, 'close');
  await vi.advanceTimersByTimeAsync(4_000);
  expect(standstill.waiting()).toBe(1);
  await vi.advanceTimersByTimeAsync(longEnough);
  await cut;
  expect(standstill.waiting()).toBe(0);
  close();
});

it('leaves one that reads on, however long it takes', async () => {
  const { client, close } = await answering();
  let taken = 0;
  client.on('data', (part: Buffer) => {
    taken += part.length;
    vi.advanceTimersByTime(paces.standstillMs / 2);
  });
  while (taken <= large) await once(client, 'data');
  close();
});
