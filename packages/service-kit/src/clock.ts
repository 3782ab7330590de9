/** Time as a dependency, so that a test can fix it. */
export interface Clock {
  now(): Date;
  /** The civil date (`2026-11-23`) in the group's time zone. */
  today(): string;
  /** The group's time zone, by its IANA name. */
  readonly timeZone: string;
}

/** The system's clock, with dates of the given IANA time zone. */
export function systemClock(timeZone: string): Clock {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
  return { now: () => new Date(), today: () => format.format(new Date()), timeZone };
}

/** A clock that stands still, for tests. */
export function fixedClock(instant: string, timeZone = 'Asia/Shanghai'): Clock {
  const at = new Date(instant);
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
  return { now: () => at, today: () => format.format(at), timeZone };
}
