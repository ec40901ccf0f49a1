const MINUTE_MS = 60_000;

/** The beginning of a moment's minute. */
export const minuteOf = (moment: Date): Date =>
  new Date(Math.floor(moment.getTime() / MINUTE_MS) * MINUTE_MS);

/** The beginning of the minute after a moment's. */
export const nextMinute = (moment: Date): Date => new Date(minuteOf(moment).getTime() + MINUTE_MS);
