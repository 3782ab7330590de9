import { createOperations, type ServiceApp } from '@banyan/service-kit/http-app';
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
  const { router, mount } = createOperations(deps);
  mount(routes.listTransfersRoute, listTransfers);
  mount(routes.showDueRoute, showDue);
  mount(routes.listDestinationsRoute, listDestinations);
  mount(routes.applyRoute, applyForTransfer);
  mount(routes.applyGroupRoute, applyForGroup);
  mount(routes.showGroupRoute, showGroup);
  mount(routes.showTransferRoute, showTransfer);
  for (const { act, one, group } of routes.actRoutes) {
    mount(group, (parts, c) => takeGroupAct(parts, c, act));
    mount(one, (parts, c) => takeAct(parts, c, act));
  }
  mount(routes.letterDocxRoute, (parts, c) => printLetter(parts, c, 'docx'));
  mount(routes.letterPdfRoute, (parts, c) => printLetter(parts, c, 'pdf'));
  return router;
}
