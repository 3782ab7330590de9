import { notFound } from '@banyan/service-kit/error';
import {
  type AppContext,
  authorize,
  createRouter,
  mountOperation,
  type ServiceApp,
} from '@banyan/service-kit/http-app';
import type { Deps } from '../deps.ts';
import * as routes from './routes.ts';

/** The contracts of this feature and what answers them. */
export function importOperations(deps: Deps): ServiceApp {
  const router = createRouter();
  const unknown = async (c: AppContext): Promise<Response> => {
    await authorize(deps.kit, c, 'archives.member.import');
    throw notFound();
  };
  mountOperation(router, routes.templateRoute, unknown);
  mountOperation(router, routes.startImportRoute, unknown);
  mountOperation(router, routes.listImportsRoute, unknown);
  mountOperation(router, routes.showImportRoute, unknown);
  mountOperation(router, routes.discardImportRoute, unknown);
  mountOperation(router, routes.mapColumnsRoute, unknown);
  mountOperation(router, routes.listRowsRoute, unknown);
  mountOperation(router, routes.correctRowRoute, unknown);
  mountOperation(router, routes.commitImportRoute, unknown);
  mountOperation(router, routes.undoImportRoute, unknown);
  mountOperation(router, routes.markedFileRoute, unknown);
  mountOperation(router, routes.resultWorkbookRoute, unknown);
  mountOperation(router, routes.resultTextRoute, unknown);
  return router;
}
