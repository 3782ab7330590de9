import {
  authorize,
  createRouter,
  idempotencyOf,
  ifMatch,
  jsonOf,
  mountOperation,
  parseBody,
  parseQuery,
  type ServiceApp,
} from '@banyan/service-kit/http-app';
import type { Deps } from '../deps.ts';
import { bodyOf, idOf } from '../request.ts';
import * as contract from './contract.ts';
import { correctOrganization } from './correct-organization.ts';
import { createOrganization } from './create-organization.ts';
import { dissolveOrganization } from './dissolve-organization.ts';
import { listOrganizations } from './list-organizations.ts';
import { mergeOrganization } from './merge-organization.ts';
import { moveOrganization } from './move-organization.ts';
import { listOrganizationHistory, readOrganization } from './read-organization.ts';

export function organizationRoutes({ kit }: Deps): ServiceApp {
  const router = createRouter();
  const etag = (version: number): Record<string, string> => ({ etag: `"${version}"` });

  mountOperation(router, contract.listOrganizationsRoute, async (c) => {
    const scope = await authorize(kit, c, 'identity.organization.read');
    const { node, ended, counts } = parseQuery(c, contract.listOrganizationsRoute.request.query);
    const items = await listOrganizations(kit, scope, {
      node,
      ended: ended === 'true',
      counts: counts === 'true',
    });
    return c.json({ items, total: items.length, totalIsExact: true });
  });
  mountOperation(router, contract.readOrganizationRoute, async (c) => {
    const scope = await authorize(kit, c, 'identity.organization.read');
    const organization = await readOrganization(kit, scope, idOf(c));
    return c.json(organization, 200, etag(organization.version));
  });
  mountOperation(router, contract.listOrganizationHistoryRoute, async (c) => {
    const scope = await authorize(kit, c, 'identity.organization.read');
    const items = await listOrganizationHistory(kit, scope, idOf(c));
    return c.json({ items, total: items.length, totalIsExact: items.length < 200 });
  });
  mountOperation(router, contract.createOrganizationRoute, async (c) => {
    const scope = await authorize(kit, c, 'identity.organization.create');
    const body = await jsonOf(c);
    const input = parseBody(contract.createOrganizationSchema, body);
    const organization = await createOrganization(kit, scope, input, idempotencyOf(c, body));
    return c.json(organization, 201, etag(organization.version));
  });
  mountOperation(router, contract.correctOrganizationRoute, async (c) => {
    const scope = await authorize(kit, c, 'identity.organization.update');
    const id = idOf(c);
    await readOrganization(kit, scope, id);
    const version = ifMatch(c);
    const input = await bodyOf(c, contract.correctOrganizationRoute);
    const organization = await correctOrganization(kit, scope, id, version, input);
    return c.json(organization, 200, etag(organization.version));
  });
  mountOperation(router, contract.moveOrganizationRoute, async (c) => {
    const scope = await authorize(kit, c, 'identity.organization.update');
    const id = idOf(c);
    await readOrganization(kit, scope, id);
    const { parentId } = await bodyOf(c, contract.moveOrganizationRoute);
    return c.json(await moveOrganization(kit, scope, id, parentId));
  });
  mountOperation(router, contract.mergeOrganizationRoute, async (c) => {
    const scope = await authorize(kit, c, 'identity.organization.remove');
    const id = idOf(c);
    await readOrganization(kit, scope, id);
    const { intoId } = await bodyOf(c, contract.mergeOrganizationRoute);
    return c.json(await mergeOrganization(kit, scope, id, intoId));
  });
  mountOperation(router, contract.dissolveOrganizationRoute, async (c) => {
    const scope = await authorize(kit, c, 'identity.organization.remove');
    return c.json(await dissolveOrganization(kit, scope, idOf(c)));
  });
  return router;
}
