/** A civil date as whole days since 1970-01-01, so that arithmetic is that of numbers. */
export type Day = number;

const msPerDay = 86_400_000;
const isoByDay = new Map<Day, string>();

export function dayOf(iso: string): Day {
  const ms = Date.parse(`${iso}T00:00:00Z`);
  if (Number.isNaN(ms)) throw new RangeError(`not a date: ${iso}`);
  return ms / msPerDay;
}

export function isoOf(day: Day): string {
  let iso = isoByDay.get(day);
  if (iso === undefined) {
    iso = new Date(day * msPerDay).toISOString().slice(0, 10);
    isoByDay.set(day, iso);
  }
  return iso;
}

export function yearOf(day: Day): number {
  return Number(isoOf(day).slice(0, 4));
}

/** The same day of another month, or that month's last day where it has none: 31 January + 1 month is 28 February. */
export function addMonths(day: Day, months: number): Day {
  const date = new Date(day * msPerDay);
  const target = date.getUTCFullYear() * 12 + date.getUTCMonth() + months;
  const year = Math.floor(target / 12);
  const month = target - year * 12;
  const lastDate = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(date.getUTCDate(), lastDate)) / msPerDay;
}

export function addYears(day: Day, years: number): Day {
  return addMonths(day, years * 12);
}

/** Whole years of age on a day. */
export function ageOn(born: Day, day: Day): number {
  const years = yearOf(day) - yearOf(born);
  return addYears(born, years) > day ? years - 1 : years;
}

const holidays = /(01-01|05-0[1-3]|10-0[1-7])$/;

/** The next Monday to Friday that is none of the holidays of fixed date, the day itself included. */
export function workdayFrom(day: Day): Day {
  const weekday = (((day + 4) % 7) + 7) % 7;
  const isFree = weekday === 0 || weekday === 6 || holidays.test(isoOf(day));
  return isFree ? workdayFrom(day + 1) : day;
}

/** Turns days and minutes of the group's time zone into instants. */
export function zonedInstants(timeZone: string): (day: Day, minute: number) => Date {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  const offsets = new Map<Day, number>();
  return (day, minute) => {
    let offset = offsets.get(day);
    if (offset === undefined) {
      offset = offsetMinutes(format, day * msPerDay + msPerDay / 2);
      offsets.set(day, offset);
    }
    return new Date(day * msPerDay + (minute - offset) * 60_000);
  };
}

function offsetMinutes(format: Intl.DateTimeFormat, ms: number): number {
  const name = format.formatToParts(ms).find((part) => part.type === 'timeZoneName')?.value ?? '';
  const [, sign, hours, minutes] = /GMT([+-])(\d{2}):(\d{2})/.exec(name) ?? [];
  const total = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  return sign === '-' ? -total : total;
}
