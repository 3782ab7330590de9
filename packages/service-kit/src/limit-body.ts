import type { MiddlewareHandler } from 'hono';
import { AppError } from './error.ts';

/** Files come in these. Whoever reads one sets a limit of its own, and everybody else refuses it unread. */
export function isFileBody(contentType: string | null | undefined): boolean {
  return /^(multipart\/form-data|application\/offset\+octet-stream)\b/i.test(contentType ?? '');
}

/**
 * Refuses a body that is larger than `maxBytes`. One that comes in chunks, without a size, is read here and handed on
 * whole: Hono's own limit builds a `Request` out of the server's light one, which the platform's class does not accept.
 */
export function limitBody(maxBytes: number): MiddlewareHandler {
  return async (c, next) => {
    const { raw } = c.req;
    if (isFileBody(raw.headers.get('content-type'))) return next();
    const chunked = raw.headers.has('transfer-encoding');
    const announced = raw.headers.get('content-length');
    if (announced !== null && !chunked) {
      if (Number(announced) > maxBytes) throw tooLarge(maxBytes);
      return next();
    }
    if (raw.method === 'GET' || raw.method === 'HEAD' || raw.body === null) return next();
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of raw.body) {
      size += chunk.length;
      if (size > maxBytes) throw tooLarge(maxBytes);
      chunks.push(chunk);
    }
    const body = size === 0 ? null : Buffer.concat(chunks);
    c.req.raw = new Request(raw.url, { method: raw.method, headers: raw.headers, body });
    return next();
  };
}

function tooLarge(maxBytes: number): AppError {
  const limit = `${Math.floor(maxBytes / 1024)} KiB`;
  return new AppError('too-large', 'body.too-large', `The body is larger than ${limit}.`, {
    errors: [{ field: 'body', code: 'too_big', message: `At most ${limit}.` }],
  });
}
