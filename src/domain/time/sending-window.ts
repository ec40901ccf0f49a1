// The one decision behind every message: may we write to this person now, and if not, when.

import type { Settings } from '../settings.ts';
import { dayOfWeek, type Hours, isWorkingDay, londonDay, nextOpening } from './calendar.ts';

/** What a person has told us of their own time. */
export type Availability = {
  /** 1 is Monday, 5 is Friday. */
  readonly workingDays: readonly number[];
  /** The first and the last day of a time away. */
  readonly awayFrom: Date | null;
  readonly awayUntil: Date | null;
  /** Nothing before this moment; a colleague who stands in for them sets it too. */
  readonly quietUntil: Date | null;
};

/** When the CCG's practices are open for messages: the settings that say so. */
export type SendingTimes = Pick<
  Settings,
  'window_start' | 'window_end' | 'extra_holidays' | 'learning_afternoons'
>;

/**
 * `now`: they may be written to at this moment; otherwise from `at` on, and `because` of their own
 * time where it is not the CCG's.
 */
export type SendingTime = {
  readonly now: boolean;
  readonly at: Date;
  readonly because: 'quiet' | 'away' | null;
};

/** What the bot asks goes out in the sending window. */
export const canPrompt = (person: Availability, times: SendingTimes, now: Date): SendingTime =>
  mayWrite(person, times, { start: times.window_start, end: times.window_end }, now);

/**
 * What colleagues ask each other goes out in core hours of general practice (SI 2012/1631,
 * regulation 2(2)).
 */
export const canWriteAsColleague = (
  person: Availability,
  times: SendingTimes,
  now: Date,
): SendingTime => mayWrite(person, times, CORE_HOURS, now);

/** Of people who have told us nothing about their time. */
export const defaultAvailability: Availability = {
  workingDays: [1, 2, 3, 4, 5],
  awayFrom: null,
  awayUntil: null,
  quietUntil: null,
};

/** The first moment at or after `from` at which anybody may be sent a prompt. */
export const nextSendingTime = (from: Date, times: SendingTimes): Date =>
  canPrompt(defaultAvailability, times, from).at;

const CORE_HOURS: Hours = { start: '08:00', end: '18:30' };

/**
 * On protected learning afternoons practices close at half past twelve or at one; before that
 * people finish their morning.
 */
const LEARNING_FROM = '12:00';

const mayWrite = (
  person: Availability,
  times: SendingTimes,
  hours: Hours,
  now: Date,
): SendingTime => {
  const quiet = person.quietUntil && person.quietUntil > now ? person.quietUntil : null;
  const open = (day: string) => hoursOn(day, hours, times);
  const at = nextOpening(quiet ?? now, (day) => (isTheirs(person, day) ? open(day) : undefined));
  const isTheirOwn = !quiet && at > now && at > nextOpening(now, open);
  const because = quiet ? 'quiet' : isTheirOwn ? 'away' : null;
  return { now: at.getTime() === now.getTime(), at, because };
};

const hoursOn = (day: string, { start, end }: Hours, times: SendingTimes): Hours | undefined => {
  if (!isWorkingDay(day, times.extra_holidays)) return undefined;
  return {
    start,
    end: times.learning_afternoons.includes(day) && end > LEARNING_FROM ? LEARNING_FROM : end,
  };
};

/** Someone who has chosen no working days works on all of them. */
const isTheirs = ({ workingDays, awayFrom, awayUntil }: Availability, day: string): boolean => {
  const isAway = awayFrom && awayUntil && day >= londonDay(awayFrom) && day <= londonDay(awayUntil);
  return !isAway && (workingDays.length === 0 || workingDays.includes(dayOfWeek(day)));
};
