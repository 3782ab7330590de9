import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { causesOf } from './causes.ts';
import { diskFull, isDiskFull } from './disk-full.ts';
import { AppError, type AppErrorDetails, type ErrorKind } from './error.ts';

const statusOf: Record<ErrorKind, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  stale: 412,
  'too-large': 413,
  unsupported: 415,
  'precondition-required': 428,
  'rate-limited': 429,
  unavailable: 503,
};

/** Problem details (RFC 9457). `code` is stable; `title` is English and is translated by the console. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.string(),
    detail: z.string().optional(),
    requestId: z.string(),
    errors: z.array(z.object({ field: z.string(), code: z.string(), message: z.string() })).optional(),
  })
  .openapi('Problem');

interface Problem {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly details?: AppErrorDetails;
}

/** Writes a problem document. */
export function problemResponse(c: Context, problem: Problem): Response {
  const { status, code, title, details = {} } = problem;
  const body = {
    type: `urn:banyan:problem:${code}`,
    title,
    status,
    code,
    ...(details.detail === undefined ? {} : { detail: details.detail }),
    requestId: c.get('requestId') as string,
    ...(details.errors?.length ? { errors: details.errors } : {}),
    ...details.extensions,
  };
  const headers: Record<string, string> = {
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
  };
  if (details.retryAfterSeconds !== undefined)
    headers['retry-after'] = String(Math.ceil(details.retryAfterSeconds));
  return new Response(JSON.stringify(body), { status, headers });
}

/** The one mapper from an error to an answer. What it does not know says nothing but the request id. */
export function problemOf(error: unknown): Problem {
  if (error instanceof AppError) {
    return { status: statusOf[error.kind], code: error.code, title: error.message, details: error.details };
  }
  if (error instanceof HTTPException) {
    return error.status === 400
      ? { status: 400, code: 'body.malformed', title: 'The body is not valid JSON.' }
      : {
          status: error.status,
          code: `http.${error.status}`,
          title: error.message || 'The request was refused.',
        };
  }
  if (isDiskFull(error)) return problemOf(diskFull(error));
  if (isUnavailable(error)) {
    return {
      status: 503,
      code: 'service.unavailable',
      title: 'The service cannot reach its data right now.',
      details: {
        detail: mayHaveCommitted(error)
          ? 'Look whether the change was made before you repeat it.'
          : 'Nothing was changed. Try again in a moment.',
        retryAfterSeconds: 2,
      },
    };
  }
  const code = codeOf(error);
  if (code !== undefined && unkeepableText.has(code)) {
    return {
      status: 400,
      code: 'request.invalid',
      title: 'The request has values that cannot be used.',
      details: { detail: 'Some text holds characters that cannot be kept.' },
    };
  }
  if (code === statementTimeout) {
    return {
      status: 503,
      code: 'service.too-slow',
      title: 'This took longer than the service allows.',
      details: {
        detail: 'Nothing was changed. Narrow what you ask for, or try again later.',
        retryAfterSeconds: 10,
      },
    };
  }
  return { status: 500, code: 'service.failed', title: 'Something went wrong on our side.' };
}

const connectionCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOENT',
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  'CONNECT_TIMEOUT',
  '57P01',
  '57P02',
  '57P03',
  '08006',
  '08003',
  '53300',
  // One of two that waited for each other was sent back.
  '40P01',
  'DATABASE_STALLED',
  'DATABASE_STALLED_AT_COMMIT',
]);

/** Of an error, or of what it wraps: drizzle puts its own around those of a query. */
function codeOf(error: unknown): string | undefined {
  return causesOf(error).find(({ code }) => typeof code === 'string')?.code as string | undefined;
}

/** True when PostgreSQL is down, going down or coming up, or let others go first, so that trying again makes sense. */
export function isUnavailable(error: unknown): boolean {
  if (error instanceof AppError) return error.kind === 'unavailable';
  const code = codeOf(error);
  return code !== undefined && connectionCodes.has(code);
}

/** A NUL in a text, or half a character in a JSON. */
const unkeepableText = new Set(['22021', '22P05']);

/** PostgreSQL cancelled a statement after its time. */
const statementTimeout = '57014';

const brokenCodes = new Set([
  'ECONNRESET',
  'EPIPE',
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
  '08006',
  '57P02',
  'DATABASE_STALLED_AT_COMMIT',
]);

/** True when the connection broke: the commit may have been stored and its answer lost. */
export function mayHaveCommitted(error: unknown): boolean {
  return brokenCodes.has(String(codeOf(error)));
}
