const digits = '零一二三四五六七八九';

/** 1 to 999 as in the names of teams: 一, 十二, 三十, 一百零四. */
export function chineseNumeral(n: number): string {
  if (n >= 100) {
    const rest = n % 100;
    const tail =
      rest === 0 ? '' : rest < 10 ? `零${digits[rest]}` : belowHundred(rest).replace(/^十/, '一十');
    return `${digits[Math.floor(n / 100)]}百${tail}`;
  }
  return belowHundred(n);
}

function belowHundred(n: number): string {
  if (n < 10) return digits.charAt(n);
  const tens = Math.floor(n / 10);
  return `${tens === 1 ? '' : digits.charAt(tens)}十${n % 10 === 0 ? '' : digits.charAt(n % 10)}`;
}
