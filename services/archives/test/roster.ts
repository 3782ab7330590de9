import type { MembershipState, Stage } from '@banyan/contracts/person';
import fc from 'fast-check';
import type { Sql } from 'postgres';
import { v7 as uuidv7 } from 'uuid';
import { searchKeys } from '../src/members/name-keys.ts';
import { statesOf, stageOrder } from '../src/members/member.ts';

export interface Someone {
  readonly id: string;
  readonly organizationId: string;
  readonly name: string;
  readonly stage: Stage;
  readonly state: MembershipState;
  readonly joinedOn: string | null;
}

const surnames = ['王', '李', '欧阳', '单', '艾尔肯·'];
const given = ['建国', '文博', '娜', '买买提', '伟'];

/** People with few different names and days, so that ties and equal beginnings are common. The same for one seed. */
export function drawRoster(organizationIds: readonly string[], count: number, seed: number): Someone[] {
  const person = fc
    .record({
      organizationId: fc.constantFrom(...organizationIds),
      name: fc.tuple(fc.constantFrom(...surnames), fc.constantFrom(...given)).map((parts) => parts.join('')),
      stage: fc.constantFrom(...stageOrder),
      pick: fc.nat({ max: 30 }),
      day: fc.integer({ min: 10, max: 28 }),
    })
    .map(({ pick, day, ...rest }) => ({
      ...rest,
      state: (pick > 12
        ? 'active'
        : statesOf[rest.stage][pick % statesOf[rest.stage].length]) as MembershipState,
      joinedOn: rest.stage === 'full' || rest.stage === 'probationary' ? `2020-01-${day}` : null,
    }));
  return fc.sample(person, { numRuns: count, seed }).map((drawn) => ({ id: uuidv7(), ...drawn }));
}

/** Puts people on record past the operations, as a bulk load does. */
export async function plantRoster(owner: Sql, people: readonly Someone[]): Promise<void> {
  const rows = people.map(({ id, organizationId, name, stage, state, joinedOn }) => {
    const keys = searchKeys(name);
    return {
      id,
      organization_id: organizationId,
      name,
      stage,
      state,
      joined_on: joinedOn,
      given_name: keys.givenName,
      pinyin: keys.pinyin,
      given_pinyin: keys.givenPinyin,
      initials: keys.initials,
    };
  });
  await owner`insert into members ${owner(rows)}`;
}
