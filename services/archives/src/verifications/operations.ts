import { createOperations, type ServiceApp } from '@banyan/service-kit/http-app';
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
  const { router, mount } = createOperations(deps);
  mount(routes.listRoundsRoute, listRounds);
  mount(routes.openRoundRoute, openRound);
  mount(routes.showRoundRoute, showRound);
  mount(routes.changeRoundRoute, changeRound);
  mount(routes.closeRoundRoute, closeRound);
  mount(routes.remindRoute, remindBranches);
  mount(routes.listBranchesRoute, listBranches);
  mount(routes.listPeopleRoute, listPeople);
  mount(routes.answerRoute, answerPeople);
  return router;
}
