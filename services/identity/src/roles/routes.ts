import { notFound } from '@banyan/service-kit/error';
import {
  authorize,
  createRouter,
  ifMatch,
  mountOperation,
  type ServiceApp,
} from '@banyan/service-kit/http-app';
import { systemScope } from '@banyan/service-kit/scope';
import type { Deps } from '../deps.ts';
import { bodyOf } from '../request.ts';
import { changeRole, createRole, listRoles } from './change-role.ts';
import * as contract from './contract.ts';
import { assignablePermissions } from './role.ts';
import { findRole } from './role-table.ts';

export function roleRoutes({ kit }: Deps): ServiceApp {
  const router = createRouter();
  mountOperation(router, contract.listRolesRoute, async (c) => {
    const scope = await authorize(kit, c, 'identity.role.read');
    const items = await listRoles(kit, scope);
    return c.json({ items, total: items.length, totalIsExact: true, permissions: assignablePermissions });
  });
  mountOperation(router, contract.createRoleRoute, async (c) => {
    const scope = await authorize(kit, c, 'identity.role.update');
    return c.json(await createRole(kit, scope, await bodyOf(c, contract.createRoleRoute)), 201);
  });
  mountOperation(router, contract.changeRoleRoute, async (c) => {
    const scope = await authorize(kit, c, 'identity.role.update');
    const id = c.req.param('id') ?? '';
    const known = await kit.database.read(systemScope('identity.role.read'), (tx) => findRole(tx, id));
    if (known === null) throw notFound();
    const version = ifMatch(c);
    const input = await bodyOf(c, contract.changeRoleRoute);
    const role = await changeRole(kit, scope, { id, version, input });
    return c.json(role, 200, { etag: `"${role.version}"` });
  });
  return router;
}
