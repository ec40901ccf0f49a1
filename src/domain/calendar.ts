// Days and times as people in England live them. The only file that knows the calendar library.
import { Temporal } from 'temporal-polyfill';
import { bankHolidays } from './bank-holidays.ts';

const LONDON = 'Europe/London';

/** From one time of day, HH:MM, until before another. */
export type Hours = { readonly start: string; readonly end: string };

/** The first moment at or after `from` within the hours of its London day, YYYY-MM-DD; a day without hours is passed over. */
export const nextOpening = (from: Date, hoursOf: (day: string) => Hours | undefined): Date => {
  for (let day = inLondon(from).toPlainDate(); ; day = day.add({ days: 1 })) {
    const hours = hoursOf(day.toString());
    if (!hours || hours.start >= hours.end || toDate(at(day, hours.end)) <= from) continue;
    const opens = toDate(at(day, hours.start));
    return opens > from ? opens : from;
  }
};

/** The end of the working day some weeks from now, or of the next one where that is none. */
export const endOfWorkingDay = (now: Date, weeks: number, extraHolidays: readonly string[]): Date => {
  let day = inLondon(now).toPlainDate().add({ weeks });
  while (!isWorkingDay(day.toString(), extraHolidays)) day = day.add({ days: 1 });
  return toDate(at(day, END_OF_DAY));
};

/** Core hours end at half past six (SI 2012/1631, regulation 2(2)); half an hour before, people are still there. */
const END_OF_DAY = '18:00';

/** Monday to Friday, and neither a bank holiday nor one of the CCG's own days. `day` is a London date, YYYY-MM-DD. */
export const isWorkingDay = (day: string, extraHolidays: readonly string[] = []): boolean =>
  dayOfWeek(day) <= 5 && !bankHolidays.includes(day) && !extraHolidays.includes(day);

/** 1 is Monday, 7 is Sunday. */
export const dayOfWeek = (day: string): number => Temporal.PlainDate.from(day).dayOfWeek;

/** The London date of a moment, YYYY-MM-DD. */
export const londonDay = (moment: Date): string => inLondon(moment).toPlainDate().toString();

/** The London month of a moment, YYYY-MM. */
export const londonMonth = (moment: Date): string => londonDay(moment).slice(0, 7);

/** How many minutes London is ahead of UTC at a moment. */
export const londonOffset = (moment: Date): number => inLondon(moment).offsetNanoseconds / 60_000_000_000;

/** The Monday of a moment's week in London, YYYY-MM-DD. */
export const weekOf = (moment: Date): string => {
  const day = inLondon(moment).toPlainDate();
  return day.subtract({ days: day.dayOfWeek - 1 }).toString();
};

/** Midnight in London at the start of the week after a moment's. */
export const nextWeek = (moment: Date): Date => startOfDay(Temporal.PlainDate.from(weekOf(moment)).add({ days: 7 }).toString());

/** Midnight in London at the start of a moment's month. */
export const startOfMonth = (moment: Date): Date => startOfDay(`${londonMonth(moment)}-01`);

/** Midnight in London at the start of the month after a moment's. */
export const nextMonth = (moment: Date): Date =>
  startOfDay(
    Temporal.PlainDate.from(`${londonMonth(moment)}-01`)
      .add({ months: 1 })
      .toString(),
  );

/** Midnight in London at the start of a date YYYY-MM-DD. */
export const startOfDay = (day: string): Date => toDate(Temporal.PlainDate.from(day).toZonedDateTime(LONDON));

/** The moment of a London date YYYY-MM-DD and time HH:MM. */
export const londonTime = (day: string, time: string): Date => toDate(at(Temporal.PlainDate.from(day), time));

/** A moment moved by whole days of London time, so that 12:45 stays 12:45 when the clocks change. */
export const addDays = (moment: Date, days: number): Date => toDate(inLondon(moment).add({ days }));

/** How many days one London date YYYY-MM-DD is after another. */
export const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days;

/** A moment moved by whole months of London time; the last day of a month stays one. */
export const addMonths = (moment: Date, months: number): Date => toDate(inLondon(moment).add({ months }));

/** The last minute of a London date YYYY-MM-DD. */
export const endOfDay = (day: string): Date => londonTime(day, '23:59');

/** “Tuesday 15 December” or, in another year than `now`, “Tuesday 15 December 2026”. */
export const sayDay = (moment: Date, now: Date): string => {
  const year = inLondon(moment).year === inLondon(now).year ? {} : { year: 'numeric' as const };
  return format(moment, { weekday: 'long', day: 'numeric', month: 'long', ...year }).replace(',', '');
};

/** “15 Dec 2026”, where there is little room. */
export const sayShortDay = (moment: Date): string => format(moment, { day: 'numeric', month: 'short', year: 'numeric' });

/** “Tuesday”. */
export const sayWeekday = (moment: Date): string => format(moment, { weekday: 'long' });

/** “12:45”. */
export const sayTime = (moment: Date): string => format(moment, { hour: '2-digit', minute: '2-digit', hour12: false });

/** “Tuesday 15 December at 12:45”, or “today at 12:45”. */
export const sayMoment = (moment: Date, now: Date): string =>
  `${londonDay(moment) === londonDay(now) ? 'today' : sayDay(moment, now)} at ${sayTime(moment)}`;

/** “December 2026”. */
export const sayMonth = (moment: Date): string => format(moment, { month: 'long', year: 'numeric' });

const format = (moment: Date, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: LONDON, ...options }).format(moment);

const inLondon = (moment: Date) => Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(LONDON);

const at = (day: Temporal.PlainDate, time: string) =>
  day.toZonedDateTime({ timeZone: LONDON, plainTime: Temporal.PlainTime.from(time) });

const toDate = (moment: Temporal.ZonedDateTime) => new Date(moment.epochMilliseconds);
