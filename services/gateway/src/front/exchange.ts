import type { IncomingMessage, ServerResponse } from 'node:http';

/** One request and its answer on their way through the gateway. */
export interface Exchange {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  readonly requestId: string;
  readonly startedAt: number;
  /** Path without the query, which is never logged. */
  readonly path: string;
  /** What metrics count it under: a domain, or a part of the gateway. */
  route: string;
  accountId: string | undefined;
}
