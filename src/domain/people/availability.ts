// What people tell us of their own time: the days they work, a time away, quiet.

import { type Refusal, refuse } from '../refusal.ts';
import { joinList } from '../text/words.ts';
import { endOfDay, formatDay, londonDay, startOfDay } from '../time/calendar.ts';
import type { Availability } from '../time/sending-window.ts';

export const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'] as const;

/** As they filled it in: days of the week by number, dates as YYYY-MM-DD. */
export type AvailabilityChoice = {
  readonly days: readonly number[];
  readonly from: string | null;
  readonly until: string | null;
};

/** What they filled in, or what is wrong with it and where. */
export const decideAvailability = (
  { days, from, until }: AvailabilityChoice,
  now: Date,
): Omit<Availability, 'quietUntil'> | (Refusal & { readonly field: keyof AvailabilityChoice }) => {
  if (days.length === 0)
    return {
      field: 'days',
      ...refuse(
        'no_working_day',
        'Choose at least one day. To hear nothing for a while, ask for quiet time instead.',
      ),
    };
  if (!from && !until) return { workingDays: days, awayFrom: null, awayUntil: null };
  if (!from)
    return {
      field: 'from',
      ...refuse('day_missing', 'Give the first day away as well, or leave both empty.'),
    };
  if (!until)
    return {
      field: 'until',
      ...refuse('day_missing', 'Give the last day away as well, or leave both empty.'),
    };
  if (until < from)
    return {
      field: 'until',
      ...refuse('days_reversed', 'The last day away comes before the first.'),
    };
  if (until < londonDay(now))
    return {
      field: 'until',
      ...refuse(
        'day_passed',
        'That time has passed already. Leave both days empty if you are back.',
      ),
    };
  if (startOfDay(until).getTime() - now.getTime() > MAX_AHEAD_MS)
    return {
      field: 'until',
      ...refuse(
        'too_far_ahead',
        'Give a day within a year from now. You can make it longer later.',
      ),
    };
  return { workingDays: days, awayFrom: new Date(from), awayUntil: new Date(until) };
};

const MAX_AHEAD_MS = 366 * 24 * 3_600_000;

/** A time away that is now, or still to come. */
export const timeAway = (
  { awayFrom, awayUntil }: Availability,
  now: Date,
): { from: Date; until: Date; isNow: boolean } | undefined =>
  awayFrom && awayUntil && endOfDay(londonDay(awayUntil)) >= now
    ? { from: awayFrom, until: awayUntil, isNow: londonDay(awayFrom) <= londonDay(now) }
    : undefined;

/** In sentences, as far as it is not as everyone's: “You are away until Friday 9 October.” */
export const describeOwnTime = (person: Availability, now: Date): string[] => {
  const { quietUntil, workingDays } = person;
  const away = timeAway(person, now);
  const days = weekdays.filter((_, index) => workingDays.includes(index + 1));
  return [
    ...(quietUntil && quietUntil > now
      ? [`You asked for quiet until ${formatDay(quietUntil, now)}.`]
      : []),
    ...(away?.isNow ? [`You are away until ${formatDay(away.until, now)}.`] : []),
    ...(away && !away.isNow
      ? [`You are away from ${formatDay(away.from, now)} until ${formatDay(away.until, now)}.`]
      : []),
    ...(days.length > 0 && days.length < weekdays.length
      ? [`You work on ${joinList(days.map((day) => `${day}s`))}.`]
      : []),
  ];
};
