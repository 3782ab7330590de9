const digits = [...'零壹贰叁肆伍陆柒捌玖'];

/** A year digit by digit: 贰零贰陆. */
export function capitalYear(year: string): string {
  return [...year].map((digit) => digits[Number(digit)]).join('');
}

/** A number below one hundred: 壹拾壹, 叁拾. Months and days of a letter are written so that nobody can alter them. */
export function capitalNumber(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  if (tens === 0) return digits[ones] as string;
  return `${digits[tens]}拾${ones === 0 ? '' : digits[ones]}`;
}
