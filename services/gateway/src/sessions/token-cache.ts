import type { AskForToken, IssuedToken } from './identity-tokens.ts';

/** What a session may present to one service: the ready `authorization` header, and whose it is. */
export interface Ticket {
  readonly authorization: string;
  /** What the cookie held. */
  readonly session: string;
  readonly sessionId: string;
  readonly accountId: string;
  readonly expiresAt: number;
  /** Until then it is used without asking identity again. */
  freshUntil: number;
}

interface Entry {
  readonly tickets: Map<string, Ticket>;
  readonly pending: Map<string, Promise<Ticket | null>>;
  /** Until then the session counts as ended without asking. */
  endedUntil: number;
}

export interface TokenCacheOptions {
  readonly ask: AskForToken;
  readonly freshMs?: number;
  readonly maxSessions?: number;
  readonly now?: () => number;
}

/** Tokens of sessions, for seconds. Identity being away is bridged until a token itself expires. */
export interface TokenCache {
  /** A fresh ticket, null when the session is known to have ended, undefined when identity has to be asked. */
  peek(session: string, audience: string): Ticket | null | undefined;
  /** True when the session was good a moment ago. */
  knows(session: string): boolean;
  /** Asks identity, once for however many wait. Throws when it is away and no token of the session is left. */
  obtain(session: string, audience: string): Promise<Ticket | null>;
  forget(session: string): void;
  endSession(sessionId: string, accountId: string): void;
  /** The account's grants have changed: identity is asked again before the next request goes on. */
  renewAccount(accountId: string): void;
  /** Facts may have been missed. */
  renewAll(): void;
  /** Drops what has expired. */
  sweep(): void;
}

const patienceMs = 3_000;
const patienceWithTokenMs = 1_000;
const retryMs = 1_000;
const endedMs = 1_000;

export function createTokenCache(options: TokenCacheOptions): TokenCache {
  const { ask, freshMs = 5_000, maxSessions = 50_000, now = Date.now } = options;
  const entries = new Map<string, Entry>();
  const sessionsOf = new Map<string, Set<string>>();
  /** Grows with everything that ends or changes a session: an answer asked for before it is not kept. */
  let epoch = 0;

  function entryOf(session: string): Entry {
    let entry = entries.get(session);
    if (entry === undefined) {
      entry = { tickets: new Map(), pending: new Map(), endedUntil: 0 };
      if (entries.size >= maxSessions) drop(entries.keys().next().value as string);
      entries.set(session, entry);
    }
    return entry;
  }

  function drop(session: string): void {
    for (const ticket of entries.get(session)?.tickets.values() ?? []) {
      const sessions = sessionsOf.get(ticket.accountId);
      if (sessions?.delete(session) && sessions.size === 0) sessionsOf.delete(ticket.accountId);
    }
    entries.delete(session);
  }

  function keep(session: string, audience: string, entry: Entry, ticket: Ticket): void {
    if (entries.get(session) !== entry) return;
    entry.tickets.set(audience, ticket);
    const sessions = sessionsOf.get(ticket.accountId);
    if (sessions === undefined) sessionsOf.set(ticket.accountId, new Set([session]));
    else sessions.add(session);
  }

  async function exchange(session: string, audience: string, entry: Entry): Promise<Ticket | null> {
    const askedAt = now();
    const askedIn = epoch;
    const held = entry.tickets.get(audience);
    const usable = held !== undefined && held.expiresAt > askedAt;
    let issued: IssuedToken | null;
    try {
      issued = await ask(session, audience, usable ? patienceWithTokenMs : patienceMs);
    } catch (error) {
      if (held === undefined || held.expiresAt <= now() || entries.get(session) !== entry) throw error;
      held.freshUntil = Math.min(now() + retryMs, held.expiresAt);
      return held;
    }
    if (issued === null) {
      if (entries.get(session) === entry) drop(session);
      entryOf(session).endedUntil = now() + endedMs;
      return null;
    }
    const ticket: Ticket = {
      authorization: `Bearer ${issued.token}`,
      session,
      sessionId: issued.sessionId,
      accountId: issued.accountId,
      expiresAt: issued.expiresAt,
      freshUntil: Math.min(askedAt + freshMs, issued.expiresAt - 1_000),
    };
    if (epoch === askedIn) keep(session, audience, entry, ticket);
    return ticket;
  }

  function obtain(session: string, audience: string): Promise<Ticket | null> {
    const entry = entryOf(session);
    const waiting = entry.pending.get(audience);
    if (waiting !== undefined) return waiting;
    const asked = exchange(session, audience, entry).finally(() => {
      if (entry.pending.get(audience) === asked) entry.pending.delete(audience);
    });
    entry.pending.set(audience, asked);
    return asked;
  }

  function peek(session: string, audience: string): Ticket | null | undefined {
    const entry = entries.get(session);
    if (entry === undefined) return undefined;
    const at = now();
    const ticket = entry.tickets.get(audience);
    if (ticket !== undefined && ticket.freshUntil > at) return ticket;
    return entry.endedUntil > at ? null : undefined;
  }

  return {
    peek,
    obtain,
    knows: (session) => (entries.get(session)?.tickets.size ?? 0) > 0,
    forget: (session) => {
      epoch += 1;
      drop(session);
    },
    endSession: (sessionId, accountId) => {
      epoch += 1;
      for (const session of [...(sessionsOf.get(accountId) ?? [])])
        for (const ticket of entries.get(session)?.tickets.values() ?? [])
          if (ticket.sessionId === sessionId) drop(session);
    },
    renewAccount: (accountId) => {
      epoch += 1;
      for (const session of sessionsOf.get(accountId) ?? []) {
        const entry = entries.get(session);
        entry?.pending.clear();
        for (const ticket of entry?.tickets.values() ?? []) ticket.freshUntil = 0;
      }
    },
    renewAll: () => {
      epoch += 1;
      for (const entry of entries.values()) {
        entry.pending.clear();
        for (const ticket of entry.tickets.values()) ticket.freshUntil = 0;
      }
    },
    sweep: () => {
      const at = now();
      for (const [session, entry] of entries) {
        const lasting = [...entry.tickets.values()].some((ticket) => ticket.expiresAt > at);
        if (!lasting && entry.pending.size === 0 && entry.endedUntil <= at) drop(session);
      }
    },
  };
}
