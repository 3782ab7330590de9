import { createOperations, type ServiceApp } from '@banyan/service-kit/http-app';
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
  const { router, mount } = createOperations(deps);
  mount(routes.listMembersRoute, listMembers);
  mount(routes.showMemberRoute, showMember);
  mount(routes.admitMemberRoute, admitMember);
  mount(routes.correctMemberRoute, correctMember);
  mount(routes.advanceMemberRoute, advanceMember);
  mount(routes.changeStateRoute, changeMemberState);
  mount(routes.unmaskMemberRoute, unmaskMember);
  mount(routes.showHistoryRoute, showHistory);
  return router;
}
