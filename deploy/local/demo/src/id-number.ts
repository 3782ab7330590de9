import { type Day, isoOf } from './civil-date.ts';

export type Sex = 'male' | 'female';

/** Of the form of area codes, and assigned to no area: no living person has a number with them. */
const areas = [
  '650290',
  '650291',
  '650292',
  '650293',
  '650294',
  '650295',
  '650296',
  '650297',
  '650298',
  '650299',
] as const;
const serialsPerSex = 500;
const numbersPerDay = areas.length * serialsPerSex;

/** GB 11643-1999: the last character checks the seventeen before it (ISO 7064, MOD 11-2). */
export function checkCharacter(first17: string): string {
  let sum = 0;
  for (let i = 0; i < 17; i += 1) sum += Number(first17[i]) * (2 ** (17 - i) % 11);
  return '10X98765432'.charAt(sum % 11);
}

/** Issues citizen identity numbers that agree with birth date and sex, none of them twice. */
export function idNumberIssuer(): (born: Day, sex: Sex) => string {
  const issued = new Map<number, number>();
  return (born, sex) => {
    const key = born * 2 + (sex === 'male' ? 1 : 0);
    const count = issued.get(key) ?? 0;
    if (count >= numbersPerDay) throw new RangeError(`no number left for ${isoOf(born)}`);
    issued.set(key, count + 1);
    return numberAt(born, sex, (count * 1_117 + Math.abs(key) * 607) % numbersPerDay);
  };
}

function numberAt(born: Day, sex: Sex, place: number): string {
  const serial = Math.floor(place / areas.length) * 2 + (sex === 'male' ? 1 : 0);
  const first17 = `${areas[place % areas.length]}${isoOf(born).replaceAll('-', '')}${String(serial).padStart(3, '0')}`;
  return first17 + checkCharacter(first17);
}
