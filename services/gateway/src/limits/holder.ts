import { networkOf } from '@banyan/service-kit/network';
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
