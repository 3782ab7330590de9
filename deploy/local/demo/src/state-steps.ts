import { type Day, isoOf } from './civil-date.ts';
import type { Change, DemoMember, MembershipState } from './member.ts';

export interface StateStep {
  readonly on: Day;
  readonly changes: readonly Change[];
  readonly reason: string | null;
}

const reasons: Partial<Record<MembershipState, string>> = {
  suspended: '失去联系六个月以上',
  left: '经支部党员大会讨论，报上级党委批准',
  'transferred-out': '组织关系转往外单位',
};

/** How the record came to its state. Membership is suspended only after contact was lost (rule lost-contact-suspend). */
export function stateSteps(member: Omit<DemoMember, 'history'>): StateStep[] {
  const { state, stateSince, lostContactOn, leftKind } = member;
  if (stateSince === null) return [];
  const since = isoOf(stateSince);
  if (state !== 'suspended' || lostContactOn === null) {
    const changes = [change('state', 'active', state), change('stateOn', null, since)];
    if (leftKind !== null) changes.push(change('leftKind', null, leftKind));
    if (lostContactOn !== null) changes.push(change('lostContactOn', null, isoOf(lostContactOn)));
    return [{ on: stateSince, changes, reason: reasons[state] ?? null }];
  }
  const lost = isoOf(lostContactOn);
  return [
    {
      on: lostContactOn,
      changes: [
        change('state', 'active', 'out-of-contact'),
        change('stateOn', null, lost),
        change('lostContactOn', null, lost),
      ],
      reason: null,
    },
    {
      on: stateSince,
      changes: [change('state', 'out-of-contact', 'suspended'), change('stateOn', lost, since)],
      reason: reasons.suspended ?? null,
    },
  ];
}

function change(field: string, from: string | null, to: string | null): Change {
  return { field, from, to };
}
