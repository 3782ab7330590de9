import { notFound } from '@banyan/service-kit/error';
import { createRouter, jsonOf, parseBody, type ServiceApp } from '@banyan/service-kit/http-app';
import { systemScope } from '@banyan/service-kit/scope';
import { requireServiceSecret } from '@banyan/service-kit/service-secret';
import { z } from 'zod';
import { makeBootstrapLink } from '../bootstrap/bootstrap.ts';
import type { Deps } from '../deps.ts';
import { compileAccess } from '../grants/access-table.ts';
import { mergedInto, snapshotOrganizations } from '../organizations/snapshot-organizations.ts';
import { idOf } from '../request.ts';
import { issueToken } from '../sessions/issue-token.ts';

const tokenRequestSchema = z.strictObject({
  session: z.string().min(1).max(200),
  audience: z.string().regex(/^[a-z][a-z-]{1,30}$/),
  /** False where nobody acts: a page that is merely open does not keep its session alive. */
  use: z.boolean().default(true),
});

const snapshotQuerySchema = z.object({ after: z.coerce.number().int().nullable().default(null) });
const snapshot = systemScope('identity.organization.snapshot');

/** What the processes of the mesh ask identity. The gateway forwards none of it, and each call carries their secret. */
export function internalRoutes(deps: Deps): ServiceApp {
  const { kit, tokens } = deps;
  const router = createRouter();
  router.use('/internal/*', requireServiceSecret(deps.serviceSecret));
  router.post('/internal/tokens', async (c) => {
    const { session, audience, use } = parseBody(tokenRequestSchema, await jsonOf(c));
    return c.json(await issueToken(deps, session, audience, use));
  });
  router.get('/internal/access/:id', async (c) => {
    const accountId = idOf(c);
    const scope = systemScope('identity.grant.compile');
    const access = await kit.database.read(scope, (tx) => compileAccess(tx.sql, accountId));
    if (access === null) throw notFound();
    return c.json(access);
  });
  router.get('/internal/organizations', async (c) => {
    const { after } = parseBody(snapshotQuerySchema, c.req.query());
    return c.json(await kit.database.read(snapshot, (tx) => snapshotOrganizations(tx.sql, after)));
  });
  router.get('/internal/organizations/:id/merged-into', async (c) => {
    const organizationId = idOf(c);
    return c.json({ id: await kit.database.read(snapshot, (tx) => mergedInto(tx.sql, organizationId)) });
  });
  router.get('/internal/keys', (c) => c.json(tokens.keys));
  router.post('/internal/bootstrap-link', async (c) => c.json(await makeBootstrapLink(kit), 201));
  return router;
}
