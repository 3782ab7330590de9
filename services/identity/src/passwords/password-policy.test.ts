import { describe, expect, test } from 'vitest';
import { passwordErrors, passwordPolicies } from './password-policy.ts';

const codes = (policy: keyof typeof passwordPolicies, password: string, username = 'wang.li'): string[] =>
  passwordErrors(passwordPolicies[policy], password, username).map(({ code }) => code);

describe('the preset of 等保 level 3', () => {
  test.each([
    ['Rain-in-Karamay7', []],
    ['short1A', ['too-short']],
    ['alllowercase', ['too-simple']],
    ['Wang.Li-2026x', ['holds-username']],
    ['Password123!', ['too-common']],
    ['x'.repeat(129), ['too-long', 'too-simple', 'too-common']],
  ])('%s', (password, expected) => {
    expect(codes('gbt22239-level3', password)).toEqual(expected);
  });
});

describe('the preset of ASVS', () => {
  test.each([
    ['correct horse battery', []],
    ['石油工人一声吼地球也要抖三抖', []],
    ['elevenchars', ['too-short']],
    ['123456789012', []],
    ['abcdefghijklm', ['too-common']],
    ['aaaaaaaaaaaaa', ['too-common']],
  ])('%s', (password, expected) => {
    expect(codes('asvs', password)).toEqual(expected);
  });

  test('asks for no composition and no rotation', () => {
    expect(passwordPolicies.asvs).toMatchObject({ minClasses: 0, maxAgeDays: null });
  });
});
