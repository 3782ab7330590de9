import { availableParallelism } from 'node:os';
import { hash, verify } from '@node-rs/argon2';
import { AppError } from '@banyan/service-kit/error';

/** argon2id behind a bounded queue: 19 MiB and some 10 ms of a processor each. Throws `unavailable` when it is full. */
export interface PasswordHasher {
  hash(password: string): Promise<string>;
  /** Costs the same for an account without a password, or none at all. */
  verify(stored: string | null, password: string): Promise<boolean>;
}

const cost = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export interface QueueLimits {
  readonly running: number;
  readonly waiting: number;
}

export async function createPasswordHasher(
  limits: QueueLimits = { running: Math.max(1, Math.min(4, availableParallelism())), waiting: 200 },
): Promise<PasswordHasher> {
  const nobody = await hash('a password that nobody has', cost);
  let running = 0;
  const waiting: (() => void)[] = [];

  async function queued<Result>(work: () => Promise<Result>): Promise<Result> {
    if (running >= limits.running) {
      if (waiting.length >= limits.waiting) throw busy();
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  }

  return {
    hash: (password) => queued(() => hash(password, cost)),
    verify: async (stored, password) => {
      const right = await queued(() => verify(stored ?? nobody, password));
      return right && stored !== null;
    },
  };
}

function busy(): AppError {
  return new AppError('unavailable', 'session.busy', 'Too many people are signing in at this moment.', {
    detail: 'Try again in a few seconds.',
    retryAfterSeconds: 2,
  });
}
