import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import type { Dispatcher } from 'undici';
import type { Exchange } from '../front/exchange.ts';
import { refuse } from '../front/refusal.ts';
import { type Passport, requestHeaders, responseHeaders } from './forwarded-headers.ts';
import { announcedBytes, BodyTooLarge, countedBody, discardRest, tooLarge } from './request-body.ts';
import { connectionWasLost, refusalOf } from './upstream-failure.ts';
import type { Upstream } from './upstreams.ts';

export interface ForwardOptions {
  readonly security: readonly string[];
  readonly bodyLimitBytes: number;
  /** Turns identity's announcement about the session into a `Set-Cookie`; null for none. */
  readonly onSession: (announced: string, exchange: Exchange) => string | null;
  readonly onFailure: (error: unknown, exchange: Exchange, upstream: Upstream) => void;
}

const clientGone = new Error('The client is gone.');

/** Sends a request on to its service and streams the answer back. Ends with the client: whoever leaves first ends both. */
export function forward(
  exchange: Exchange,
  upstream: Upstream,
  passport: Passport,
  options: ForwardOptions,
): void {
  const { req, res } = exchange;
  if (res.destroyed) return;
  const method = req.method as Dispatcher.HttpMethod;
  const hasBody = announcedBytes(req) !== 0;
  const request: Dispatcher.DispatchOptions = {
    path: req.url as string,
    method,
    headers: requestHeaders(req.headers, hasBody, passport),
    body: hasBody ? countedBody(req, options.bodyLimitBytes) : null,
  };
  const repeatable = !hasBody && (method === 'GET' || method === 'HEAD');
  const answer = new Answer(exchange, upstream, options, repeatable ? request : null);
  res.on('close', () => answer.leave());
  upstream.pool.dispatch(request, answer);
}

class Answer implements Dispatcher.DispatchHandler {
  readonly #exchange: Exchange;
  readonly #upstream: Upstream;
  readonly #options: ForwardOptions;
  readonly #res: ServerResponse;
  /** What may be sent once more; null when the request must not be repeated. */
  #again: Dispatcher.DispatchOptions | null;
  #controller: Dispatcher.DispatchController | null = null;
  #started = false;
  #ended = false;

  constructor(
    exchange: Exchange,
    upstream: Upstream,
    options: ForwardOptions,
    again: Dispatcher.DispatchOptions | null,
  ) {
    this.#exchange = exchange;
    this.#upstream = upstream;
    this.#options = options;
    this.#res = exchange.res;
    this.#again = again;
  }

  leave(): void {
    if (!this.#ended) this.#controller?.abort(clientGone);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#res.destroyed) controller.abort(clientGone);
  }

  onResponseStart(
    controller: Dispatcher.DispatchController,
    status: number,
    headers: IncomingHttpHeaders,
  ): void {
    if (status < 200) return;
    this.#started = true;
    const { out, session } = responseHeaders(headers);
    if (session !== undefined && this.#upstream.domain === 'identity') {
      const cookie = this.#options.onSession(session, this.#exchange);
      if (cookie !== null) out.push('set-cookie', cookie);
    }
    out.push('x-request-id', this.#exchange.requestId, ...this.#options.security);
    this.#res.writeHead(status, out);
    this.#res.on('drain', () => controller.resume());
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (!this.#res.write(chunk)) controller.pause();
  }

  onResponseEnd(): void {
    this.#ended = true;
    this.#res.end();
    discardRest(this.#exchange.req);
  }

  onResponseError(_controller: Dispatcher.DispatchController | null, error: Error): void {
    const again = this.#again;
    this.#again = null;
    if (this.#res.destroyed) return;
    if (this.#started) {
      // Half an answer is out: only breaking the connection tells the client that the rest is missing.
      this.#options.onFailure(error, this.#exchange, this.#upstream);
      this.#res.destroy();
      return;
    }
    if (again !== null && connectionWasLost(error)) {
      this.#upstream.pool.dispatch(again, this);
      return;
    }
    this.#ended = true;
    discardRest(this.#exchange.req);
    const { security, bodyLimitBytes, onFailure } = this.#options;
    if (error instanceof BodyTooLarge) {
      refuse(this.#exchange, security, tooLarge(bodyLimitBytes));
      return;
    }
    onFailure(error, this.#exchange, this.#upstream);
    refuse(this.#exchange, security, refusalOf(error, this.#upstream.domain));
  }
}
