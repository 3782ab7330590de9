import type { MiddlewareHandler } from 'hono';
import { AppError } from './error.ts';

/** Files come in these. Whoever reads one sets a limit of its own, and everybody else refuses it unread. */
export function isFileBody(contentType: string | null | undefined): boolean {
  return /^(multipart\/form-data|application\/offset\+octet-stream)\b/i.test(contentType ?? '');
}

/**
 * Refuses a body that is larger than `maxBytes`. One that comes in chunks, without a size, is counted as it is read, which
 * begins when somebody asks for it: Hono's own limit reads it before anybody knows who sends it.
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
    if (raw.method === 'GET' || raw.method === 'HEAD') return next();
    c.req.raw = new Request(raw.url, {
      method: raw.method,
      headers: raw.headers,
      body: counted(raw, maxBytes),
      duplex: 'half',
    } as RequestInit);
    return next();
  };
}

function counted(raw: Request, maxBytes: number): ReadableStream<Uint8Array> {
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  let size = 0;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        reader ??= raw.body?.getReader();
        const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
        if (done || value === undefined) return controller.close();
        size += value.length;
        if (size > maxBytes) {
          await reader?.cancel().catch(() => undefined);
          throw tooLarge(maxBytes);
        }
        controller.enqueue(value);
      },
      cancel: (reason) => reader?.cancel(reason),
    },
    // Nothing is read ahead of being asked for.
    { highWaterMark: 0 },
  );
}

function tooLarge(maxBytes: number): AppError {
  const limit = `${Math.floor(maxBytes / 1024)} KiB`;
  return new AppError('too-large', 'body.too-large', `The body is larger than ${limit}.`, {
    errors: [{ field: 'body', code: 'too_big', message: `At most ${limit}.` }],
  });
}
