import { faultsOf } from '@banyan/archives-service/members/member-checks';
import { leftKindsOf } from '@banyan/archives-service/members/member';
import { memberFieldNames, memberFields } from '@banyan/archives-service/members/member-fields';
import { expect, test } from 'vitest';
import { dayOf } from './civil-date.ts';
import { generateOrganizations } from './generate-organizations.ts';
import { generateMembers } from './generate-members.ts';
import { memberValues } from './member-values.ts';

const today = '2026-11-23';
const options = { seed: 'banyan', members: 12_000, today: dayOf(today) };
const members = [...generateMembers(options, generateOrganizations(options))];

test('archives finds no fault with any record of the demonstration group', () => {
  for (const member of members)
    expect(faultsOf(memberValues(member), member, today), member.name).toEqual([]);
});

test('every field has a value that its form accepts', () => {
  for (const member of members.filter((_, index) => index % 20 === 0)) {
    const values = memberValues(member);
    expect(Object.keys(values).toSorted()).toEqual(memberFieldNames.toSorted());
    for (const field of memberFieldNames) {
      expect(memberFields[field].safeParse(values[field]).data, `${member.name} ${field}`).toEqual(
        values[field],
      );
    }
  }
});

test('whoever left did so in a way that was open to them', () => {
  for (const { stage, state, leftKind } of members) {
    expect(leftKind === null).toBe(state !== 'left');
    if (leftKind !== null) expect(leftKindsOf[stage]).toContain(leftKind);
  }
});
