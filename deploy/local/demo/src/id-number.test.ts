import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf, isoOf } from './civil-date.ts';
import { checkCharacter, idNumberIssuer, type Sex } from './id-number.ts';

const someone = fc.record({
  born: fc.integer({ min: dayOf('1930-01-01'), max: dayOf('2010-12-31') }),
  sex: fc.constantFrom<Sex>('male', 'female'),
});

/** The checksum in its other form: the weighted sum of all 18 characters leaves 1 when divided by 11. */
function isValid(number: string): boolean {
  let remainder = 0;
  for (const character of number)
    remainder = (remainder * 2 + (character === 'X' ? 10 : Number(character))) % 11;
  return /^\d{17}[\dX]$/.test(number) && remainder === 1;
}

test('a number known to be well-formed has its check character', () => {
  expect(checkCharacter('11010519491231002')).toBe('X');
});

test('every number is valid and agrees with birth date and sex', () => {
  fc.assert(
    fc.property(fc.array(someone, { minLength: 1, maxLength: 40 }), (people) => {
      const issue = idNumberIssuer();
      for (const { born, sex } of people) {
        const number = issue(born, sex);
        expect(isValid(number)).toBe(true);
        expect(number.slice(6, 14)).toBe(isoOf(born).replaceAll('-', ''));
        expect(Number(number[16]) % 2).toBe(sex === 'male' ? 1 : 0);
      }
    }),
  );
});

test('no area of the country has the area code', () => {
  expect(idNumberIssuer()(dayOf('1990-01-01'), 'female')).toMatch(/^65029\d/);
});

test('people born on one day have different numbers until there is none left', () => {
  const issue = idNumberIssuer();
  const day = dayOf('1988-08-08');
  const numbers = Array.from({ length: 5_000 }, () => issue(day, 'male'));
  expect(new Set(numbers).size).toBe(5_000);
  expect(() => issue(day, 'male')).toThrow('no number left for 1988-08-08');
});
