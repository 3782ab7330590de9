import type { MembershipState, Stage } from '@banyan/contracts/person';
import fc from 'fast-check';
import type { Sql } from 'postgres';
import { v7 as uuidv7 } from 'uuid';
import { searchKeys } from '../members/name-keys.ts';
import { statesOf, stageOrder } from '../members/member.ts';

export interface Someone {
  readonly id: string;
  readonly organizationId: string;
  readonly name: string;
  readonly stage: Stage;
  readonly state: MembershipState;
  readonly joinedOn: string | null;
  readonly sex: 'male' | 'female' | null;
  readonly ethnicity: string | null;
  readonly education: 'bachelor' | 'master' | 'junior-college' | null;
  readonly degree: 'bachelor' | 'master' | null;
  readonly partyPost: string | null;
  readonly bornOn: string | null;
  readonly fullOn: string | null;
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
      sex: fc.constantFrom('male' as const, 'female' as const, null),
      ethnicity: fc.constantFrom('汉族', '汉族', '汉', '维吾尔族', '回族', null),
      education: fc.constantFrom('bachelor' as const, 'master' as const, 'junior-college' as const, null),
      degree: fc.constantFrom('bachelor' as const, 'master' as const, null),
      partyPost: fc.constantFrom('书记', '副书记', '组织委员', '党小组长', null, null, null),
      // Ages around the edges of bands on the day of the tests.
      bornOn: fc.constantFrom('1955-11-23', '1955-11-24', '1965-11-23', '1985-11-24', '1995-11-23', null),
      fullYears: fc.constantFrom(0, 1, 5, 10, 50),
    })
    .map(({ pick, day, fullYears, ...rest }) => ({
      ...rest,
      fullOn: rest.stage === 'full' ? `${2026 - fullYears}-11-${day > 20 ? 23 : 24}` : null,
      state: (pick > 12
        ? 'active'
        : statesOf[rest.stage][pick % statesOf[rest.stage].length]) as MembershipState,
      joinedOn: rest.stage === 'full' || rest.stage === 'probationary' ? `2020-01-${day}` : null,
    }));
  return fc.sample(person, { numRuns: count, seed }).map((drawn) => ({ id: uuidv7(), ...drawn }));
}

/** A statement takes 65,534 values at the most. */
const rowsPerStatement = 3_000;

/** Puts people on record past the operations, as a bulk load does. */
export async function plantRoster(owner: Sql, people: readonly Someone[]): Promise<void> {
  const rows = people.map(({ id, organizationId, name, stage, state, joinedOn, ...facts }) => {
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
      sex: facts.sex,
      ethnicity: facts.ethnicity,
      education: facts.education,
      degree: facts.degree,
      party_post: facts.partyPost,
      born_on: facts.bornOn,
      full_on: facts.fullOn,
    };
  });
  for (let from = 0; from < rows.length; from += rowsPerStatement)
    await owner`insert into members ${owner(rows.slice(from, from + rowsPerStatement))}`;
}
