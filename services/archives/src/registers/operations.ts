import { type AppContext, createRouter, mountOperation, type ServiceApp } from '@banyan/service-kit/http-app';
import type { Deps } from '../deps.ts';
import { closeFloating } from './close-floating.ts';
import { correctFloating } from './correct-floating.ts';
import { countRegisters } from './count-registers.ts';
import * as floating from './floating-routes.ts';
import { listDue } from './list-due.ts';
import { listFloating } from './list-floating.ts';
import { listLost } from './list-lost.ts';
import { listReductions } from './list-reductions.ts';
import { logContact } from './log-contact.ts';
import { logSearch } from './log-search.ts';
import { registerInflow } from './register-inflow.ts';
import { registerOutflow } from './register-outflow.ts';
import * as routes from './routes.ts';
import { showFloating } from './show-floating.ts';
import { showLost } from './show-lost.ts';
import { unmaskFloating } from './unmask-floating.ts';

/** The contracts of the registers and what answers them. */
export function registerOperations(deps: Deps): ServiceApp {
  const router = createRouter();
  const with_ = (operation: (deps: Deps, c: AppContext) => Promise<Response>) => (c: AppContext) =>
    operation(deps, c);
  mountOperation(router, routes.countRegistersRoute, with_(countRegisters));
  mountOperation(router, routes.listDueRoute, with_(listDue));
  mountOperation(router, floating.listFloatingRoute, with_(listFloating));
  mountOperation(router, floating.showFloatingRoute, with_(showFloating));
  mountOperation(router, floating.registerOutflowRoute, with_(registerOutflow));
  mountOperation(router, floating.registerInflowRoute, with_(registerInflow));
  mountOperation(router, floating.correctFloatingRoute, with_(correctFloating));
  mountOperation(router, floating.logContactRoute, with_(logContact));
  mountOperation(router, floating.closeFloatingRoute, with_(closeFloating));
  mountOperation(router, floating.unmaskFloatingRoute, with_(unmaskFloating));
  mountOperation(router, routes.listLostRoute, with_(listLost));
  mountOperation(router, routes.showLostRoute, with_(showLost));
  mountOperation(router, routes.logSearchRoute, with_(logSearch));
  mountOperation(router, routes.listReductionsRoute, with_(listReductions));
  return router;
}
