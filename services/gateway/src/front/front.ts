import { randomUUIDv7 } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Log } from '@banyan/service-kit/log';
import type { Metrics } from '@banyan/service-kit/metrics';
import type { Proxy } from '../proxy/proxy.ts';
import type { Exchange } from './exchange.ts';
import { type Refusal, refuse } from './refusal.ts';
import { targetOf } from './target.ts';

export interface FrontOptions {
  readonly proxy: Proxy;
  /** Everything that is not proxied. */
  readonly own: RequestListener;
  readonly security: readonly string[];
  readonly log: Log;
  readonly metrics: Metrics;
}

const malformed: Refusal = {
  status: 400,
  code: 'gateway.malformed-request',
  title: 'The address of this request cannot be understood.',
};

/** Counted apart: probes are not logged, and a stream lasts as long as its page. */
const ownRoutes: Readonly<Record<string, string>> = {
  '/readyz': 'health',
  '/healthz': 'health',
  '/events': 'events',
};

/** The first to see a request: gives it an id, sends it to the proxy or to the gateway's own routes, and logs its end. */
export function createFront({ proxy, own, security, log, metrics }: FrontOptions): RequestListener {
  function finish(exchange: Exchange): void {
    const { req, res, requestId, startedAt, path, route, accountId } = exchange;
    const ms = performance.now() - startedAt;
    const { method } = req;
    const status = res.headersSent ? res.statusCode : 499;
    metrics.requests.observe({ method: method as string, route, status }, ms / 1_000);
    if (route === 'health') return;
    log.info(
      {
        requestId,
        method,
        path,
        status,
        ms: Math.round(ms * 10) / 10,
        account: accountId,
        ...(res.writableFinished ? {} : { broken: true }),
      },
      'request',
    );
  }

  return (req: IncomingMessage, res: ServerResponse) => {
    const target = targetOf(req.url as string);
    const exchange: Exchange = {
      req,
      res,
      requestId: randomUUIDv7(),
      startedAt: performance.now(),
      path: target.kind === 'malformed' ? '' : target.path,
      route: 'gateway',
      accountId: undefined,
    };
    res.on('close', () => finish(exchange));
    if (target.kind === 'service') {
      proxy(exchange, target.domain);
      return;
    }
    if (target.kind === 'malformed') {
      refuse(exchange, security, malformed);
      return;
    }
    exchange.route = ownRoutes[target.path] ?? 'gateway';
    res.setHeader('x-request-id', exchange.requestId);
    for (let index = 0; index < security.length; index += 2)
      res.setHeader(security[index] as string, security[index + 1] as string);
    own(req, res);
  };
}
