import {
  actorOf,
  createRouter,
  mountOperation,
  parseQuery,
  type ServiceApp,
} from '@banyan/service-kit/http-app';
import { selfScope } from '@banyan/service-kit/scope';
import type { Deps } from '../deps.ts';
import { bodyOf, idOf } from '../request.ts';
import * as contract from './contract.ts';
import { endSession, listSessions } from './list-sessions.ts';
import { endSessions } from './session-table.ts';
import { signIn } from './sign-in.ts';
import { signInOptions } from './sign-in-options.ts';

/** `<opaque>;<max-age>` for the gateway, which makes the cookie of it and passes it no further. */
const sessionHeader = 'x-banyan-session';

export function sessionRoutes(deps: Deps): ServiceApp {
  const { kit } = deps;
  const router = createRouter();

  mountOperation(router, contract.signInOptionsRoute, async (c) =>
    c.json(await signInOptions(deps), 200, { 'cache-control': 'no-store' }),
  );
  mountOperation(router, contract.signInRoute, async (c) => {
    const { username, password } = await bodyOf(c, contract.signInRoute);
    const { account, token, maxAgeSeconds } = await signIn(deps, {
      username,
      password,
      address: c.req.header('x-client-address') ?? null,
      userAgent: c.req.header('user-agent') ?? null,
      requestId: c.get('requestId'),
    });
    return c.json({ account }, 201, {
      [sessionHeader]: `${token};${maxAgeSeconds}`,
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
    const items = await listSessions(kit, actor, accountId ?? (actor.accountId as string));
    return c.json({ items, total: items.length, totalIsExact: items.length < 200 });
  });
  mountOperation(router, contract.endSessionRoute, async (c) => {
    const actor = await actorOf(kit, c);
    await endSession(kit, actor, idOf(c));
    return c.body(null, 204);
  });
  return router;
}
