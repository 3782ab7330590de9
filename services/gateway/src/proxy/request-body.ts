import type { IncomingMessage } from 'node:http';
import { Transform, type TransformCallback } from 'node:stream';
import type { Refusal } from '../front/refusal.ts';

export class BodyTooLarge extends Error {
  readonly code = 'BODY_TOO_LARGE';
}

export function tooLarge(limitBytes: number): Refusal {
  const [unit, bytes] = limitBytes < 1024 * 1024 ? ['KiB', 1024] : ['MiB', 1024 * 1024];
  const limit = `${Math.floor(limitBytes / (bytes as number))} ${unit}`;
  return {
    status: 413,
    code: 'body.too-large',
    title: `The body is larger than ${limit}.`,
    extensions: { errors: [{ field: 'body', code: 'too_big', message: `At most ${limit}.` }] },
  };
}

/** The announced size of the body; -1 when it comes in chunks of unknown number. */
export function announcedBytes(req: IncomingMessage): number {
  if (req.headers['transfer-encoding'] !== undefined) return -1;
  const length = req.headers['content-length'];
  return length === undefined ? 0 : Number(length);
}

/**
 * Reads what the client still sends after its answer. Node does that by itself only for a body that nobody began to
 * read; left alone, the connection would stay open and deaf.
 */
export function discardRest(req: IncomingMessage): void {
  if (req.complete) return;
  req.unpipe();
  req.resume();
}

/**
 * The body for the service, counted. It is a stream of its own because the client of the service destroys what it was
 * given when it fails, and the request itself must live on to be answered.
 */
export function countedBody(req: IncomingMessage, limitBytes: number): Transform {
  let bytes = 0;
  return req.pipe(
    new Transform({
      transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback) {
        bytes += chunk.length;
        if (bytes > limitBytes) done(new BodyTooLarge());
        else done(null, chunk);
      },
    }),
  );
}
