import type { Exchange } from './exchange.ts';

/** Why the gateway itself says no, or that a service cannot answer. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail?: string;
  readonly retryAfterSeconds?: number;
  readonly headers?: readonly string[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

export function problemBody(refusal: Refusal, requestId: string): string {
  const { status, code, title, detail, extensions } = refusal;
  return JSON.stringify({
    type: `urn:banyan:problem:${code}`,
    title,
    status,
    code,
    ...(detail === undefined ? {} : { detail }),
    requestId,
    ...extensions,
  });
}

export function problemHeaders(refusal: Refusal): string[] {
  const headers = ['content-type', 'application/problem+json', 'cache-control', 'no-store'];
  if (refusal.retryAfterSeconds !== undefined)
    headers.push('retry-after', String(Math.max(1, Math.ceil(refusal.retryAfterSeconds))));
  if (refusal.headers !== undefined) headers.push(...refusal.headers);
  return headers;
}

/** Answers with a problem document. Does nothing when an answer has begun or nobody waits for it. */
export function refuse(
  { req, res, requestId }: Exchange,
  security: readonly string[],
  refusal: Refusal,
): void {
  if (res.headersSent || res.destroyed) return;
  const body = req.method === 'HEAD' ? '' : problemBody(refusal, requestId);
  res.writeHead(refusal.status, [
    ...problemHeaders(refusal),
    'content-length',
    String(Buffer.byteLength(body)),
    'x-request-id',
    requestId,
    ...security,
  ]);
  res.end(body);
}
