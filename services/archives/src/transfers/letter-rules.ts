/**
 * Days for which a letter is valid: set case by case, about 10 within a city and 30 beyond it, at most three months.
 * 组通字〔2006〕45号; party-rules `transfer-validity`.
 */
export const defaultValidDays = 30;
export const maxValidDays = 90;

/** Both ends are reminded when a letter has so many days left or fewer. */
export const endingWithinDays = 7;

/** People who move by one act; a branch has fewer, and a larger request is cut into several. */
export const maxGroupSize = 300;

/** The civil date so many days after another. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** `2026-00012`: letters of the enterprise are counted through within a year. */
export function letterNumber(year: string, serial: number): string {
  return `${year}-${String(serial).padStart(5, '0')}`;
}
