import { notFound } from '@banyan/service-kit/error';
import {
  type AppContext,
  authorize,
  createRouter,
  mountOperation,
  type ServiceApp,
} from '@banyan/service-kit/http-app';
import type { Deps } from '../deps.ts';
import { commitImport } from './commit-import.ts';
import { correctRow } from './correct-row.ts';
import { discardImport } from './discard-import.ts';
import { listImports } from './list-imports.ts';
import { listRows } from './list-rows.ts';
import { mapColumns } from './map-columns.ts';
import { showImport } from './show-import.ts';
import { startImport } from './start-import.ts';
import { undoImport } from './undo-import.ts';
import * as routes from './routes.ts';

/** The contracts of this feature and what answers them. */
export function importOperations(deps: Deps): ServiceApp {
  const router = createRouter();
  const with_ = (operation: (deps: Deps, c: AppContext) => Promise<Response>) => (c: AppContext) =>
    operation(deps, c);
  const unknown = async (c: AppContext): Promise<Response> => {
    await authorize(deps.kit, c, 'archives.member.import');
    throw notFound();
  };
  mountOperation(router, routes.templateRoute, unknown);
  mountOperation(router, routes.startImportRoute, with_(startImport));
  mountOperation(router, routes.listImportsRoute, with_(listImports));
  mountOperation(router, routes.showImportRoute, with_(showImport));
  mountOperation(router, routes.discardImportRoute, with_(discardImport));
  mountOperation(router, routes.mapColumnsRoute, with_(mapColumns));
  mountOperation(router, routes.listRowsRoute, with_(listRows));
  mountOperation(router, routes.correctRowRoute, with_(correctRow));
  mountOperation(router, routes.commitImportRoute, with_(commitImport));
  mountOperation(router, routes.undoImportRoute, with_(undoImport));
  mountOperation(router, routes.markedFileRoute, unknown);
  mountOperation(router, routes.resultWorkbookRoute, unknown);
  mountOperation(router, routes.resultTextRoute, unknown);
  return router;
}
