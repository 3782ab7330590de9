import { type AppContext, createRouter, mountOperation, type ServiceApp } from '@banyan/service-kit/http-app';
import type { Deps } from '../deps.ts';
import { answerPeople } from './answer-people.ts';
import { changeRound } from './change-round.ts';
import { closeRound } from './close-round.ts';
import { listBranches } from './list-branches.ts';
import { listPeople } from './list-people.ts';
import { listRounds } from './list-rounds.ts';
import { openRound } from './open-round.ts';
import { remindBranches } from './remind-branches.ts';
import * as routes from './routes.ts';
import { showRound } from './show-round.ts';

/** The contracts of this feature and what answers them. */
export function verificationOperations(deps: Deps): ServiceApp {
  const router = createRouter();
  const with_ = (operation: (deps: Deps, c: AppContext) => Promise<Response>) => (c: AppContext) =>
    operation(deps, c);
  mountOperation(router, routes.listRoundsRoute, with_(listRounds));
  mountOperation(router, routes.openRoundRoute, with_(openRound));
  mountOperation(router, routes.showRoundRoute, with_(showRound));
  mountOperation(router, routes.changeRoundRoute, with_(changeRound));
  mountOperation(router, routes.closeRoundRoute, with_(closeRound));
  mountOperation(router, routes.remindRoute, with_(remindBranches));
  mountOperation(router, routes.listBranchesRoute, with_(listBranches));
  mountOperation(router, routes.listPeopleRoute, with_(listPeople));
  mountOperation(router, routes.answerRoute, with_(answerPeople));
  return router;
}
