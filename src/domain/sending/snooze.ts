// “Not now” to a reminder may mean later: then it comes once more, because the person asked for it.

import { placeAside } from '../roles/requests.ts';
import { addDays, londonDay, startOfDay, weekOf } from '../time/calendar.ts';
import { mayPrompt, nextSendingTime, type OpenTimes, type OwnTime } from '../time/sending-window.ts';
import type { Reservation } from './capacity.ts';
import type { NoRoom, Plan } from './planning.ts';

/** When it may come once more. A week later it is the same day of the week, on which they are at work. */
export const laterChoices = {
  tomorrow: { label: 'Tomorrow', days: 1 },
  next_week: { label: 'Next week', days: 7 },
} as const;

export type Later = keyof typeof laterChoices;

/** The choices that still come in time. */
export const laterBefore = (before: Date, settings: OpenTimes, now: Date): Later[] =>
  (Object.keys(laterChoices) as Later[]).filter((later) => nextSendingTime(firstMoment(later, now), settings) < before);

/** Plans it for that day, or the next on which they may be written to. */
export const planAgain =
  (settings: OpenTimes, later: Later, before: Date, now: Date) =>
  (person: OwnTime, reservations: readonly Reservation[]): Plan | NoRoom =>
    planAside({ person, reservations, before }, settings, firstMoment(later, now));

type AgainFacts = { readonly person: OwnTime; readonly reservations: readonly Reservation[]; readonly before: Date };

/** The weekly limit does not hold what they asked for themselves. */
export const planAside = ({ person, reservations, before }: AgainFacts, settings: OpenTimes, from: Date): Plan | NoRoom => {
  const { at: dueAt } = mayPrompt(person, settings, from);
  return dueAt < before
    ? { dueAt, week: weekOf(dueAt), place: placeAside(reservations, dueAt), reason: null }
    : { noRoom: 'outside_window' };
};

const firstMoment = (later: Later, now: Date) => startOfDay(londonDay(addDays(now, laterChoices[later].days)));
