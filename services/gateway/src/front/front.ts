import { randomUUIDv7 } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Log } from '@banyan/service-kit/log';
import type { Metrics } from '@banyan/service-kit/metrics';
import { paces } from '../limits/budget.ts';
import { holderOf } from '../limits/holder.ts';
import { type Holdings, spent } from '../limits/holdings.ts';
import type { Proxy } from '../proxy/proxy.ts';
import { clientAddress } from './client-address.ts';
import { type Exchange, hold } from './exchange.ts';
import { loggedPath } from './logged-path.ts';
import { type Refusal, refuse } from './refusal.ts';
import { targetOf } from './target.ts';

export interface FrontOptions {
  readonly proxy: Proxy;
  /** Everything that is not proxied. */
  readonly own: RequestListener;
  readonly security: readonly string[];
  readonly holdings: Holdings;
  readonly trustedProxies: number;
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
export function createFront(options: FrontOptions): RequestListener {
  const { proxy, own, security, holdings, log, metrics } = options;

  function finish(exchange: Exchange): void {
    const { req, res, requestId, startedAt, path, route, pattern, accountId } = exchange;
    for (const release of exchange.holds) release();
    discardRest(req);
    const ms = performance.now() - startedAt;
    const { method } = req;
    const status = res.headersSent ? res.statusCode : 499;
    metrics.requests.observe({ method: method as string, route, status }, ms / 1_000);
    if (route === 'health') return;
    log.info(
      {
        requestId,
        method,
        path: pattern ?? loggedPath(path),
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
      pattern: undefined,
      accountId: undefined,
      holds: [],
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
    // Probes are always answered; pages and files count on the address, whoever asks.
    const address = clientAddress(req, options.trustedProxies);
    const open = exchange.route === 'gateway' ? holdings.take('open', holderOf(null, address)) : null;
    if (exchange.route === 'gateway' && open === null) {
      refuse(exchange, security, spent('open'));
      return;
    }
    if (open !== null) hold(exchange, open);
    res.setHeader('x-request-id', exchange.requestId);
    for (let index = 0; index < security.length; index += 2)
      res.setHeader(security[index] as string, security[index + 1] as string);
    own(req, res);
  };
}

/**
 * Reads what the client still sends after its answer, for a moment: left alone, the connection would stay open and deaf,
 * and cut at once, the answer might not arrive.
 */
function discardRest(req: IncomingMessage): void {
  if (req.complete || req.destroyed) return;
  req.resume();
  const late = setTimeout(() => req.destroy(), paces.discardMs);
  req.once('close', () => clearTimeout(late));
}
