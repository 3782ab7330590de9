import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import type { Dispatcher, Pool } from 'undici';
import type { Exchange } from '../front/exchange.ts';
import { refuse } from '../front/refusal.ts';
import { type Announced, type Passport, requestHeaders, responseHeaders } from './forwarded-headers.ts';
import { BodyRefused } from './request-body.ts';
import { connectionWasLost, refusalOf } from './upstream-failure.ts';

export interface ForwardOptions {
  readonly security: readonly string[];
  /** Turns what identity announced about session and device into cookies. */
  readonly cookiesOf: (announced: Announced, exchange: Exchange) => string[];
  readonly onFailure: (error: unknown, exchange: Exchange, domain: string) => void;
}

/** A request as it goes to its service. */
export interface Dispatch {
  readonly domain: string;
  readonly pool: Pool;
  readonly passport: Passport;
  /** Bytes that were taken whole, or a stream of a large file. */
  readonly body: Buffer | Readable | null;
  /** The service has begun to answer, or has failed. */
  readonly onAnswer: () => void;
}

const clientGone = new Error('The client is gone.');

/** Sends a request on to its service and streams the answer back. Ends with the client: whoever leaves first ends both. */
export function forward(exchange: Exchange, dispatch: Dispatch, options: ForwardOptions): void {
  const { req, res } = exchange;
  const { body, passport, pool } = dispatch;
  if (res.destroyed) return;
  const method = req.method as Dispatcher.HttpMethod;
  const size = body instanceof Buffer ? body.length : undefined;
  const request: Dispatcher.DispatchOptions = {
    path: req.url as string,
    method,
    headers: requestHeaders(req.headers, body === null ? null : (size ?? 'unknown'), passport),
    body,
    // A service that refuses a file unread closes its connection a moment later: no other request may be on it by then.
    reset: body !== null && size === undefined,
  };
  const repeatable = body === null && (method === 'GET' || method === 'HEAD');
  const answer = new Answer(exchange, dispatch, options, repeatable ? request : null);
  res.on('close', () => answer.leave());
  pool.dispatch(request, answer);
}

class Answer implements Dispatcher.DispatchHandler {
  readonly #exchange: Exchange;
  readonly #dispatch: Dispatch;
  readonly #options: ForwardOptions;
  readonly #res: ServerResponse;
  /** What may be sent once more; null when the request must not be repeated. */
  #again: Dispatcher.DispatchOptions | null;
  #controller: Dispatcher.DispatchController | null = null;
  #started = false;
  #ended = false;

  constructor(
    exchange: Exchange,
    dispatch: Dispatch,
    options: ForwardOptions,
    again: Dispatcher.DispatchOptions | null,
  ) {
    this.#exchange = exchange;
    this.#dispatch = dispatch;
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
    this.#dispatch.onAnswer();
    const { out, announced } = responseHeaders(headers);
    this.#exchange.pattern = announced.route;
    if (this.#dispatch.domain === 'identity')
      for (const cookie of this.#options.cookiesOf(announced, this.#exchange)) out.push('set-cookie', cookie);
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
    this.#exchange.req.unpipe();
  }

  onResponseError(_controller: Dispatcher.DispatchController | null, error: Error): void {
    const again = this.#again;
    this.#again = null;
    if (this.#res.destroyed) return;
    const { domain, pool, onAnswer } = this.#dispatch;
    if (this.#started) {
      // Half an answer is out: only breaking the connection tells the client that the rest is missing.
      this.#options.onFailure(error, this.#exchange, domain);
      this.#res.destroy();
      return;
    }
    if (again !== null && connectionWasLost(error)) {
      pool.dispatch(again, this);
      return;
    }
    this.#ended = true;
    onAnswer();
    this.#exchange.req.unpipe();
    const { security, onFailure } = this.#options;
    if (error instanceof BodyRefused) {
      refuse(this.#exchange, security, error.refusal);
      return;
    }
    onFailure(error, this.#exchange, domain);
    refuse(this.#exchange, security, refusalOf(error, domain));
  }
}
