import {
  authorize,
  createRouter,
  mountOperation,
  parseQuery,
  type ServiceApp,
} from '@banyan/service-kit/http-app';
import type { Deps } from '../deps.ts';
import { listAuditEntriesRoute } from './contract.ts';
import { listAuditEntries } from './list-audit-entries.ts';

export function auditTrailRoutes({ kit }: Deps): ServiceApp {
  const router = createRouter();
  mountOperation(router, listAuditEntriesRoute, async (c) => {
    const scope = await authorize(kit, c, 'identity.audit.read');
    const filter = parseQuery(c, listAuditEntriesRoute.request.query);
    return c.json(await listAuditEntries(kit, scope, filter));
  });
  return router;
}
