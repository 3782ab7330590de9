import type { Readable } from 'node:stream';
import type { Log } from '@banyan/service-kit/log';
import { clientAddress } from '../front/client-address.ts';
import { type Exchange, hold } from '../front/exchange.ts';
import { type Refusal, refuse } from '../front/refusal.ts';
import { paces } from '../limits/budget.ts';
import { type Holder, holderOf } from '../limits/holder.ts';
import { type Holdings, spent } from '../limits/holdings.ts';
import type { Limits } from '../limits/limits.ts';
import type { Line } from '../limits/line.ts';
import { changesSomething, type OriginRule } from '../sessions/origin-rule.ts';
import type { OpaqueCookie } from '../sessions/opaque-cookie.ts';
import type { Ticket, TokenCache } from '../sessions/token-cache.ts';
import { forward, type ForwardOptions } from './forward.ts';
import type { Intake } from './intake.ts';
import { announcedBytes, isLargeFile, tooLarge } from './request-body.ts';
import type { Upstream, Upstreams } from './upstreams.ts';

export interface ProxyOptions {
  readonly upstreams: Upstreams;
  readonly tokens: TokenCache;
  readonly limits: Limits;
  readonly holdings: Holdings;
  /** By domain. */
  readonly lines: ReadonlyMap<string, Line>;
  readonly intake: Intake;
  readonly sessionCookie: OpaqueCookie;
  readonly deviceCookie: OpaqueCookie;
  readonly originRule: OriginRule;
  readonly security: readonly string[];
  readonly bodyLimitBytes: number;
  readonly trustedProxies: number;
  readonly log: Log;
}

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** Where a secret is tried without a session. */
const guessable = new Set(['/api/identity/sessions', '/api/identity/invitations', '/api/identity/bootstrap']);

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
const signInFirst: Refusal = { status: 401, code: 'session.required', title: 'Sign in first.' };
const failed: Refusal = { status: 500, code: 'service.failed', title: 'Something went wrong on our side.' };

/** Checks a request for `/api/<domain>/…` and streams it to the service, with an internal token where there is a session. */
export type Proxy = (exchange: Exchange, domain: string) => void;

export function createProxy(options: ProxyOptions): Proxy {
  const { upstreams, tokens, limits, holdings, lines, intake, originRule, security, log } = options;
  const { sessionCookie, deviceCookie, bodyLimitBytes } = options;

  /** A service that is down fails every request: one line a second says as much. */
  const failureLoggedAt = new Map<string, number>();

  const forwardOptions: ForwardOptions = {
    security,
    cookiesOf: ({ session, device }, { req }) => {
      const cookies: (string | null)[] = [];
      if (session !== undefined) {
        const before = sessionCookie.read(req.headers.cookie);
        if (before !== null) tokens.forget(before);
        cookies.push(sessionCookie.write(session));
      }
      if (device !== undefined) cookies.push(deviceCookie.write(device));
      return cookies.filter((cookie) => cookie !== null);
    },
    onFailure: (error, { requestId }, domain) => {
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
    const refused = originRule(method, req.headers);
    if (refused !== null) return refused;
    return announcedBytes(req) > bodyLimitBytes ? tooLarge(bodyLimitBytes) : null;
  }

  /** Sessions that are known have a window of their own; everything else counts on the address. */
  function count({ path, req }: Exchange, session: string | null, address: string): Promise<Refusal | null> {
    if (guessable.has(path) && changesSomething(req.method as string)) return limits.signIn(address);
    if (session !== null && tokens.knows(session)) return limits.session(session);
    return limits.address(address);
  }

  function ticketOf(exchange: Exchange, session: string, domain: string): Promise<Ticket | Refusal | null> {
    return tokens.obtain(session, domain).catch((error: unknown) => {
      log.warn({ error, requestId: exchange.requestId }, 'sessions: identity gave no answer');
      return identityDown;
    });
  }

  /** The body as it goes on; a refusal instead, or undefined where the client has left. */
  async function bodyOf(
    exchange: Exchange,
    holder: Holder,
  ): Promise<Buffer | Readable | Refusal | undefined> {
    const { req } = exchange;
    const release = holdings.take('bodies', holder);
    if (release === null) return spent('bodies');
    hold(exchange, release);
    const isFile = isLargeFile(req, paces.smallBodyBytes);
    if (isFile && holder.kind === 'address') return signInFirst;
    if (isFile) {
      const file = holdings.take('files', holder);
      if (file === null) return spent('files');
      hold(exchange, file);
      return intake.stream(req, bodyLimitBytes);
    }
    const most = holder.kind === 'address' ? paces.anonymousBodyBytes : paces.smallBodyBytes;
    const taken = await intake.whole(req, Math.min(most, bodyLimitBytes));
    release();
    return taken;
  }

  function passportOf({ req, requestId }: Exchange, domain: string, ticket: Ticket | null, address: string) {
    return {
      authorization: ticket?.authorization ?? null,
      device: domain === 'identity' ? deviceCookie.read(req.headers.cookie) : null,
      requestId,
      clientAddress: address,
    };
  }

  /**
   * Every step in turn; what comes back is why the request does not go on. Of a read with a known session, one of
   * thousands a second, only the count of its rate waits.
   */
  async function pass(exchange: Exchange, domain: string): Promise<Refusal | null> {
    const session = sessionCookie.read(exchange.req.headers.cookie);
    const address = clientAddress(exchange.req, options.trustedProxies);
    const limited = await count(exchange, session, address);
    if (limited !== null) return limited;
    const known = session === null ? null : tokens.peek(session, domain);
    const ticket = known === undefined ? await ticketOf(exchange, session as string, domain) : known;
    if (isRefusal(ticket)) return ticket;
    exchange.accountId = ticket?.accountId;
    const holder = holderOf(ticket, address);
    const open = holdings.take('open', holder);
    if (open === null) return spent('open');
    hold(exchange, open);
    const body = announcedBytes(exchange.req) === 0 ? null : await bodyOf(exchange, holder);
    if (body === undefined) return null;
    if (isRefusal(body)) return body;
    const entered = (lines.get(domain) as Line).enter(holder);
    const turn = entered instanceof Promise ? await entered : entered;
    if (turn === null) return spent('requests');
    hold(exchange, turn);
    const { pools } = upstreams.get(domain) as Upstream;
    const isStream = body !== null && !(body instanceof Buffer);
    const pool = pools[isStream ? 'files' : ticket === null ? 'anonymous' : 'session'];
    const passport = passportOf(exchange, domain, ticket, address);
    forward(exchange, { domain, pool, passport, body, onAnswer: turn }, forwardOptions);
    return null;
  }

  return (exchange, domain) => {
    const refused = refusalFor(exchange, domain);
    if (refused !== null) {
      refuse(exchange, security, refused);
      return;
    }
    exchange.route = domain;
    pass(exchange, domain).then(
      (refusal) => {
        if (refusal !== null) refuse(exchange, security, refusal);
      },
      (error: unknown) => {
        log.error({ error, requestId: exchange.requestId }, 'proxy: failed');
        refuse(exchange, security, failed);
      },
    );
  };
}

function isRefusal(value: object | null): value is Refusal {
  return value !== null && 'status' in value && 'title' in value;
}
