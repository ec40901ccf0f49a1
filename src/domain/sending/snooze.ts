// “Not now” to a reminder may mean later: then it comes once more, because the person asked for it.

import { uncountedSlot } from '../roles/requests.ts';
import { addDays, londonDay, startOfDay, weekOf } from '../time/calendar.ts';
import {
  type Availability,
  canPrompt,
  nextSendingTime,
  type SendingTimes,
} from '../time/sending-window.ts';
import type { Reservation } from './capacity.ts';
import type { NoRoom, Plan } from './planning.ts';

/**
 * When it may come once more. A week later it is the same day of the week, on which they are at
 * work.
 */
export const snoozeChoices = {
  tomorrow: { label: 'Tomorrow', days: 1 },
  next_week: { label: 'Next week', days: 7 },
} as const;

export type SnoozeChoice = keyof typeof snoozeChoices;

/** The choices that still come in time. */
export const snoozeChoicesBefore = (
  before: Date,
  settings: SendingTimes,
  now: Date,
): SnoozeChoice[] =>
  (Object.keys(snoozeChoices) as SnoozeChoice[]).filter(
    (later) => nextSendingTime(firstMoment(later, now), settings) < before,
  );

/** Plans it for that day, or the next on which they may be written to. */
export const planSnooze =
  (settings: SendingTimes, later: SnoozeChoice, before: Date, now: Date) =>
  (person: Availability, reservations: readonly Reservation[]): Plan | NoRoom =>
    planUncounted({ person, reservations, before }, settings, firstMoment(later, now));

type AgainFacts = {
  readonly person: Availability;
  readonly reservations: readonly Reservation[];
  readonly before: Date;
};

/** The weekly limit does not hold what they asked for themselves. */
export const planUncounted = (
  { person, reservations, before }: AgainFacts,
  settings: SendingTimes,
  from: Date,
): Plan | NoRoom => {
  const { at: dueAt } = canPrompt(person, settings, from);
  return dueAt < before
    ? { dueAt, week: weekOf(dueAt), slot: uncountedSlot(reservations, dueAt), reason: null }
    : { noRoom: 'outside_window' };
};

const firstMoment = (later: SnoozeChoice, now: Date) =>
  startOfDay(londonDay(addDays(now, snoozeChoices[later].days)));
