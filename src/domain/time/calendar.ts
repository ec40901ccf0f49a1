// Days and times as people in England live them. The only file that knows the calendar library.
import { Temporal } from 'temporal-polyfill';
import { bankHolidays } from './bank-holidays.ts';
import { memoize } from './memoize.ts';

const LONDON = 'Europe/London';

/** From one time of day, HH:MM, until before another. */
export type Hours = { readonly start: string; readonly end: string };

/**
 * The first moment at or after `from` within the hours of its London day, YYYY-MM-DD; a day without
 * hours is passed over.
 */
export const nextOpening = (from: Date, hoursOf: (day: string) => Hours | undefined): Date => {
  for (let day = londonDay(from); ; day = dayAfter(day)) {
    const hours = hoursOf(day);
    if (!hours || hours.start >= hours.end || londonTime(day, hours.end) <= from) continue;
    const opens = londonTime(day, hours.start);
    return opens > from ? opens : from;
  }
};

/** The end of the working day some days from a moment, or of the next one where that is none. */
export const endOfWorkingDay = (
  from: Date,
  days: number,
  extraHolidays: readonly string[],
): Date => {
  let day = inLondon(from).toPlainDate().add({ days });
  while (!isWorkingDay(day.toString(), extraHolidays)) day = day.add({ days: 1 });
  return toDate(at(day, END_OF_DAY));
};

/**
 * Core hours end at half past six (SI 2012/1631, regulation 2(2)); half an hour before, people are
 * still there.
 */
export const END_OF_DAY = '18:00';

/**
 * Monday to Friday, and neither a bank holiday nor one of the CCG's own days. `day` is a London
 * date, YYYY-MM-DD.
 */
export const isWorkingDay = (day: string, extraHolidays: readonly string[] = []): boolean =>
  dayOfWeek(day) <= 5 && !bankHolidays.includes(day) && !extraHolidays.includes(day);

/** 1 is Monday, 7 is Sunday. */
export const dayOfWeek = memoize((day: string): number => Temporal.PlainDate.from(day).dayOfWeek);

const dayAfter = memoize((day: string) => Temporal.PlainDate.from(day).add({ days: 1 }).toString());

/** The London date of a moment, YYYY-MM-DD. */
export const londonDay = (moment: Date): string => dayAt(moment.getTime());

const dayAt = memoize((ms: number) => inLondon(new Date(ms)).toPlainDate().toString());

/** The London month of a moment, YYYY-MM. */
export const londonMonth = (moment: Date): string => londonDay(moment).slice(0, 7);

/** How many minutes London is ahead of UTC at a moment. */
export const londonOffset = (moment: Date): number =>
  inLondon(moment).offsetNanoseconds / 60_000_000_000;

/** The Monday of a moment's week in London, YYYY-MM-DD. */
export const weekOf = (moment: Date): string => mondayOf(londonDay(moment));

const mondayOf = memoize((day: string) =>
  Temporal.PlainDate.from(day)
    .subtract({ days: dayOfWeek(day) - 1 })
    .toString(),
);

/** Midnight in London at the start of a moment's week. */
export const startOfWeek = (moment: Date): Date => startOfDay(weekOf(moment));

/** Midnight in London at the start of the week after a moment's. */
export const nextWeek = (moment: Date): Date => startOfDay(mondayAfter(weekOf(moment)));

const mondayAfter = memoize((monday: string) =>
  Temporal.PlainDate.from(monday).add({ days: 7 }).toString(),
);

/** Midnight in London at the start of a moment's month. */
export const startOfMonth = (moment: Date): Date => startOfDay(`${londonMonth(moment)}-01`);

/** Midnight in London at the start of the month after a moment's. */
export const nextMonth = (moment: Date): Date => startOfDay(monthAfter(londonMonth(moment)));

const monthAfter = memoize((month: string) =>
  Temporal.PlainDate.from(`${month}-01`).add({ months: 1 }).toString(),
);

/** Midnight in London at the start of a date YYYY-MM-DD. */
export const startOfDay = (day: string): Date => londonTime(day, '00:00');

/** The moment of a London date YYYY-MM-DD and time HH:MM. */
export const londonTime = (day: string, time: string): Date => new Date(msAt(`${day} ${time}`));

const msAt = memoize((dayAndTime: string) => {
  const [day = '', time = ''] = dayAndTime.split(' ');
  return at(Temporal.PlainDate.from(day), time).epochMilliseconds;
});

/**
 * A moment moved by whole days of London time, so that 12:45 stays 12:45 when the clocks change.
 */
export const addDays = (moment: Date, days: number): Date => toDate(inLondon(moment).add({ days }));

/** How many days one London date YYYY-MM-DD is after another. */
export const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days;

/** A moment moved by whole months of London time; the last day of a month stays one. */
export const addMonths = (moment: Date, months: number): Date =>
  toDate(inLondon(moment).add({ months }));

/** The last minute of a London date YYYY-MM-DD. */
export const endOfDay = (day: string): Date => londonTime(day, '23:59');

/** “Tuesday 15 December” or, in another year than `now`, “Tuesday 15 December 2026”. */
export const formatDay = (moment: Date, now: Date): string => {
  const year = inLondon(moment).year === inLondon(now).year ? {} : { year: 'numeric' as const };
  return format(moment, { weekday: 'long', day: 'numeric', month: 'long', ...year }).replace(
    ',',
    '',
  );
};

/** “15 Dec 2026”, where there is little room. */
export const formatShortDay = (moment: Date): string =>
  format(moment, { day: 'numeric', month: 'short', year: 'numeric' });

/** “Tuesday”. */
export const formatWeekday = (moment: Date): string => format(moment, { weekday: 'long' });

/** “7th”. */
export const formatOrdinal = (moment: Date): string => {
  const { day } = inLondon(moment);
  return `${day}${ORDINALS[ordinals.select(day)]}`;
};

const ordinals = new Intl.PluralRules('en-GB', { type: 'ordinal' });
const ORDINALS: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> = {
  one: 'st',
  two: 'nd',
  few: 'rd',
  other: 'th',
};

/** “12:45”. */
export const formatTime = (moment: Date): string =>
  format(moment, { hour: '2-digit', minute: '2-digit', hour12: false });

/** “Tuesday 15 December at 12:45”, or “today at 12:45”. */
export const formatMoment = (moment: Date, now: Date): string =>
  `${londonDay(moment) === londonDay(now) ? 'today' : formatDay(moment, now)} at ` +
  `${formatTime(moment)}`;

/** “December 2026”. */
export const formatMonth = (moment: Date): string =>
  format(moment, { month: 'long', year: 'numeric' });

/** “December”. */
export const formatMonthName = (moment: Date): string => format(moment, { month: 'long' });

const format = (moment: Date, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: LONDON, ...options }).format(moment);

const inLondon = (moment: Date) =>
  Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(LONDON);

const at = (day: Temporal.PlainDate, time: string) =>
  day.toZonedDateTime({ timeZone: LONDON, plainTime: Temporal.PlainTime.from(time) });

const toDate = (moment: Temporal.ZonedDateTime) => new Date(moment.epochMilliseconds);
