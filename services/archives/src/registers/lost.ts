import type { MembershipState, Stage } from '@banyan/contracts/person';
import { canUpdate, type MemberReach, openStates } from '../members/member-policy.ts';
import { lossDeadline } from './register-rules.ts';
import type { LostItem } from './register-views.ts';
import { deadlineView } from './show-floating-views.ts';

/** Somebody whom the branch has lost, as the record says it. */
export interface LostRow {
  readonly id: string;
  readonly name: string;
  readonly organizationId: string;
  readonly stage: Stage;
  readonly state: MembershipState;
  readonly lostContactOn: string | null;
  readonly stateOn: string | null;
  readonly version: number;
  readonly searches: number;
  readonly lastSearchOn: string | null;
}

/** Out of contact, or suspended for it. */
export const isLost = `(m.state = 'out-of-contact' or (m.state = 'suspended' and m.lost_contact_on is not null))`;

export const lostColumns = `m.id, m.name, m.organization_id as "organizationId", m.stage, m.state,
  m.lost_contact_on as "lostContactOn", m.state_on as "stateOn", m.version::int,
  (select count(*)::int from contact_searches s where s.member_id = m.id) as searches,
  (select max(s.searched_on) from contact_searches s where s.member_id = m.id) as "lastSearchOn"`;

/** Suspending and removing are offered once the rule asks for them; being found again at any time. */
export function lostItem(reach: MemberReach, mayLog: boolean, row: LostRow, today: string): LostItem {
  const deadline = lossDeadline(row);
  const open = openStates(reach, row);
  const isDue = deadline !== null && deadline.dueOn <= today;
  const isLostNow = deadline !== null || row.state === 'out-of-contact';
  const abilities: LostItem['abilities'] = [];
  if (mayLog && isLostNow) abilities.push('log-search');
  if (isLostNow && open.includes('active') && canUpdate(reach, row)) abilities.push('find');
  if (isDue && deadline.action === 'suspend' && open.includes('suspended')) abilities.push('suspend');
  if (isDue && deadline.action === 'remove' && open.includes('left')) abilities.push('remove');
  return {
    id: row.id,
    name: row.name,
    organizationId: row.organizationId,
    organizationName: reach.tree.get(row.organizationId)?.name ?? '',
    stage: row.stage,
    state: row.state,
    lostContactOn: row.lostContactOn,
    stateOn: row.stateOn,
    searches: row.searches,
    lastSearchOn: row.lastSearchOn,
    deadline: deadlineView(deadline),
    memberVersion: row.version,
    abilities,
  };
}
