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

/**
 * Against forged requests. A change needs our own Origin or, without any, a header that no form can send. A read needs
 * neither, but where the browser says that another site caused it, it is refused too: some reads are acts, such as exports.
 */
export type OriginRule = (method: string, headers: IncomingHttpHeaders) => Refusal | null;

export function createOriginRule(publicOrigin: URL): OriginRule {
  const own = new Set([publicOrigin.origin]);
  if (isLoopback(publicOrigin) && publicOrigin.protocol === 'http:')
    for (const host of ['localhost', '127.0.0.1', '[::1]'])
      own.add(`http://${host}:${publicOrigin.port || 80}`);

  return (method, headers) => {
    const { origin } = headers;
    if (origin !== undefined && changesSomething(method)) return own.has(origin) ? null : foreign;
    const site = headers['sec-fetch-site'];
    if (site !== undefined && site !== 'same-origin' && site !== 'none') return foreign;
    return changesSomething(method) && headers['x-banyan-client'] === undefined ? missing : null;
  };
}

export function changesSomething(method: string): boolean {
  return method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS';
}
