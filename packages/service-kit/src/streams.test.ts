import { Hono } from 'hono';
import { describe, expect, it, vi } from 'vitest';
import type { AppError } from './error.ts';
import type { AppContext } from './http-app.ts';
import { createLog } from './log.ts';
import type { Actor } from './scope.ts';
import type { Broken } from './streamed-answer.ts';
import { createStreams, type StreamKind } from './streams.ts';

const actor = (accountId: string): Actor => ({ accountId, personId: null, sessionId: null, requestId: 'r' });
const limits = { made: { open: 4, perAccount: 3 }, stored: { open: 4, perAccount: 2 } };

/** Endless answers behind one app; each piece is as long as the number of the account. */
function streamsUnderTest(stalledAfterMs = 60_000) {
  const streams = createStreams({ log: createLog('test', 'silent'), stalledAfterMs, limits });
  const broken: Broken[] = [];
  const made: string[] = [];
  const ended: string[] = [];
  const failing = new Set<string>();
  async function* pieces(account: string): AsyncGenerator<Uint8Array> {
    try {
      for (;;) {
        made.push(account);
        if (failing.has(account)) throw new Error('no more');
        yield new Uint8Array(1);
      }
    } finally {
      ended.push(account);
    }
  }
  const app = new Hono();
  app.get('/:kind/:account', (c) => {
    const { kind, account } = c.req.param() as { kind: StreamKind; account: string };
    const what = { kind, about: 'test', actor: actor(account) };
    return streams.answer(c as unknown as AppContext, what, async (send) => {
      if (account === 'wrong') throw new Error('wrong');
      return new Response(account === 'none' ? null : send(pieces(account), (why) => broken.push(why)));
    });
  });
  app.onError((error, c) => c.text((error as AppError).code, 500));
  const ask = (account: string, kind: StreamKind = 'made', method = 'GET') =>
    app.request(`/${kind}/${account}`, { method });
  const readerOf = async (account: string) =>
    (await ask(account)).body?.getReader() as ReadableStreamDefaultReader<Uint8Array>;
  return { ask, readerOf, broken, made, ended, failing };
}

describe('answers under way', () => {
  it('are so many of one account and so many in all, and kinds do not take from one another', async () => {
    const { ask, made } = streamsUnderTest();
    const answers = [];
    for (const account of ['a', 'a', 'a', 'a', 'b', 'b']) answers.push(await ask(account));
    const told = answers.map(async (answer) => (answer.ok ? 'sent' : answer.text()));
    expect(await Promise.all(told)).toEqual([
      'sent',
      'sent',
      'sent',
      'stream.too-many',
      'sent',
      'stream.busy',
    ]);
    expect((await ask('a', 'stored')).ok).toBe(true);
    expect(made).toEqual([]);
  });

  it('give their places back when they are left, fail, have no body, or were asked for by HEAD', async () => {
    const { ask, readerOf, failing, broken, ended } = streamsUnderTest();
    for (let round = 0; round < 5; round += 1) {
      const left = await readerOf('a');
      await left.read();
      await left.cancel();
      const failed = await readerOf('a');
      failing.add('a');
      await expect(failed.read()).rejects.toThrow('no more');
      failing.delete('a');
      expect((await ask('none')).ok).toBe(true);
      expect((await ask('wrong')).status).toBe(500);
      expect((await ask('a', 'made', 'HEAD')).ok).toBe(true);
    }
    expect(broken.slice(0, 3)).toEqual(['left', 'failed', 'left']);
    expect(ended.filter((account) => account === 'a')).toHaveLength(10);
  });

  it('are made only as they are taken', async () => {
    const { readerOf, made } = streamsUnderTest();
    const reader = await readerOf('a');
    await reader.read();
    await reader.read();
    expect(made).toEqual(['a', 'a']);
  });

  it('take turns: all that one account has begun is no more than one of another', async () => {
    const { readerOf, made } = streamsUnderTest();
    const readers = [await readerOf('a'), await readerOf('a'), await readerOf('a'), await readerOf('b')];
    await Promise.all([...readers, ...readers].map((reader) => reader.read()));
    expect(made.slice(0, 4).filter((account) => account === 'b')).toHaveLength(2);
  });
});

describe('a client that takes nothing any more', () => {
  it('is cut off after a while, and its place is free', async () => {
    vi.useFakeTimers();
    try {
      const { ask, readerOf, broken, ended } = streamsUnderTest(60_000);
      const readers = [await readerOf('a'), await readerOf('a'), await readerOf('a')];
      for (const reader of readers) await reader.read();
      vi.advanceTimersByTime(59_000);
      await readers[0]?.read();
      vi.advanceTimersByTime(1_500);
      await expect(readers[1]?.read()).rejects.toThrow('60000 ms');
      expect(broken).toEqual(['stalled', 'stalled']);
      expect((await readers[0]?.read())?.value).toHaveLength(1);
      await vi.waitFor(() => expect(ended).toHaveLength(2));
      expect((await ask('a')).ok).toBe(true);
    } finally {
      vi.useRealTimers();
    }
  });
});
