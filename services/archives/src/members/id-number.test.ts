import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkCharacter, readIdNumber } from './id-number.ts';

const today = '2026-11-23';

function numberOf(day: Date, serial: number): string {
  const digits = `650290${day.toISOString().slice(0, 10).replaceAll('-', '')}${String(serial).padStart(3, '0')}`;
  return digits + checkCharacter(digits);
}
const numbers = fc
  .tuple(
    fc.date({ min: new Date('1900-01-01'), max: new Date('2026-11-23'), noInvalidDate: true }),
    fc.nat({ max: 999 }),
  )
  .map(([day, serial]) => ({ day: day.toISOString().slice(0, 10), serial, text: numberOf(day, serial) }));

describe('ID numbers', () => {
  test('a number tells birth date and sex', () => {
    fc.assert(
      fc.property(numbers, ({ day, serial, text }) => {
        expect(readIdNumber(text, today)).toEqual({
          idNumber: text,
          bornOn: day,
          sex: serial % 2 === 1 ? 'male' : 'female',
        });
      }),
    );
  });

  test('one wrong digit is always found', () => {
    fc.assert(
      fc.property(numbers, fc.nat({ max: 16 }), fc.integer({ min: 1, max: 9 }), ({ text }, at, by) => {
        const digit = (Number(text.charAt(at)) + by) % 10;
        expect(typeof readIdNumber(text.slice(0, at) + digit + text.slice(at + 1), today)).toBe('string');
      }),
    );
  });

  test('the example of the standard is right', () => {
    expect(readIdNumber('11010519491231002X', today)).toEqual({
      idNumber: '11010519491231002X',
      bornOn: '1949-12-31',
      sex: 'female',
    });
  });

  test.each([
    ['small x and spaces', ' 110105 19491231 002x ', '11010519491231002X'],
    ['full-width digits', '１１０１０５１９４９１２３１００２Ｘ', '11010519491231002X'],
    ['fifteen digits', '110105491231002', '11010519491231002X'],
  ])('%s are read', (_, text, idNumber) => {
    expect(readIdNumber(text, today)).toMatchObject({ idNumber });
  });

  test.each([
    ['seventeen digits', '11010519491231002', 'id-number.form'],
    ['letters', '1101051949123100AX', 'id-number.form'],
    ['nothing', '', 'id-number.form'],
    ['the thirtieth of February', '110105199902300021', 'id-number.birth-date'],
    ['a birthday tomorrow', '110105202611240021', 'id-number.birth-date'],
    ['another check character', '110105194912310021', 'id-number.check-character'],
  ])('%s is refused', (_, text, fault) => {
    expect(readIdNumber(text, today)).toBe(fault);
  });
});
