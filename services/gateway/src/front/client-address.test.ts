import type { IncomingMessage } from 'node:http';
import { expect, it } from 'vitest';
import { clientAddress } from './client-address.ts';

function from(remoteAddress: string, forwarded?: string): IncomingMessage {
  return {
    socket: { remoteAddress },
    headers: { 'x-forwarded-for': forwarded },
  } as unknown as IncomingMessage;
}

it.each([
  [0, '203.0.113.9', '10.0.0.1', '203.0.113.9'],
  [0, '::ffff:203.0.113.9', undefined, '203.0.113.9'],
  [1, '10.0.0.1', 'forged, 203.0.113.9', '203.0.113.9'],
  [2, '10.0.0.1', 'forged, 203.0.113.9, 10.0.0.2', '203.0.113.9'],
  [2, '10.0.0.1', '203.0.113.9', '10.0.0.1'],
  [1, '10.0.0.1', undefined, '10.0.0.1'],
])('with %i trusted proxies, %s forwarding %s is %s', (proxies, peer, forwarded, address) => {
  expect(clientAddress(from(peer, forwarded), proxies)).toBe(address);
});
