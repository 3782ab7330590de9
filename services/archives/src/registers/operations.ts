import { createOperations, type ServiceApp } from '@banyan/service-kit/http-app';
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
  const { router, mount } = createOperations(deps);
  mount(routes.countRegistersRoute, countRegisters);
  mount(routes.listDueRoute, listDue);
  mount(floating.listFloatingRoute, listFloating);
  mount(floating.showFloatingRoute, showFloating);
  mount(floating.registerOutflowRoute, registerOutflow);
  mount(floating.registerInflowRoute, registerInflow);
  mount(floating.correctFloatingRoute, correctFloating);
  mount(floating.logContactRoute, logContact);
  mount(floating.closeFloatingRoute, closeFloating);
  mount(floating.unmaskFloatingRoute, unmaskFloating);
  mount(routes.listLostRoute, listLost);
  mount(routes.showLostRoute, showLost);
  mount(routes.logSearchRoute, logSearch);
  mount(routes.listReductionsRoute, listReductions);
  return router;
}
