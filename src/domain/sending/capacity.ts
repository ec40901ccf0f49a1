// What a person's week and month still have room for.

import type { Settings } from '../settings.ts';
import { nextMonth, nextWeek, startOfMonth, startOfWeek } from '../time/calendar.ts';

/** A prompt that has a place in somebody's week already. */
export type Reservation = {
  readonly dueAt: Date;
  readonly place: number;
  readonly seconds: number;
  /** It has not been sent, so that it can give way to what must go sooner. */
  readonly movable?: Movable;
};

export type Movable = {
  readonly id: string;
  /** None where the bot itself asks about roles. */
  readonly title: string | null;
  /** Not earlier than this, at their own wish. */
  readonly after: Date | null;
  readonly before: Date;
};

export type Limits = Pick<Settings, 'weekly_prompts' | 'monthly_seconds'>;

/** Places from here on are those of requests among colleagues, which the weekly limit does not count. */
export const FIRST_UNCOUNTED_PLACE = 100;

/** What keeps a prompt out of the week or the month of a moment; nothing where there is room. */
export const findObstacle = (
  reservations: readonly Reservation[],
  seconds: number,
  limits: Limits,
  moment: Date,
): 'weekly_limit' | 'monthly_limit' | undefined => {
  if (freePlace(reservations, limits, moment) === undefined) return 'weekly_limit';
  const [from, until] = [startOfMonth(moment), nextMonth(moment)];
  const asked = reservations.filter(({ dueAt }) => dueAt >= from && dueAt < until).reduce((sum, other) => sum + other.seconds, 0);
  return asked + seconds > limits.monthly_seconds ? 'monthly_limit' : undefined;
};

/** The first free place of the week of a moment. */
export const freePlace = (reservations: readonly Reservation[], { weekly_prompts }: Limits, moment: Date): number | undefined => {
  const taken = new Set(countedIn(reservations, moment).map(({ place }) => place));
  const places = Array.from({ length: weekly_prompts }, (_, index) => index + 1);
  return taken.size < weekly_prompts ? places.find((place) => !taken.has(place)) : undefined;
};

/** What the weekly limit counts in the week of a moment. */
export const countedIn = (reservations: readonly Reservation[], moment: Date): Reservation[] => {
  const [from, until] = [startOfWeek(moment), nextWeek(moment)];
  return reservations.filter(({ dueAt, place }) => place < FIRST_UNCOUNTED_PLACE && dueAt >= from && dueAt < until);
};
