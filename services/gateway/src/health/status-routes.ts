import type { HttpBindings } from '@hono/node-server';
import { AppError, forbidden } from '@banyan/service-kit/error';
import { Hono } from 'hono';
import type { RateLimits } from '../config.ts';
import type { Holdings } from '../limits/holdings.ts';
import type { Line } from '../limits/line.ts';
import type { ReadSession } from '../sessions/read-session.ts';
import type { ServiceState } from './services-health.ts';
import { type Status, statusPage } from './status-page.ts';

export interface StatusOptions {
  readonly readSession: ReadSession;
  readonly mayRead: (accountId: string) => Promise<boolean>;
  readonly servicesHealth: () => Promise<Record<string, ServiceState>>;
  readonly holdings: Holdings;
  readonly lines: ReadonlyMap<string, Line>;
  readonly rates: RateLimits;
  readonly heldBodyBytes: () => number;
  readonly waitingAnswers: () => number;
}

/** `/status`: who may have how much open, what is open now and what was refused. Says nothing of who. */
export function statusRoutes(options: StatusOptions): Hono<{ Bindings: HttpBindings }> {
  const routes = new Hono<{ Bindings: HttpBindings }>();
  routes.get('/', async (c) => {
    const session = await options.readSession(c.env.incoming);
    if (session === null) throw new AppError('unauthenticated', 'session.required', 'Sign in first.');
    if (!(await options.mayRead(session.accountId))) throw forbidden();
    const status: Status = {
      services: await options.servicesHealth(),
      uses: options.holdings.uses(),
      lines: Object.fromEntries([...options.lines].map(([domain, line]) => [domain, line.use()])),
      rates: options.rates,
      heldBodyBytes: options.heldBodyBytes(),
      waitingAnswers: options.waitingAnswers(),
    };
    const headers = { 'cache-control': 'no-store' };
    if (c.req.header('accept')?.includes('text/html') !== true) return c.json(status, 200, headers);
    const english = c.req.header('accept-language')?.toLowerCase().startsWith('en') ?? false;
    return c.html(statusPage(status, english ? 'en-US' : 'zh-CN'), 200, headers);
  });
  return routes;
}
