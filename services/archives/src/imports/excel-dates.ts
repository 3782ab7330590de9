const dayMs = 86_400_000;
/** Day 60 of the 1900 system is a 29 February that never was; days before it are one off. */
const from1900 = Date.UTC(1899, 11, 30);
const from1904 = Date.UTC(1904, 0, 1);

/** The civil date of a serial number; null outside the years 1850 to 2200. */
export function dateOfSerial(serial: number, date1904: boolean): string | null {
  if (!Number.isFinite(serial) || serial < 1) return null;
  const whole = Math.floor(serial + 1e-9);
  const early = !date1904 && whole < 60 ? 1 : 0;
  const time = (date1904 ? from1904 : from1900) + (whole + early) * dayMs;
  if (time > Date.UTC(2200, 0, 1)) return null;
  return new Date(time).toISOString().slice(0, 10);
}
