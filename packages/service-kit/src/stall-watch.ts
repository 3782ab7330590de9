import type { Sql } from 'postgres';
import type { Log } from './log.ts';

/** What this repository's patch adds to a pool of postgres.js. */
interface Refusing {
  /** Ends what is under way or waits, and refuses what comes, until it is called with null. */
  refuse(reason: (() => Error) | null): void;
  /** `heard` changes with every word of the server. */
  state(): { readonly waiting: boolean; readonly heard: number };
}

const tickMs = 250;
/** So many ticks without a word while somebody waits, and a pulse is felt for. Ticks, so that a busy process is no silence. */
const silentTicks = 6;
/** So many ticks for the pulse. What waits is refused, at the latest, after both. */
const pulseTicks = 8;

/** PostgreSQL has answered nothing for so long that whoever waits for it is told. */
export class DatabaseStalled extends Error {
  override readonly name = 'DatabaseStalled';
  readonly code: 'DATABASE_STALLED' | 'DATABASE_STALLED_AT_COMMIT';

  constructor(committing = false) {
    super('PostgreSQL answers nothing.');
    this.code = committing ? 'DATABASE_STALLED_AT_COMMIT' : 'DATABASE_STALLED';
  }
}

export interface StallWatch {
  /** Resolves once PostgreSQL answers on a connection that no query of the service occupies. */
  feelPulse(): Promise<void>;
  stop(): void;
}

/**
 * Tells a server that is slow from one that has stopped: the slow one still answers on the connection of the pulse, and
 * nothing is cut. Of one that does not, all connections are ended, so that what they were about is rolled back.
 */
export function watchForStalls(client: Sql, pulse: Sql, log: Log | null): StallWatch {
  const [pool, pulsePool] = [client, pulse] as unknown as [Refusing, Refusing];
  let heard = 0;
  let silent = 0;
  let stalled = false;
  /** Ticks since the pulse was asked for; null while nobody asks. */
  let felt: number | null = null;

  const feelPulse = async (): Promise<void> => void (await pulse`select 1`);

  function feel(): void {
    felt = 0;
    feelPulse().then(answered, (error: unknown) => {
      felt = null;
      // A refusal is an answer too, which the pool hears for itself.
      if (!(error instanceof DatabaseStalled)) answered();
    });
  }

  function answered(): void {
    felt = null;
    silent = 0;
    if (!stalled) return;
    stalled = false;
    pool.refuse(null);
    log?.info('database: answers again');
  }

  function giveUp(): void {
    pulsePool.refuse(() => new DatabaseStalled());
    pulsePool.refuse(null);
    if (stalled) return;
    stalled = true;
    pool.refuse(() => new DatabaseStalled());
    log?.error('database: answers nothing, and whoever waits for it is refused');
  }

  function isSilent(): boolean {
    const state = pool.state();
    const silence = state.waiting && state.heard === heard;
    heard = state.heard;
    return silence;
  }

  const timer = setInterval(() => {
    silent = isSilent() ? silent + 1 : 0;
    if (felt !== null) felt += 1;
    if (felt === null && (stalled || silent >= silentTicks)) feel();
    else if (felt !== null && felt > pulseTicks) giveUp();
  }, tickMs).unref();

  return { feelPulse, stop: () => clearInterval(timer) };
}
