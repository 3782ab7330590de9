import type { IncomingMessage } from 'node:http';

/**
 * The client's address. Behind `trustedProxies` reverse proxies, each of which appends whom it heard, the entry that the
 * outermost of them wrote; what stands further left was sent by the client and proves nothing.
 */
export function clientAddress(req: IncomingMessage, trustedProxies: number): string {
  const peer = withoutMapping(req.socket.remoteAddress ?? '');
  if (trustedProxies === 0) return peer;
  const header = req.headers['x-forwarded-for'];
  if (header === undefined) return peer;
  const entries = (typeof header === 'string' ? header : header.join(',')).split(',');
  const entry = entries[entries.length - trustedProxies]?.trim();
  return entry ? withoutMapping(entry) : peer;
}

function withoutMapping(address: string): string {
  return address.startsWith('::ffff:') ? address.slice(7) : address;
}
