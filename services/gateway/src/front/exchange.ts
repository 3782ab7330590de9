import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Release } from '../limits/holdings.ts';

/** One request and its answer on their way through the gateway. */
export interface Exchange {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  readonly requestId: string;
  readonly startedAt: number;
  /** Path without the query. It may hold a token, so it is never logged. */
  readonly path: string;
  /** What metrics count it under: a domain, or a part of the gateway. */
  route: string;
  /** The pattern of the path, as the service that answered names it. */
  pattern: string | undefined;
  accountId: string | undefined;
  /** What is given back when the answer is done, or nobody waits for it any more. */
  readonly holds: Release[];
}

/** Notes what an exchange holds of somebody's budget. */
export function hold({ res, holds }: Exchange, release: Release): void {
  if (res.closed) release();
  else holds.push(release);
}
