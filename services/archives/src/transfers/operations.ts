import { type AppContext, createRouter, mountOperation, type ServiceApp } from '@banyan/service-kit/http-app';
import type { Deps } from '../deps.ts';
import { applyForGroup } from './apply-for-group.ts';
import { applyForTransfer } from './apply-for-transfer.ts';
import { listDestinations } from './list-destinations.ts';
import { listTransfers } from './list-transfers.ts';
import { printLetter } from './print-letter.ts';
import * as routes from './routes.ts';
import { showDue } from './show-due.ts';
import { showGroup } from './show-group.ts';
import { showTransfer } from './show-transfer.ts';
import { takeAct } from './take-act.ts';
import { takeGroupAct } from './take-group-act.ts';

/** The contracts of this feature and what answers them. Fixed paths come before `{id}`. */
export function transferOperations(deps: Deps): ServiceApp {
  const router = createRouter();
  const with_ = (operation: (deps: Deps, c: AppContext) => Promise<Response>) => (c: AppContext) =>
    operation(deps, c);
  mountOperation(router, routes.listTransfersRoute, with_(listTransfers));
  mountOperation(router, routes.showDueRoute, with_(showDue));
  mountOperation(router, routes.listDestinationsRoute, with_(listDestinations));
  mountOperation(router, routes.applyRoute, with_(applyForTransfer));
  mountOperation(router, routes.applyGroupRoute, with_(applyForGroup));
  mountOperation(router, routes.showGroupRoute, with_(showGroup));
  mountOperation(router, routes.showTransferRoute, with_(showTransfer));
  for (const { act, one, group } of routes.actRoutes) {
    mountOperation(router, group, (c) => takeGroupAct(deps, c, act));
    mountOperation(router, one, (c) => takeAct(deps, c, act));
  }
  mountOperation(router, routes.letterDocxRoute, (c) => printLetter(deps, c, 'docx'));
  mountOperation(router, routes.letterPdfRoute, (c) => printLetter(deps, c, 'pdf'));
  return router;
}
