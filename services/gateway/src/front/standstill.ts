import type { ServerResponse } from 'node:http';
import { paces } from '../limits/budget.ts';

interface Sight {
  readonly sentBytes: number;
  readonly at: number;
}

/** Cuts clients that take nothing of their answers, so that nothing is held for them. */
export interface Standstill {
  watch(res: ServerResponse): void;
  /** The answer is done, or nobody waits for it any more. */
  forget(res: ServerResponse): void;
  /** Answers of which something waits for its client. */
  waiting(): number;
  stop(): void;
}

export function createStandstill(now: () => number = () => performance.now()): Standstill {
  const answers = new Map<ServerResponse, Sight | null>();

  function look(res: ServerResponse, sight: Sight | null, at: number): void {
    const { socket } = res;
    const waiting = socket?.writableLength ?? 0;
    if (socket === null || waiting === 0) {
      if (sight !== null) answers.set(res, null);
      return;
    }
    const sentBytes = socket.bytesWritten - waiting;
    if (sight === null || sentBytes > sight.sentBytes) {
      answers.set(res, { sentBytes, at });
      return;
    }
    // What the system has taken over in one piece counts when it is gone whole: a large piece has longer.
    const patience = paces.standstillMs + (waiting / paces.leastAnswerBytesPerSecond) * 1_000;
    if (at - sight.at > patience) socket.destroy();
  }

  const looking = setInterval(() => {
    const at = now();
    for (const [res, sight] of answers) look(res, sight, at);
  }, 2_000);
  looking.unref();

  return {
    watch: (res) => void answers.set(res, null),
    forget: (res) => void answers.delete(res),
    waiting: () => [...answers.values()].filter((sight) => sight !== null).length,
    stop: () => clearInterval(looking),
  };
}
