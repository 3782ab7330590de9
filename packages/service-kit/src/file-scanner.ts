import { connect, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError, OperatorError } from './error.ts';
import type { ScanState } from './file-records.ts';

/** `threat` is what the scanner calls what it has found. */
export type ScanResult =
  | { readonly state: ScanState; readonly threat: null }
  | { readonly state: 'infected'; readonly threat: string };

/** Looks through a content. Throws `unavailable` when it cannot: what was to be scanned is not let in unscanned. */
export interface FileScanner {
  scan(open: () => Promise<AsyncIterable<Uint8Array>>): Promise<ScanResult>;
}

export const noScanner: FileScanner = {
  scan: () => Promise.resolve({ state: 'not-scanned', threat: null }),
};

export function createScanner(clamdAddress: string | undefined): FileScanner {
  if (clamdAddress === undefined) return noScanner;
  return { scan: async (open) => askClamd(clamdAddress, await open()) };
}

const answerWithinMs = 60_000;

/** ClamAV's daemon by its published protocol: `zINSTREAM`, chunks with their length before them, an empty one at the end. */
async function askClamd(address: string, content: AsyncIterable<Uint8Array>): Promise<ScanResult> {
  const socket = connectTo(address);
  socket.setTimeout(answerWithinMs, () => socket.destroy(new OperatorError('clamd gave no answer in time')));
  try {
    const [, answer] = await Promise.all([
      pipeline(Readable.from(framed(content)), socket, { end: false }),
      readAnswer(socket),
    ]);
    return resultOf(answer);
  } catch (error) {
    throw error instanceof AppError ? error : unavailable(error);
  } finally {
    socket.destroy();
  }
}

function connectTo(address: string): Socket {
  if (address.startsWith('/')) return connect(address);
  const at = address.lastIndexOf(':');
  return connect(Number(address.slice(at + 1)), address.slice(0, at));
}

async function* framed(content: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  yield Buffer.from('zINSTREAM\0');
  for await (const chunk of content) {
    if (chunk.length === 0) continue;
    yield lengthOf(chunk.length);
    yield chunk;
  }
  yield lengthOf(0);
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
}

async function readAnswer(socket: Socket): Promise<string> {
  const parts: Buffer[] = [];
  return new Promise((resolve, reject) => {
    socket.on('data', (part: Buffer) => {
      parts.push(part);
      if (part.includes(0)) resolve(Buffer.concat(parts).toString().replace(/\0.*$/s, ''));
    });
    socket.once('error', reject);
    socket.once('close', () => reject(new OperatorError('clamd ended without an answer')));
  });
}

function resultOf(answer: string): ScanResult {
  if (answer === 'stream: OK') return { state: 'clean', threat: null };
  const threat = /^stream: (.+) FOUND$/.exec(answer)?.[1];
  if (threat !== undefined) return { state: 'infected', threat };
  throw unavailable(new Error(answer));
}

function unavailable(cause: unknown): AppError {
  return new AppError('unavailable', 'file.scanner-down', 'Files cannot be checked for viruses right now.', {
    detail: 'Nothing was kept. Try again in a few minutes.',
    retryAfterSeconds: 60,
    cause,
  });
}
