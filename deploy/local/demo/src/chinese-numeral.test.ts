import { expect, test } from 'vitest';
import { chineseNumeral } from './chinese-numeral.ts';

test.each([
  [1, '一'],
  [10, '十'],
  [12, '十二'],
  [20, '二十'],
  [35, '三十五'],
  [100, '一百'],
  [104, '一百零四'],
  [110, '一百一十'],
  [217, '二百一十七'],
])('%i is written %s', (n, written) => expect(chineseNumeral(n)).toBe(written));
