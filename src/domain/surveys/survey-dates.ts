// When a survey opens and closes, from the days a lead chose; and, beside the field, why that
// cannot be.

import { type Refusal, type RefusalCode, refuse } from '../refusal.ts';
import { MAX_DAYS, nextTime, type Repeat } from '../sending/series.ts';
import type { Settings } from '../settings.ts';
import {
  addDays,
  addMonths,
  daysBetween,
  END_OF_DAY,
  endOfWorkingDay,
  formatDay,
  londonDay,
  londonTime,
} from '../time/calendar.ts';
import { nextSendingTime } from '../time/sending-window.ts';

/**
 * Days as London dates YYYY-MM-DD; without an opening as soon as people have room, without a
 * closing two weeks later.
 */
export type ChosenDays = {
  readonly opens: string | null;
  readonly closes: string | null;
  readonly repeat: Repeat;
};

export type SurveyDates = {
  readonly opensAt: Date;
  readonly isNow: boolean;
  readonly days: number;
};

export type DateRefusal = Refusal & { readonly field: 'opens' | 'closes' };

const USUAL_DAYS = 14;
/** It goes out later, in the sending window. */
const OPENING_TIME = '08:00';

export const readDates = (
  { opens, closes, repeat }: ChosenDays,
  settings: Settings,
  now: Date,
): SurveyDates | DateRefusal => {
  const today = londonDay(now);
  if (opens && opens < today)
    return at(
      'opens',
      'day_passed',
      'That day has passed. Choose another, or leave it empty to ask as soon as people have room.',
    );
  if (opens && opens > londonDay(addMonths(now, MAX_MONTHS_AHEAD)))
    return at(
      'opens',
      'too_far_ahead',
      'That is more than a year away. Choose a day within the next twelve months.',
    );
  const { opensAt, isNow } = openingOf(opens, now);
  const closingDay =
    closes ?? londonDay(endOfWorkingDay(opensAt, USUAL_DAYS, settings.extra_holidays));
  const days = daysBetween(londonDay(opensAt), closingDay);
  const refused = refuseClosing(
    { opensAt, isNow, days, isPast: closes !== null && closes < today, repeat },
    settings,
    now,
  );
  return refused ?? { opensAt, isNow, days };
};

const MAX_MONTHS_AHEAD = 12;

/** When it opens: on a day to come when practices do, otherwise now. */
export const openingOf = (
  opens: string | null,
  now: Date,
): Pick<SurveyDates, 'opensAt' | 'isNow'> =>
  opens && opens > londonDay(now)
    ? { opensAt: londonTime(opens, OPENING_TIME), isNow: false }
    : { opensAt: now, isNow: true };

/** When a round that opens then closes: the end of the day that a lead chose. */
export const closingOf = (opensAt: Date, days: number): Date =>
  londonTime(londonDay(addDays(opensAt, days)), END_OF_DAY);

type Window = SurveyDates & { readonly isPast: boolean; readonly repeat: Repeat };

const refuseClosing = (
  { opensAt, days, isPast, repeat }: Window,
  settings: Settings,
  now: Date,
): DateRefusal | undefined => {
  if (isPast)
    return at(
      'closes',
      'day_passed',
      'That day has passed. Choose a later one, or leave it empty for two weeks after it ' +
        'opens.',
    );
  if (days < 1)
    return at(
      'closes',
      'closes_before_opening',
      `It would close no later than it opens, on ${formatDay(opensAt, now)}. Choose a later ` +
        'day.',
    );
  if (days > MAX_DAYS)
    return at(
      'closes',
      'closes_too_late',
      'A survey stays open for two months at most; after that nobody remembers it. Choose an ' +
        'earlier day.',
    );
  const next = nextTime({ repeat, firstAt: opensAt, sendings: 0 }, opensAt).nextAt;
  const closesAt = closingOf(opensAt, days);
  if (next && closesAt >= next)
    return at(
      'closes',
      'overlaps_next',
      `The next one opens on ${formatDay(next, now)}, before this one would have closed. ` +
        'Choose an earlier day.',
    );
  if (nextSendingTime(opensAt, settings) >= closesAt)
    return at(
      'closes',
      'closes_before_sending',
      'Nobody is written to in that time: it is all weekends, bank holidays and days of your ' +
        'own. Choose a later day.',
    );
  return undefined;
};

const at = (field: DateRefusal['field'], code: RefusalCode, words: string): DateRefusal => ({
  ...refuse(code, words),
  field,
});
