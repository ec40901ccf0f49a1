// What a person's week and month still have room for.

import type { Settings } from '../settings.ts';
import { nextMonth, nextWeek, startOfMonth, startOfWeek } from '../time/calendar.ts';

/** A prompt that has a slot in somebody's week already. */
export type Reservation = {
  readonly dueAt: Date;
  readonly slot: number;
  readonly seconds: number;
  /** It has not been sent, so what must go sooner may displace it. */
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

export type BudgetLimits = Pick<Settings, 'weekly_prompts' | 'monthly_seconds'>;

/**
 * Places from here on are those of requests among colleagues, which the weekly limit does not
 * count.
 */
export const FIRST_UNCOUNTED_SLOT = 100;

/** What keeps a prompt out of the week or the month of a moment; nothing where there is room. */
export const findObstacle = (
  reservations: readonly Reservation[],
  seconds: number,
  limits: BudgetLimits,
  moment: Date,
): 'weekly_limit' | 'monthly_limit' | undefined => {
  if (freeSlot(reservations, limits, moment) === undefined) return 'weekly_limit';
  const [from, until] = [startOfMonth(moment), nextMonth(moment)];
  const asked = reservations
    .filter(({ dueAt }) => dueAt >= from && dueAt < until)
    .reduce((sum, other) => sum + other.seconds, 0);
  return asked + seconds > limits.monthly_seconds ? 'monthly_limit' : undefined;
};

/** The first free slot of the week of a moment. */
export const freeSlot = (
  reservations: readonly Reservation[],
  { weekly_prompts }: BudgetLimits,
  moment: Date,
): number | undefined => {
  const taken = new Set(countedIn(reservations, moment).map(({ slot }) => slot));
  const slots = Array.from({ length: weekly_prompts }, (_, index) => index + 1);
  return taken.size < weekly_prompts ? slots.find((slot) => !taken.has(slot)) : undefined;
};

/** What the weekly limit counts in the week of a moment. */
export const countedIn = (reservations: readonly Reservation[], moment: Date): Reservation[] => {
  const [from, until] = [startOfWeek(moment), nextWeek(moment)];
  return reservations.filter(
    ({ dueAt, slot }) => slot < FIRST_UNCOUNTED_SLOT && dueAt >= from && dueAt < until,
  );
};
