import { createOperations, type ServiceApp } from '@banyan/service-kit/http-app';
import type { Deps } from '../deps.ts';
import { exportMembers, postExport } from './export-members.ts';
import { exportMembersRoute, postExportRoute } from './routes.ts';

/** Mounted before members, whose ids would take `export` for one of theirs. */
export function exportOperations(deps: Deps): ServiceApp {
  const { router, mount } = createOperations(deps);
  mount(exportMembersRoute, exportMembers);
  mount(postExportRoute, postExport);
  return router;
}
