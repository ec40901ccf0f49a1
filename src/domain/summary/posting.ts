// When a summary is posted in the channel by itself: at the first sending time of each month or
// week.
import {
  addDays,
  londonMonth,
  nextMonth,
  nextWeek,
  startOfMonth,
  startOfWeek,
  weekOf,
} from '../time/calendar.ts';
import { nextSendingTime, type SendingTimes } from '../time/sending-window.ts';
import type { Rhythm } from './rhythm.ts';

type Posting = SendingTimes & { readonly summary_every: Rhythm };

/**
 * After so many days, also where the bot was down meanwhile, it is no news any more and is left
 * out.
 */
const DAYS_LATE = { month: 7, week: 2 };

/** A month (YYYY-MM) or a week (its Monday), with its first sending time. */
export type SummaryPeriod = { readonly name: string; readonly first: Date };

/** The month or week whose summary is to be posted now, if any. */
export const periodToPost = (settings: Posting, now: Date): SummaryPeriod | undefined => {
  const { summary_every: every } = settings;
  const period = periodOf(settings, now);
  if (every === 'never' || !period || nextSendingTime(now, settings) > now) return undefined;
  return now < addDays(period.first, DAYS_LATE[every]) ? period : undefined;
};

/** The month or week in which a moment lies, where it has a summary. */
export const periodOf = (settings: Posting, now: Date): SummaryPeriod | undefined => {
  const { summary_every: every } = settings;
  if (every === 'never') return undefined;
  const first = nextSendingTime(every === 'month' ? startOfMonth(now) : startOfWeek(now), settings);
  return { name: every === 'month' ? londonMonth(now) : weekOf(now), first };
};

/** When the next is to be posted. */
export const nextPosting = (settings: Posting, now: Date): Date | undefined => {
  const { summary_every: every } = settings;
  if (every === 'never') return undefined;
  const [begun, next] =
    every === 'month' ? [startOfMonth(now), nextMonth(now)] : [startOfWeek(now), nextWeek(now)];
  const first = nextSendingTime(begun, settings);
  return first > now ? first : nextSendingTime(next, settings);
};
