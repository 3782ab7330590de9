import { AppError } from './error.ts';
import type { AppContext } from './http-app.ts';
import { createLanes } from './lanes.ts';
import type { Log } from './log.ts';
import type { Actor } from './scope.ts';
import { type Broken, StreamedAnswer } from './streamed-answer.ts';

/** `made` answers are worked out while they are sent, much of it in this process; `stored` ones lie ready. */
export type StreamKind = 'made' | 'stored';

export interface StreamLimits {
  /** Under way at once, of everybody and of one account. */
  readonly open: number;
  readonly perAccount: number;
}

export interface StreamsOptions {
  readonly log: Log;
  /** Whoever takes nothing for so long is cut off. */
  readonly stalledAfterMs: number;
  readonly limits?: Readonly<Record<StreamKind, StreamLimits>>;
}

/** Together below the gateway's connections to one service, so that files leave some to everything else. */
const usualLimits = { made: { open: 40, perAccount: 3 }, stored: { open: 40, perAccount: 12 } } as const;

/** Answers that work at a time, for the most part waiting for the database: a few of its connections, never all. */
const workingAtOnce = 3;

/** The body of an answer; `onBroken` hears when it did not get to its end. */
export type Send = (
  bytes: AsyncIterable<Uint8Array>,
  onBroken?: (reason: Broken) => void,
) => ReadableStream<Uint8Array>;

export interface Streams {
  /**
   * Begins an answer that streams. Throws 429 when its account has too many under way and 503 when everybody has; nothing
   * has begun then. While its client takes nothing it holds its place and no turn to work; after a time, neither.
   */
  answer(c: AppContext, what: Streamed, begin: (send: Send) => Promise<Response>): Promise<Response>;
}

export interface Streamed {
  readonly kind: StreamKind;
  /** For the log. */
  readonly about: string;
  readonly actor: Actor;
}

interface Step {
  readonly account: string;
  readonly run: () => Promise<void>;
}

export function createStreams({ log, stalledAfterMs, limits = usualLimits }: StreamsOptions): Streams {
  const places = { made: placesWithin(limits.made), stored: placesWithin(limits.stored) };
  // One step of an account at a time, in the order they came: nobody waits for all that somebody else has begun.
  const steps = createLanes<Step>(
    workingAtOnce,
    { key: ({ account }) => account, kind: () => '', most: () => 1 },
    async (batch) => batch[0]?.run(),
  );
  const inTurn = <Result>(account: string, work: () => Promise<Result>): Promise<Result> =>
    new Promise((resolve, reject) => {
      steps.enter({ account, run: () => work().then(resolve, reject) });
    });

  return {
    async answer(c, { kind, about, actor }, begin) {
      const account = actor.accountId ?? '';
      const step: typeof inTurn = kind === 'made' ? inTurn : (_account, work) => work();
      const leave = places[kind](account);
      let streamed: StreamedAnswer | null = null;
      const send: Send = (bytes, onBroken) => {
        streamed = new StreamedAnswer(bytes, {
          stalledAfterMs,
          next: (work) => step(account, work),
          onEnd: (broken, sent, error) => {
            leave();
            if (broken === null) return;
            const told = { requestId: actor.requestId, account, about, sent, broken, error };
            log[broken === 'left' ? 'info' : 'warn'](told, 'stream broke off');
            onBroken?.(broken);
          },
        });
        return streamed.body;
      };
      try {
        const response = await step(account, () => begin(send));
        if (streamed === null) leave();
        // Whoever asks with HEAD gets the headers alone, and nobody would read the body.
        else if (c.req.raw.method === 'HEAD') await response.body?.cancel();
        return response;
      } catch (error) {
        leave();
        throw error;
      }
    },
  };
}

/** Gives out places; each is given back by calling what came for it. */
function placesWithin({ open, perAccount }: StreamLimits): (account: string) => () => void {
  const taken = new Map<string, number>();
  let all = 0;
  return (account) => {
    const own = taken.get(account) ?? 0;
    if (own >= perAccount) throw tooMany(perAccount);
    if (all >= open) throw busy();
    taken.set(account, own + 1);
    all += 1;
    let left = false;
    return () => {
      if (left) return;
      left = true;
      all -= 1;
      const rest = (taken.get(account) ?? 1) - 1;
      if (rest === 0) taken.delete(account);
      else taken.set(account, rest);
    };
  };
}

function tooMany(most: number): AppError {
  return new AppError('rate-limited', 'stream.too-many', 'You are fetching too many files at once.', {
    detail: `At most ${most} at a time: wait until one has come, or cancel it, and try again.`,
    retryAfterSeconds: 10,
  });
}

function busy(): AppError {
  return new AppError('unavailable', 'stream.busy', 'Many files are being fetched right now.', {
    detail: 'Nothing has begun. Try again in a minute.',
    retryAfterSeconds: 30,
  });
}
