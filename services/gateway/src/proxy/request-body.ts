import type { IncomingMessage } from 'node:http';
import { Transform, type TransformCallback } from 'node:stream';
import { isFileBody } from '@banyan/service-kit/limit-body';
import type { Refusal } from '../front/refusal.ts';

/** A body that is not passed on; `refusal` is what its sender is told. */
export class BodyRefused extends Error {
  readonly code = 'BODY_REFUSED';
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
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

export const tooSlow: Refusal = {
  status: 408,
  code: 'body.too-slow',
  title: 'The rest of the request did not come in time.',
  detail: 'Nothing was changed. Look at the connection and try again.',
  headers: ['connection', 'close'],
};

export const noRoom: Refusal = {
  status: 503,
  code: 'gateway.busy',
  title: 'Too many requests arrive at this moment.',
  detail: 'Nothing was changed. Try again in a moment.',
  retryAfterSeconds: 2,
  headers: ['connection', 'close'],
};

/** The announced size of the body; -1 when it comes in chunks of unknown number. */
export function announcedBytes(req: IncomingMessage): number {
  if (req.headers['transfer-encoding'] !== undefined) return -1;
  const length = req.headers['content-length'];
  return length === undefined ? 0 : Number(length);
}

/** A body that is a file and larger than what is taken whole, or of unknown size: it streams through. */
export function isLargeFile(req: IncomingMessage, smallBytes: number): boolean {
  const bytes = announcedBytes(req);
  return (bytes === -1 || bytes > smallBytes) && isFileBody(req.headers['content-type']);
}

/**
 * The body for the service, counted. It is a stream of its own because the client of the service destroys what it was
 * given when it fails, and the request itself must live on to be answered.
 */
export function countedBody(
  req: IncomingMessage,
  limitBytes: number,
  count: (bytes: number) => void,
): Transform {
  let bytes = 0;
  return req.pipe(
    new Transform({
      transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback) {
        bytes += chunk.length;
        count(chunk.length);
        if (bytes > limitBytes) done(new BodyRefused(tooLarge(limitBytes)));
        else done(null, chunk);
      },
    }),
  );
}
