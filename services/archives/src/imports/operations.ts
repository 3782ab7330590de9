import { createOperations, type ServiceApp } from '@banyan/service-kit/http-app';
import type { Deps } from '../deps.ts';
import { commitImport } from './commit-import.ts';
import { correctRow } from './correct-row.ts';
import { discardImport } from './discard-import.ts';
import * as fileRoutes from './file-routes.ts';
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
  const { router, mount } = createOperations(deps);
  mount(fileRoutes.templateRoute, templateFile);
  mount(routes.startImportRoute, startImport);
  mount(routes.listImportsRoute, listImports);
  mount(routes.showImportRoute, showImport);
  mount(routes.discardImportRoute, discardImport);
  mount(routes.mapColumnsRoute, mapColumns);
  mount(routes.listRowsRoute, listRows);
  mount(routes.correctRowRoute, correctRow);
  mount(routes.commitImportRoute, commitImport);
  mount(routes.undoImportRoute, undoImport);
  mount(fileRoutes.markedFileRoute, markedFile);
  mount(fileRoutes.resultWorkbookRoute, resultWorkbook);
  mount(fileRoutes.resultTextRoute, resultText);
  return router;
}
