// The days of a reminder as a lead gives them: when it is sent first, and by when it is to be done.
import { addDays, daysBetween, endOfDay, londonDay, startOfDay } from '../time/calendar.ts';
import { nextSendingTime, type SendingTimes } from '../time/sending-window.ts';
import type { Repeat } from './series.ts';

export type ReminderDays = {
  /** London dates YYYY-MM-DD; nothing means now, and no day in particular. */
  readonly when: string | null;
  readonly by: string | null;
  readonly repeat: Repeat;
};

type Wrong = { readonly field: 'when' | 'by'; readonly words: string };

/** What was asked weeks ago is forgotten, and a sending further ahead is better repeated. */
const MAX_DAYS = 62;

/** What is wrong with the days, where something is. */
export const refuseDays = (
  days: ReminderDays,
  settings: SendingTimes,
  now: Date,
): Wrong | undefined => {
  const { when, by } = days;
  if (when && when < londonDay(now))
    return { field: 'when', words: 'That day has passed. Leave it empty to send it now.' };
  if (!by) return undefined;
  const first = firstSending(days, now);
  if (by < londonDay(first))
    return { field: 'by', words: 'That is before it is sent. Choose a later day.' };
  if (daysBetween(londonDay(first), by) > MAX_DAYS)
    return {
      field: 'by',
      words:
        'Choose a day within two months of sending it: what is due later is better sent later.',
    };
  return nextSendingTime(first, settings) < endOfDay(by)
    ? undefined
    : {
        field: 'by',
        words: 'Nobody may be written to before that day is over. Choose a later day.',
      };
};

/** Whether it is kept for later, as one of a series: on a day to come, or again and again. */
export const isForLater = ({ when, repeat }: ReminderDays, now: Date): boolean =>
  repeat !== 'once' || (when !== null && when > londonDay(now));

/** When it is sent first. */
export const firstSending = ({ when }: Pick<ReminderDays, 'when'>, now: Date): Date =>
  when && when > londonDay(now) ? startOfDay(when) : now;

/** Within how many days of being sent it is to be done. */
export const daysToDoIt = (days: ReminderDays, now: Date): number | null =>
  days.by === null ? null : daysBetween(londonDay(firstSending(days, now)), days.by);

/** The end of the day by which a reminder that is sent now is to be done. */
export const doneByDay = (days: number | null, sent: Date): Date | null =>
  days === null ? null : endOfDay(londonDay(addDays(sent, days)));
