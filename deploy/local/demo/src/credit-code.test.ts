import { expect, test } from 'vitest';
import { creditCode, inventedCreditCode } from './credit-code.ts';

test('the example of the standard has its check characters', () => {
  expect(creditCode('91350100', 'M000100Y')).toBe('91350100M000100Y43');
});

test('an invented code has the form of a real one', () => {
  expect(inventedCreditCode(7)).toMatch(/^91650299MA[0-9A-HJ-NPQRTUWXY]{8}$/);
});
