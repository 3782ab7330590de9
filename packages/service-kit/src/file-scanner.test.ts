import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { afterEach, expect, test } from 'vitest';
import { createScanner } from './file-scanner.ts';

let server: Server | undefined;
afterEach(() => server?.close());

/** clamd's side of INSTREAM: takes the frames apart and answers once the empty one has come. */
async function clamd(answer: (content: Buffer) => string | null): Promise<string> {
  server = createServer((socket: Socket) => {
    let received = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (part: Buffer) => {
      received = Buffer.concat([received, part]);
      const content = contentOf(received);
      if (content === null) return;
      const said = answer(content);
      socket.end(said === null ? '' : `${said}\0`);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function contentOf(received: Buffer): Buffer | null {
  const command = 'zINSTREAM\0';
  if (received.length < command.length) return null;
  expect(received.subarray(0, command.length).toString()).toBe(command);
  const parts: Buffer[] = [];
  for (let at = command.length; at + 4 <= received.length;) {
    const length = received.readUInt32BE(at);
    if (length === 0) return Buffer.concat(parts);
    parts.push(received.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}

const content = (...parts: string[]) => Readable.from(parts.map((part) => Buffer.from(part)));

test('a content that clamd finds nothing in is clean', async () => {
  const seen: string[] = [];
  const address = await clamd((whole) => {
    seen.push(whole.toString());
    return 'stream: OK';
  });
  expect(await createScanner(address).scan(async () => content('first ', '', 'second'))).toEqual({
    state: 'clean',
    threat: null,
  });
  expect(seen).toEqual(['first second']);
});

test('what clamd finds is named', async () => {
  const address = await clamd(() => 'stream: Eicar-Test-Signature FOUND');
  expect(await createScanner(address).scan(async () => content('x'))).toEqual({
    state: 'infected',
    threat: 'Eicar-Test-Signature',
  });
});

test.each([
  ['refuses', () => 'INSTREAM size limit exceeded. ERROR'],
  ['leaves', () => null],
])('a clamd that %s lets nothing in unscanned', async (_, answer) => {
  const address = await clamd(answer);
  await expect(createScanner(address).scan(async () => content('x'))).rejects.toMatchObject({
    code: 'file.scanner-down',
  });
});

test('nor does one that is not there', async () => {
  await expect(createScanner('127.0.0.1:1').scan(async () => content('x'))).rejects.toMatchObject({
    kind: 'unavailable',
  });
});

test('without clamd a content counts as not scanned', async () => {
  expect(await createScanner(undefined).scan(async () => content('x'))).toEqual({
    state: 'not-scanned',
    threat: null,
  });
});
