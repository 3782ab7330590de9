import { AppError } from '@banyan/service-kit/error';
import {
  actorOf,
  type AppContext,
  createRouter,
  mountOperation,
  parseQuery,
  type ServiceApp,
} from '@banyan/service-kit/http-app';
import { selfScope } from '@banyan/service-kit/scope';
import type { Deps } from '../deps.ts';
import { bodyOf, idOf } from '../request.ts';
import * as contract from './contract.ts';
import { deviceMaxAgeSeconds, presentedDevice } from './known-device.ts';
import { endSession, listSessions } from './list-sessions.ts';
import { endSessions } from './session-table.ts';
import { signIn } from './sign-in.ts';
import { signInOptions } from './sign-in-options.ts';

/** `<opaque>;<max-age>` for the gateway, which makes the cookie of it and passes it no further. */
const sessionHeader = 'x-banyan-session';
/** The same of the device's cookie; the gateway sends the token alone with requests, and a client's own never. */
const deviceHeader = 'x-banyan-device';

/** The session that a sign-in is made over. A token that is no good any more is no reason to refuse a password. */
async function presentSession({ kit }: Deps, c: AppContext): Promise<string | null> {
  const authorization = c.req.header('authorization');
  if (authorization === undefined) return null;
  try {
    return (await kit.authenticator.authenticate(authorization, c.get('requestId'))).sessionId;
  } catch (error) {
    if (error instanceof AppError && error.kind === 'unauthenticated') return null;
    throw error;
  }
}

export function sessionRoutes(deps: Deps): ServiceApp {
  const { kit } = deps;
  const router = createRouter();

  mountOperation(router, contract.signInOptionsRoute, async (c) =>
    c.json(await signInOptions(deps), 200, { 'cache-control': 'no-store' }),
  );
  mountOperation(router, contract.signInRoute, async (c) => {
    const { username, password } = await bodyOf(c, contract.signInRoute);
    const signedIn = await signIn(deps, {
      username,
      password,
      address: c.req.header('x-client-address') ?? null,
      device: presentedDevice(c.req.header(deviceHeader)),
      presentSessionId: await presentSession(deps, c),
      userAgent: c.req.header('user-agent') ?? null,
      requestId: c.get('requestId'),
    });
    const { account, token, maxAgeSeconds, device, endedSessions } = signedIn;
    return c.json({ account, ...(endedSessions === 0 ? {} : { endedSessions }) }, 201, {
      [sessionHeader]: `${token};${maxAgeSeconds}`,
      [deviceHeader]: `${device.token};${deviceMaxAgeSeconds}`,
      'cache-control': 'no-store',
    });
  });
  mountOperation(router, contract.signOutRoute, async (c) => {
    const actor = await actorOf(kit, c);
    await kit.database.write(selfScope(actor, 'identity.session.own'), async (tx) => {
      const sessionId = actor.sessionId;
      if (sessionId === null || (await endSessions(tx, { sessionId }, 'signed-out')) === 0) return;
      tx.audit({
        action: 'identity.session.remove',
        entity: 'session',
        subjectId: sessionId,
        organizationId: null,
      });
    });
    return c.body(null, 204, { [sessionHeader]: ';0' });
  });
  mountOperation(router, contract.listSessionsRoute, async (c) => {
    const actor = await actorOf(kit, c);
    const { accountId } = parseQuery(c, contract.listSessionsRoute.request.query);
    const { items, limit } = await listSessions(kit, actor, accountId ?? (actor.accountId as string));
    return c.json({ items, total: items.length, totalIsExact: items.length < 200, limit });
  });
  mountOperation(router, contract.endSessionRoute, async (c) => {
    const actor = await actorOf(kit, c);
    await endSession(kit, actor, idOf(c));
    return c.body(null, 204);
  });
  return router;
}
