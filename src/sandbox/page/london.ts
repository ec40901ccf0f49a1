// Times as people in England read them, by the sandbox's clock.
import { useEffect, useState } from 'react';
import { Temporal } from 'temporal-polyfill';

const LONDON = 'Europe/London';

/** A minute after the bot's first prompts of a day go out. */
const SENDING = Temporal.PlainTime.from('12:46');
const MORNING = Temporal.PlainTime.from('09:00');

const format = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: LONDON, ...options });
const day = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const time = format({ hour: '2-digit', minute: '2-digit' });

export const formatDay = (ms: number): string => day.format(ms).replace(',', '');
export const formatTime = (ms: number): string => time.format(ms);
export const formatMoment = (ms: number): string => `${formatDay(ms)}, ${formatTime(ms)}`;

/** “Today”, “Yesterday”, or the day by name. */
export const formatDayFrom = (ms: number, now: number): string => {
  const yesterday = inLondon(now).subtract({ days: 1 }).epochMilliseconds;
  if (formatDay(ms) === formatDay(now)) return 'Today';
  return formatDay(ms) === formatDay(yesterday) ? 'Yesterday' : formatDay(ms);
};

export const sentAt = ({ ts }: { readonly ts: string }): number => Number(ts) * 1000;

export const inAnHour = (now: number): number => now + 3_600_000;

export const tomorrowMorning = (now: number): number =>
  inLondon(now).add({ days: 1 }).withPlainTime(MORNING).epochMilliseconds;

export const nextSendingTime = (now: number): number => {
  const today = inLondon(now);
  for (let days = 0; ; days += 1) {
    const moment = today.add({ days }).withPlainTime(SENDING);
    if (moment.dayOfWeek <= 5 && moment.epochMilliseconds > now) return moment.epochMilliseconds;
  }
};

/** For a date-time field, which knows no time zone. */
export const toField = (ms: number): string =>
  inLondon(ms).toPlainDateTime().toString({ smallestUnit: 'minute' });
export const fromField = (value: string): number =>
  Temporal.PlainDateTime.from(value).toZonedDateTime(LONDON).epochMilliseconds;

/** The sandbox's time, which runs like the machine's. */
export const useNow = (aheadMs: number): number => {
  const [, redraw] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => redraw(Date.now()), 2000);
    return () => clearInterval(timer);
  }, []);
  return Date.now() + aheadMs;
};

const inLondon = (ms: number) =>
  Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(LONDON);
