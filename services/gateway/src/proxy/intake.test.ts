import { PassThrough } from 'node:stream';
import type { IncomingMessage } from 'node:http';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { paces } from '../limits/budget.ts';
import { createIntake } from './intake.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A request of which a test writes the body. */
function incoming(headers: Record<string, string> = { 'transfer-encoding': 'chunked' }) {
  const stream = new PassThrough();
  return { stream, req: Object.assign(stream, { headers }) as unknown as IncomingMessage };
}

describe('a body on its way in', () => {
  it('comes whole, and nothing of it is held afterwards', async () => {
    const intake = createIntake();
    const { stream, req } = incoming();
    const taken = intake.whole(req, 100);
    stream.write('one ');
    stream.end('two');
    expect(String(await taken)).toBe('one two');
    expect(intake.heldBytes()).toBe(0);
  });

  it('is given up where too little comes, and where all of it takes too long', async () => {
    const intake = createIntake();
    const silent = incoming();
    const refused = intake.whole(silent.req, 100);
    silent.stream.write('x');
    await vi.advanceTimersByTimeAsync(paces.lookAtBodiesMs + 1_000);
    expect(await refused).toMatchObject({ status: 408, code: 'body.too-slow' });

    const steady = incoming();
    const late = intake.whole(steady.req, 1_000_000);
    for (let second = 0; second <= paces.smallBodyMs / 1_000; second += 1) {
      steady.stream.write(Buffer.alloc(2 * paces.leastBodyBytesPerSecond));
      await vi.advanceTimersByTimeAsync(1_000);
    }
    expect(await late).toMatchObject({ status: 408 });
  });

  it('of a large file may take its time as long as it goes on, and fails where it stops', async () => {
    const intake = createIntake();
    const { stream, req } = incoming();
    const body = intake.stream(req, 10_000_000);
    body.resume();
    const failed = new Promise((resolve) => body.once('error', resolve));
    for (let second = 0; second < 60; second += 1) {
      stream.write(Buffer.alloc(2 * paces.leastBodyBytesPerSecond));
      await vi.advanceTimersByTimeAsync(1_000);
    }
    expect(body.destroyed).toBe(false);
    await vi.advanceTimersByTimeAsync(2 * paces.lookAtBodiesMs + 1_000);
    expect(await failed).toMatchObject({ refusal: { status: 408 } });
  });

  it('makes room for others where it has been here longest and all are too much together', async () => {
    const intake = createIntake();
    const megabyte = Buffer.alloc(1024 * 1024);
    const first = incoming();
    const oldest = intake.whole(first.req, 2 * megabyte.length);
    first.stream.write(megabyte);
    for (let held = 0; held < paces.heldBodyBytes; held += megabyte.length) {
      const { stream, req } = incoming();
      void intake.whole(req, 2 * megabyte.length);
      stream.write(megabyte);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(await oldest).toMatchObject({ status: 503, code: 'gateway.busy' });
    expect(intake.heldBytes()).toBeLessThanOrEqual(paces.heldBodyBytes);
  });

  it('is nobody’s where the client has left', async () => {
    const intake = createIntake();
    const { stream, req } = incoming();
    const taken = intake.whole(req, 100);
    stream.write('x');
    stream.destroy();
    expect(await taken).toBeUndefined();
    expect(intake.heldBytes()).toBe(0);
  });
});
