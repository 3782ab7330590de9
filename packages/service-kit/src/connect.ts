import postgres, { type Sql } from 'postgres';
import type { Log } from './log.ts';
import { watchForStalls } from './stall-watch.ts';

/** A pool of connections that refuses at once while its server answers nothing. */
export interface Pool extends Sql {
  /** Resolves once PostgreSQL answers, through the pool or, where its connections are all at work, beside it. */
  answers(): Promise<void>;
}

/** A pool that is busy for so long is asked past. */
const busyMs = 400;

/**
 * In seconds, after so many failures that all connections of a pool have counted together: the library's own comes to 20,
 * which a server that is back would have to wait for.
 */
export function reconnectDelay(failures: number): number {
  return Math.min(2 ** failures / 50, 1) * (0.5 + Math.random() / 2);
}

/** Connects lazily. Times: statements end after 15 s, idle transactions after 30 s, connecting after 5 s. */
export function connect(
  url: string,
  pool: number,
  name: string,
  settings: Readonly<Record<string, string>> = {},
  log: Log | null = null,
): Pool {
  const shared = {
    connect_timeout: 5,
    backoff: reconnectDelay,
    max_lifetime: null,
    onnotice: () => undefined,
  };
  const client = postgres(url, {
    ...shared,
    max: pool,
    idle_timeout: 0,
    connection: {
      application_name: `banyan-${name}`,
      statement_timeout: 15_000,
      idle_in_transaction_session_timeout: 30_000,
      ...settings,
    },
  });
  const pulse = postgres(url, {
    ...shared,
    max: 1,
    idle_timeout: 5,
    fetch_types: false,
    connection: { application_name: `banyan-${name}-pulse` },
  });
  const watch = watchForStalls(client, pulse, log);
  const { end } = client;
  return Object.assign(client, {
    answers: () => throughOrBeside(client, watch.feelPulse),
    end: async (options?: { timeout?: number }) => {
      watch.stop();
      await Promise.all([end(options), pulse.end({ timeout: 0 })]);
    },
  });
}

async function throughOrBeside(client: Sql, feelPulse: () => Promise<void>): Promise<void> {
  const through = client`select 1`.then(() => undefined);
  const { promise: busy, resolve } = Promise.withResolvers<'busy'>();
  const timer = setTimeout(() => resolve('busy'), busyMs);
  try {
    if ((await Promise.race([through, busy])) !== 'busy') return;
    await Promise.race([through, feelPulse()]);
  } finally {
    clearTimeout(timer);
  }
}
