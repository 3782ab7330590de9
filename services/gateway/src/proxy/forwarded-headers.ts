import type { IncomingHttpHeaders } from 'node:http';

/** Those of one connection (RFC 9110, 7.6.1), and those that only the gateway may say to a service. */
const notForwarded = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'expect',
  'host',
  'http2-settings',
  'authorization',
  'cookie',
  'forwarded',
  'traceparent',
  'tracestate',
  'baggage',
  'x-client-address',
  'x-real-ip',
  'x-request-id',
  'x-service-secret',
]);

const notReturned = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'date',
  'server',
  'set-cookie',
  'x-powered-by',
  'x-request-id',
]);

/** Says no more than that a program or the console's own code sent the request, which no link or form can. */
const clientHeader = 'x-banyan-client';

export interface Passport {
  readonly authorization: string | null;
  /** The token of a browser that signed in before; for identity alone. */
  readonly device: string | null;
  readonly requestId: string;
  readonly clientAddress: string;
}

/** The headers a service receives, names and values in turn. `size` is that of the body; null without one. */
export function requestHeaders(
  headers: IncomingHttpHeaders,
  size: number | 'unknown' | null,
  passport: Passport,
): string[] {
  const named = connectionNames(headers.connection);
  const out: string[] = [];
  for (const name in headers) {
    if (notForwarded.has(name) || (isPrivate(name) && name !== clientHeader) || named?.has(name)) continue;
    if (size !== 'unknown' && name === 'content-length') continue;
    const value = headers[name];
    if (typeof value === 'string') out.push(name, value);
    else if (value !== undefined) for (const one of value) out.push(name, one);
  }
  const { authorization, device, requestId, clientAddress } = passport;
  if (typeof size === 'number') out.push('content-length', String(size));
  if (authorization !== null) out.push('authorization', authorization);
  if (device !== null) out.push('x-banyan-device', device);
  out.push(
    'x-request-id',
    requestId,
    'x-client-address',
    clientAddress,
    'traceparent',
    traceparent(requestId),
  );
  return out;
}

/** What a service tells the gateway and nobody else. */
export interface Announced {
  /** `<opaque>;<max-age>` of the session that identity opened; `;0` ends the cookie. */
  readonly session: string | undefined;
  readonly device: string | undefined;
  /** The pattern of the path that matched. */
  readonly route: string | undefined;
}

/** The headers the client receives, and what stays here. */
export function responseHeaders(headers: IncomingHttpHeaders): { out: string[]; announced: Announced } {
  const named = connectionNames(headers.connection);
  const out: string[] = [];
  for (const name in headers) {
    if (notReturned.has(name) || isPrivate(name) || named?.has(name)) continue;
    const value = headers[name];
    if (typeof value === 'string') out.push(name, value);
    else if (value !== undefined) for (const one of value) out.push(name, one);
  }
  if (headers['cache-control'] === undefined) out.push('cache-control', 'private, no-cache');
  const announced = (name: string): string | undefined => {
    const value = headers[name];
    return typeof value === 'string' ? value : undefined;
  };
  return {
    out,
    announced: {
      session: announced('x-banyan-session'),
      device: announced('x-banyan-device'),
      route: announced('x-banyan-route'),
    },
  };
}

function isPrivate(name: string): boolean {
  return name.charCodeAt(0) === 120 && (name.startsWith('x-banyan-') || name.startsWith('x-forwarded-'));
}

function connectionNames(connection: string | undefined): Set<string> | null {
  if (connection === undefined || connection === 'keep-alive' || connection === 'close') return null;
  return new Set(connection.split(',').map((name) => name.trim().toLowerCase()));
}

/** The request id, a UUID, is the trace id too: one number finds the log lines and the trace. */
function traceparent(requestId: string): string {
  const hex = requestId.replaceAll('-', '');
  return `00-${hex}-${hex.slice(16)}-01`;
}
