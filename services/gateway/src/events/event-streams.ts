import type { ServerResponse } from 'node:http';
import type { Holdings } from '../limits/holdings.ts';

export type GatewayEvent = 'session-ended' | 'registry-changed' | 'access-changed';

interface Listener {
  readonly res: ServerResponse;
  readonly sessionId: string;
  readonly accountId: string;
}

/** The open server-sent event streams of this gateway. */
export interface EventStreams {
  /** Takes over the answer and writes to it until somebody leaves. False when session or account have too many. */
  open(res: ServerResponse, who: { sessionId: string; accountId: string }): boolean;
  toAccount(accountId: string, event: GatewayEvent, data: unknown): void;
  toAll(event: GatewayEvent, data: unknown): void;
  endSession(sessionId: string): void;
  /** The account may do nothing any more. */
  endAccount(accountId: string): void;
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

  function open(
    res: ServerResponse,
    { sessionId, accountId }: { sessionId: string; accountId: string },
  ): boolean {
    const release = holdings.take('streams', { kind: 'session', sessionId, accountId });
    if (release === null) return false;
    const listener: Listener = { res, sessionId, accountId };
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
    close: () => {
      clearInterval(heartbeat);
      for (const { res } of listeners) res.end();
      listeners.clear();
    },
  };
}
