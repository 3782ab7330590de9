import type { ServerResponse } from 'node:http';
import type { Holdings } from '../limits/holdings.ts';

export type GatewayEvent = 'session-ended' | 'registry-changed' | 'access-changed';

/** Whose stream it is; `session` is what the cookie held. */
export interface StreamOwner {
  readonly session: string;
  readonly sessionId: string;
  readonly accountId: string;
}

interface Listener extends StreamOwner {
  readonly res: ServerResponse;
}

/** The open server-sent event streams of this gateway. */
export interface EventStreams {
  /** Takes over the answer and writes to it until somebody leaves. False when session or account have too many. */
  open(res: ServerResponse, owner: StreamOwner): boolean;
  toAccount(accountId: string, event: GatewayEvent, data: unknown): void;
  toAll(event: GatewayEvent, data: unknown): void;
  endSession(sessionId: string): void;
  /** The account may do nothing any more. */
  endAccount(accountId: string): void;
  /** Ends the streams of sessions that live no more, where the fact that would have said so was missed. */
  recheck(lives: (session: string) => Promise<boolean>): Promise<void>;
  /** Ends every stream; browsers come back by themselves. */
  close(): void;
}

/** Less than the idle time of common reverse proxies. */
const heartbeatMs = 20_000;

export function createEventStreams(holdings: Holdings, heartbeatEveryMs = heartbeatMs): EventStreams {
  const listeners = new Set<Listener>();
  const heartbeat = setInterval(() => {
    for (const { res } of listeners) res.write(':\n\n');
  }, heartbeatEveryMs);
  heartbeat.unref();

  function send({ res }: Listener, event: GatewayEvent, data: unknown): void {
    res.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  function open(res: ServerResponse, { session, sessionId, accountId }: StreamOwner): boolean {
    const release = holdings.take('streams', { kind: 'session', sessionId, accountId });
    if (release === null) return false;
    const listener: Listener = { res, session, sessionId, accountId };
    listeners.add(listener);
    res.on('close', () => {
      listeners.delete(listener);
      release();
    });
    res.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    });
    // A random pause keeps a thousand consoles from coming back in the same moment after a restart.
    res.write(`retry: ${1_000 + Math.floor(Math.random() * 2_000)}\n\n`);
    return true;
  }

  function end(concerns: (listener: Listener) => boolean): void {
    for (const listener of [...listeners].filter(concerns)) {
      listeners.delete(listener);
      send(listener, 'session-ended', {});
      listener.res.end();
    }
  }

  return {
    open,
    toAccount: (accountId, event, data) => {
      for (const listener of listeners) if (listener.accountId === accountId) send(listener, event, data);
    },
    toAll: (event, data) => {
      for (const listener of listeners) send(listener, event, data);
    },
    endSession: (sessionId) => end((listener) => listener.sessionId === sessionId),
    endAccount: (accountId) => end((listener) => listener.accountId === accountId),
    recheck: async (lives) => {
      // One after another: there is no hurry, and thousands may be open.
      for (const session of new Set([...listeners].map((listener) => listener.session)))
        if (!(await lives(session).catch(() => true))) end((listener) => listener.session === session);
    },
    close: () => {
      clearInterval(heartbeat);
      for (const { res } of listeners) res.end();
      listeners.clear();
    },
  };
}
