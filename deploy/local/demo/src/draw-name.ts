import { type Day, yearOf } from './civil-date.ts';
import type { Sex } from './id-number.ts';
import { type Draw, type Weighted, weighted } from './random.ts';
import { type Era, givenNames, withheld } from './words/given-names.ts';
import { kazakhNames, mongolNames, uyghurNames } from './words/minority-names.ts';
import { huiSurnames, manchuSurnames, surnames, xibeSurnames } from './words/surnames.ts';

export const nationalities = weighted([
  ['汉族', 872],
  ['维吾尔族', 48],
  ['哈萨克族', 26],
  ['回族', 30],
  ['蒙古族', 9],
  ['锡伯族', 5],
  ['满族', 10],
] as const);

export type Nationality = (typeof nationalities.values)[number];

export function drawName(draw: Draw, nationality: Nationality, sex: Sex, born: Day): string {
  switch (nationality) {
    case '维吾尔族':
      return withFather(draw, uyghurNames, sex);
    case '哈萨克族':
      return withFather(draw, kazakhNames, sex);
    case '蒙古族':
      return draw.pick(mongolNames[sex]);
    case '回族':
      return chineseName(draw, huiSurnames, sex, born);
    case '锡伯族':
      return chineseName(draw, xibeSurnames, sex, born);
    case '满族':
      return chineseName(draw, manchuSurnames, sex, born);
    case '汉族':
      return chineseName(draw, surnames, sex, born);
  }
}

function withFather(draw: Draw, names: Record<Sex, readonly string[]>, sex: Sex): string {
  const own = draw.pick(names[sex]);
  let father = draw.pick(names.male);
  while (father === own) father = draw.pick(names.male);
  return `${own}·${father}`;
}

function chineseName(draw: Draw, from: Weighted<string>, sex: Sex, born: Day): string {
  const given = givenNames(sex, eraOf(born));
  for (;;) {
    const surname = draw.weighted(from);
    const own = draw.pick(given);
    // Nobody is called 文文博.
    if (!own.startsWith(surname) && !withheld.has(surname + own)) return surname + own;
  }
}

function eraOf(born: Day): Era {
  const year = yearOf(born);
  if (year < 1965) return 'early';
  return year < 1985 ? 'middle' : 'late';
}
