import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { AppError } from '@banyan/service-kit/error';
import { Hono } from 'hono';
import type { ReadSession } from '../sessions/read-session.ts';
import type { EventStreams } from './event-streams.ts';

/** `/events`: what a console should know at once. */
export function eventRoutes(
  readSession: ReadSession,
  streams: EventStreams,
): Hono<{ Bindings: HttpBindings }> {
  const routes = new Hono<{ Bindings: HttpBindings }>();
  routes.get('/', async (c) => {
    const session = await readSession(c.env.incoming);
    if (session === null) throw new AppError('unauthenticated', 'session.required', 'Sign in first.');
    if (!streams.open(c.env.outgoing, session))
      throw new AppError('rate-limited', 'gateway.too-many-streams', 'This session has too many pages open.');
    return RESPONSE_ALREADY_SENT;
  });
  return routes;
}
