import { type Day, dayOf, isoOf } from '../civil-date.ts';
import { phoneOf } from '../generate-members.ts';
import { idNumberIssuer, type Sex } from '../id-number.ts';

/** Somebody who is not among the people that were loaded. */
export interface Newcomer {
  readonly name: string;
  readonly sex: Sex;
  readonly bornOn: string;
  readonly idNumber: string;
  readonly phone: string;
}

const issue = idNumberIssuer();
/** More than people of the group who were born on one day. */
const numbersInUse = 40;

export function newcomer(index: number, name: string, sex: Sex, born: string): Newcomer {
  const day = dayOf(born);
  for (let used = 0; used < numbersInUse; used += 1) issue(day, sex);
  return { name, sex, bornOn: born, idNumber: issue(day, sex), phone: phoneOf(50_000_000 + index) };
}

/** Young people who have just begun to work: names by pairs, born from day to day. */
export function beginners(first: number, names: readonly string[], today: Day): Newcomer[] {
  return names.map((name, place) => {
    const born = isoOf(today - 24 * 365 - place * 61);
    return newcomer(first + place, name, place % 2 === 0 ? 'male' : 'female', born);
  });
}
