import type { Ticket } from '../sessions/token-cache.ts';

/** Whose budget a request draws on: that of its session and account, or, without a session, that of its address. */
export type Holder =
  | { readonly kind: 'address'; readonly address: string }
  | { readonly kind: 'session'; readonly sessionId: string; readonly accountId: string };

export function holderOf(ticket: Ticket | null, address: string): Holder {
  return ticket === null
    ? { kind: 'address', address: networkOf(address) }
    : { kind: 'session', sessionId: ticket.sessionId, accountId: ticket.accountId };
}

/** One subscriber holds a whole /64 of IPv6: it is one address here. */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const groups = [...before, ...Array.from({ length: zeros }, () => '0'), ...after];
  return `${groups.slice(0, 4).join(':')}::`;
}
