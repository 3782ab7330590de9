import { type AppContext, createRouter, mountOperation, type ServiceApp } from '@banyan/service-kit/http-app';
import type { Deps } from '../deps.ts';
import { admitMember } from './admit-member.ts';
import { advanceMember } from './advance-member.ts';
import { changeMemberState } from './change-member-state.ts';
import { correctMember } from './correct-member.ts';
import { listMembers } from './list-members.ts';
import * as routes from './routes.ts';
import { showHistory } from './show-history.ts';
import { showMember } from './show-member.ts';
import { unmaskMember } from './unmask-member.ts';

/** The contracts of this feature and what answers them. */
export function memberOperations(deps: Deps): ServiceApp {
  const router = createRouter();
  const with_ = (operation: (deps: Deps, c: AppContext) => Promise<Response>) => (c: AppContext) =>
    operation(deps, c);
  mountOperation(router, routes.listMembersRoute, with_(listMembers));
  mountOperation(router, routes.showMemberRoute, with_(showMember));
  mountOperation(router, routes.admitMemberRoute, with_(admitMember));
  mountOperation(router, routes.correctMemberRoute, with_(correctMember));
  mountOperation(router, routes.advanceMemberRoute, with_(advanceMember));
  mountOperation(router, routes.changeStateRoute, with_(changeMemberState));
  mountOperation(router, routes.unmaskMemberRoute, with_(unmaskMember));
  mountOperation(router, routes.showHistoryRoute, with_(showHistory));
  return router;
}
