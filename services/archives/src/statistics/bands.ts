/** A stretch of days with its key, `36-40` years or the year `2019`; without an end it is open on that side. */
export interface Band {
  readonly key: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** Ends of the age groups of the yearly report, in full years. */
const ageEnds = [30, 35, 40, 45, 50, 55, 60, 65, 70] as const;
/** Full years in the party; with fifty the commemorative medal is due. */
const partyAgeEnds = [4, 9, 19, 29, 39, 49] as const;
const firstYear = 1921;

export function ageBands(today: string): Band[] {
  return yearBands(today, ageEnds);
}

export function partyAgeBands(today: string): Band[] {
  return yearBands(today, partyAgeEnds);
}

/** Calendar years since the party was founded, and one for whatever is dated before. */
export function calendarYears(today: string): Band[] {
  const last = Number(today.slice(0, 4)) + 1;
  const years = Array.from({ length: last - firstYear + 1 }, (_, index) => String(firstYear + index));
  const before = { key: `-${firstYear - 1}`, from: null, to: `${firstYear - 1}-12-31` };
  return [before, ...years.map((year) => ({ key: year, from: `${year}-01-01`, to: `${year}-12-31` }))];
}

/** Groups by full years since a day, the fewest years first: the days of the first group are the latest. */
function yearBands(today: string, ends: readonly number[]): Band[] {
  const starts = [0, ...ends.map((end) => end + 1)];
  return starts.map((years, index) => {
    const end = ends[index];
    return {
      key: end === undefined ? `${years}+` : `${years}-${end}`,
      from: end === undefined ? null : dayAfter(yearsBefore(today, end + 1)),
      to: index === 0 ? null : yearsBefore(today, years),
    };
  });
}

/** Where one band begins after another, oldest first: the edges between which `width_bucket` counts. */
export function edgesOf(bands: readonly Band[]): string[] {
  return bands.flatMap(({ from }) => (from === null ? [] : [from])).toSorted();
}

/** The band of a bucket; buckets count the edges at or before a day. */
export function bandAt(bands: readonly Band[], bucket: number): Band {
  const edge = bucket === 0 ? null : (edgesOf(bands)[bucket - 1] ?? null);
  return bands.find(({ from }) => from === edge) as Band;
}

/** The same day some years ago; of 29 February the 28th where there is none. */
function yearsBefore(day: string, years: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year - years, month, 0)).getUTCDate();
  return new Date(Date.UTC(year - years, month - 1, Math.min(date, last))).toISOString().slice(0, 10);
}

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}
