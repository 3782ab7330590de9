import type { IncomingHttpHeaders } from 'node:http';
import { isLoopback } from '../config.ts';
import type { Refusal } from '../front/refusal.ts';

const foreign: Refusal = {
  status: 403,
  code: 'gateway.foreign-origin',
  title: 'This request comes from another site.',
  detail: 'Open the console at its own address and try again.',
};

const missing: Refusal = {
  status: 403,
  code: 'gateway.origin-required',
  title: 'This request does not say where it comes from.',
  detail: 'Send Origin, or, from a program, the header X-Banyan-Client.',
};

/** Against forged requests: a change needs our own Origin, or, without any Origin, a header that no form can send. */
export type OriginRule = (headers: IncomingHttpHeaders) => Refusal | null;

export function createOriginRule(publicOrigin: URL): OriginRule {
  const own = new Set([publicOrigin.origin]);
  if (isLoopback(publicOrigin) && publicOrigin.protocol === 'http:')
    for (const host of ['localhost', '127.0.0.1', '[::1]'])
      own.add(`http://${host}:${publicOrigin.port || 80}`);

  return (headers) => {
    const { origin } = headers;
    if (origin !== undefined) return own.has(origin) ? null : foreign;
    const site = headers['sec-fetch-site'];
    if (site !== undefined && site !== 'same-origin' && site !== 'none') return foreign;
    return headers['x-banyan-client'] === undefined ? missing : null;
  };
}

/** Reads need no origin: without CORS headers another site cannot see the answer. */
export function changesSomething(method: string): boolean {
  return method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS';
}
