import { type AppContext, createRouter, mountOperation, type ServiceApp } from '@banyan/service-kit/http-app';
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
import { markedFile } from './marked-file.ts';
import { resultText, resultWorkbook } from './result-file.ts';
import { templateFile } from './template-file.ts';
import * as routes from './routes.ts';

/** The contracts of this feature and what answers them. */
export function importOperations(deps: Deps): ServiceApp {
  const router = createRouter();
  const with_ = (operation: (deps: Deps, c: AppContext) => Promise<Response>) => (c: AppContext) =>
    operation(deps, c);
  mountOperation(router, routes.templateRoute, with_(templateFile));
  mountOperation(router, routes.startImportRoute, with_(startImport));
  mountOperation(router, routes.listImportsRoute, with_(listImports));
  mountOperation(router, routes.showImportRoute, with_(showImport));
  mountOperation(router, routes.discardImportRoute, with_(discardImport));
  mountOperation(router, routes.mapColumnsRoute, with_(mapColumns));
  mountOperation(router, routes.listRowsRoute, with_(listRows));
  mountOperation(router, routes.correctRowRoute, with_(correctRow));
  mountOperation(router, routes.commitImportRoute, with_(commitImport));
  mountOperation(router, routes.undoImportRoute, with_(undoImport));
  mountOperation(router, routes.markedFileRoute, with_(markedFile));
  mountOperation(router, routes.resultWorkbookRoute, with_(resultWorkbook));
  mountOperation(router, routes.resultTextRoute, with_(resultText));
  return router;
}
