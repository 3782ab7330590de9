import type { Log } from '@banyan/service-kit/log';
import { clientAddress } from '../front/client-address.ts';
import type { Exchange } from '../front/exchange.ts';
import { type Refusal, refuse } from '../front/refusal.ts';
import type { Limits } from '../limits/limits.ts';
import { changesSomething, type OriginRule } from '../sessions/origin-rule.ts';
import type { SessionCookie } from '../sessions/session-cookie.ts';
import type { Ticket, TokenCache } from '../sessions/token-cache.ts';
import { forward, type ForwardOptions } from './forward.ts';
import { announcedBytes, tooLarge } from './request-body.ts';
import type { Upstream, Upstreams } from './upstreams.ts';

export interface ProxyOptions {
  readonly upstreams: Upstreams;
  readonly tokens: TokenCache;
  readonly limits: Limits;
  readonly cookie: SessionCookie;
  readonly originRule: OriginRule;
  readonly security: readonly string[];
  readonly bodyLimitBytes: number;
  readonly trustedProxies: number;
  readonly log: Log;
}

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
const signInPath = '/api/identity/sessions';

const wrongMethod: Refusal = {
  status: 405,
  code: 'gateway.method-not-allowed',
  title: 'This method is not in use here.',
  headers: ['allow', [...methods].join(', ')],
};
const unknownService: Refusal = {
  status: 404,
  code: 'gateway.unknown-service',
  title: 'There is no such service.',
};
const identityDown: Refusal = {
  status: 503,
  code: 'gateway.service-down',
  title: 'The service identity is not running right now.',
  detail: 'The session cannot be checked. Nothing was changed. Try again in a moment.',
  retryAfterSeconds: 2,
  extensions: { service: 'identity' },
};

/** Checks a request for `/api/<domain>/…` and streams it to the service, with an internal token where there is a session. */
export type Proxy = (exchange: Exchange, domain: string) => void;

export function createProxy(options: ProxyOptions): Proxy {
  const { upstreams, tokens, limits, cookie, originRule, security, bodyLimitBytes, log } = options;

  /** A service that is down fails every request: one line a second says as much. */
  const failureLoggedAt = new Map<string, number>();

  const forwardOptions: ForwardOptions = {
    security,
    bodyLimitBytes,
    onSession: (announced, { req }) => {
      const session = cookie.read(req.headers.cookie);
      if (session !== null) tokens.forget(session);
      return cookie.write(announced);
    },
    onFailure: (error, { requestId }, { domain }) => {
      const now = Date.now();
      if (now - (failureLoggedAt.get(domain) ?? 0) < 1_000) return;
      failureLoggedAt.set(domain, now);
      log.warn({ error, requestId, service: domain }, 'proxy: no whole answer');
    },
  };

  function refusalFor(exchange: Exchange, domain: string): Refusal | null {
    const { req, path } = exchange;
    const method = req.method as string;
    if (!methods.has(method)) return wrongMethod;
    if (!upstreams.has(domain) || path.length === domain.length + 5) return unknownService;
    if (changesSomething(method)) {
      const refused = originRule(req.headers);
      if (refused !== null) return refused;
    }
    return announcedBytes(req) > bodyLimitBytes ? tooLarge(bodyLimitBytes) : null;
  }

  /** Sessions that are known have a window of their own; everything else counts on the address. */
  function count(exchange: Exchange, session: string | null, address: string): Promise<Refusal | null> {
    if (exchange.path === signInPath && exchange.req.method === 'POST') return limits.signIn(address);
    if (session !== null && tokens.knows(session)) return limits.session(session);
    return limits.address(address);
  }

  function send(exchange: Exchange, upstream: Upstream, ticket: Ticket | null, address: string): void {
    exchange.accountId = ticket?.accountId;
    const passport = {
      authorization: ticket === null ? null : ticket.authorization,
      requestId: exchange.requestId,
      clientAddress: address,
    };
    forward(exchange, upstream, passport, forwardOptions);
  }

  return (exchange, domain) => {
    const refused = refusalFor(exchange, domain);
    if (refused !== null) {
      refuse(exchange, security, refused);
      return;
    }
    exchange.route = domain;
    const upstream = upstreams.get(domain) as Upstream;
    const session = cookie.read(exchange.req.headers.cookie);
    const address = clientAddress(exchange.req, options.trustedProxies);
    count(exchange, session, address)
      .then((limited) => {
        if (limited !== null) {
          refuse(exchange, security, limited);
          return undefined;
        }
        const ticket = session === null ? null : tokens.peek(session, domain);
        if (ticket !== undefined) {
          send(exchange, upstream, ticket, address);
          return undefined;
        }
        return tokens.obtain(session as string, domain).then(
          (obtained) => send(exchange, upstream, obtained, address),
          (error: unknown) => {
            log.warn({ error, requestId: exchange.requestId }, 'sessions: identity gave no answer');
            refuse(exchange, security, identityDown);
          },
        );
      })
      .catch((error: unknown) => {
        log.error({ error, requestId: exchange.requestId }, 'proxy: failed');
        refuse(exchange, security, {
          status: 500,
          code: 'service.failed',
          title: 'Something went wrong on our side.',
        });
      });
  };
}
