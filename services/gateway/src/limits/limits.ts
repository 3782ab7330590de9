import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { RateLimits } from '../config.ts';
import type { Refusal } from '../front/refusal.ts';

/** Counts a request; null when it may go on. */
export interface Limits {
  session(session: string): Promise<Refusal | null>;
  address(address: string): Promise<Refusal | null>;
  signIn(address: string): Promise<Refusal | null>;
}

type Limit = RateLimits[keyof RateLimits];

/** Windows are counted in this process: with n gateways a client may reach n times as much. */
export function createLimits(rates: RateLimits): Limits {
  return {
    session: limitOf('session', rates.session),
    address: limitOf('address', rates.address),
    signIn: limitOf('sign-in', rates.signIn),
  };
}

function limitOf(policy: string, { points, seconds }: Limit): (key: string) => Promise<Refusal | null> {
  const limiter = new RateLimiterMemory({ keyPrefix: '', points, duration: seconds });
  const declared = `"${policy}";q=${points};w=${seconds}`;

  function refused(reason: unknown): Refusal {
    if (!(reason instanceof RateLimiterRes)) throw reason;
    const wait = Math.max(1, Math.ceil(reason.msBeforeNext / 1_000));
    return {
      status: 429,
      code: `gateway.too-many-${policy === 'sign-in' ? 'sign-ins' : 'requests'}`,
      title: 'Too many requests in a short time.',
      detail: `Wait ${wait} s and try again.`,
      retryAfterSeconds: wait,
      headers: ['ratelimit-policy', declared, 'ratelimit', `"${policy}";r=0;t=${wait}`],
    };
  }

  return (key) => limiter.consume(key).then(allowed, refused);
}

function allowed(): null {
  return null;
}
