// “Not now” to a reminder may mean later: then it comes once more, because the person asked for it.
import { addDays, londonDay, nextSendingTime, startOfDay, weekOf } from './calendar.ts';
import type { Plan, Reservation } from './planning.ts';
import { placeAside } from './requests.ts';
import type { Settings } from './settings.ts';

/** When it may come once more. A week later it is the same day of the week, on which they are at work. */
export const laterChoices = {
  tomorrow: { label: 'Tomorrow', days: 1 },
  next_week: { label: 'Next week', days: 7 },
} as const;

export type Later = keyof typeof laterChoices;

type AgainSettings = Pick<Settings, 'window_start' | 'window_end' | 'extra_holidays'>;

/** The choices that still come in time. */
export const laterBefore = (before: Date, settings: AgainSettings, now: Date): Later[] =>
  (Object.keys(laterChoices) as Later[]).filter((later) => nextSendingTime(firstMoment(later, now), settings) < before);

/** Plans it for that day, or the next on which they may be written to. The weekly limit does not hold what they asked for themselves. */
export const planAgain =
  (settings: AgainSettings, later: Later, before: Date, now: Date) =>
  (
    { quietUntil }: { readonly quietUntil: Date | null },
    reservations: readonly Reservation[],
  ): Plan | { readonly noRoom: 'outside_window' } => {
    const earliest = firstMoment(later, now);
    const dueAt = nextSendingTime(quietUntil && quietUntil > earliest ? quietUntil : earliest, settings);
    return dueAt < before
      ? { dueAt, week: weekOf(dueAt), place: placeAside(reservations, dueAt), reason: null }
      : { noRoom: 'outside_window' };
  };

const firstMoment = (later: Later, now: Date) => startOfDay(londonDay(addDays(now, laterChoices[later].days)));
