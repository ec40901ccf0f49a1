const MINUTE_MS = 60_000;

/** The beginning of a moment's minute. */
export const minuteOf = (moment: Date): Date =>
  new Date(Math.floor(moment.getTime() / MINUTE_MS) * MINUTE_MS);

/** The beginning of the minute after a moment's. */
export const nextMinute = (moment: Date): Date => new Date(minuteOf(moment).getTime() + MINUTE_MS);

/** The first of some moments, where there is one. */
export const earliest = (moments: readonly (Date | null | undefined)[]): Date | undefined =>
  moments
    .filter((moment) => moment !== null && moment !== undefined)
    .sort((a, b) => a.getTime() - b.getTime())[0];
