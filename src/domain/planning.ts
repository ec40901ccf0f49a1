// When a prompt may go to a person: in the sending window, within their week and their month, and not while they asked for quiet.
import { londonMonth, nextMonth, nextSendingTime, nextWeek, weekOf } from './calendar.ts';
import type { Settings } from './settings.ts';

/** A prompt that has a place in somebody's week already. */
export type Reservation = { readonly dueAt: Date; readonly place: number; readonly seconds: number };

export type PlanningFacts = {
  readonly seconds: number;
  readonly quietUntil: Date | null;
  readonly reservations: readonly Reservation[];
  /** No later than this; a prompt that finds no room before is not sent. */
  readonly before: Date;
};

export type HoldReason = 'weekly_limit' | 'monthly_limit' | 'quiet';

/** When a prompt goes out and which place of that week it takes. With a reason where it had to wait. */
export type Plan = { readonly dueAt: Date; readonly week: string; readonly place: number; readonly reason: HoldReason | null };

type PlanningSettings = Pick<Settings, 'window_start' | 'window_end' | 'extra_holidays' | 'weekly_prompts' | 'monthly_seconds'>;

/** The earliest plan from `now` on; the reason alone where no room is left before `facts.before`. */
export const planPrompt = (
  facts: PlanningFacts,
  settings: PlanningSettings,
  now: Date,
): Plan | { readonly noRoom: HoldReason | 'outside_window' } => {
  const quiet = facts.quietUntil && facts.quietUntil > now ? facts.quietUntil : null;
  let reason: HoldReason | null = quiet ? 'quiet' : null;
  let dueAt = nextSendingTime(quiet ?? now, settings);
  while (dueAt < facts.before) {
    const obstacle = findObstacle(facts, settings, dueAt);
    if (!obstacle)
      return { dueAt, week: weekOf(dueAt), place: freePlace(facts.reservations, settings.weekly_prompts, dueAt) ?? 1, reason };
    reason ??= obstacle;
    dueAt = nextSendingTime(obstacle === 'weekly_limit' ? nextWeek(dueAt) : nextMonth(dueAt), settings);
  }
  return { noRoom: reason ?? 'outside_window' };
};

/** Plans a prompt for each person, within their week and month, no later than `before`. */
export const planInBudget =
  (settings: PlanningSettings, seconds: number, before: Date, now: Date) =>
  ({ quietUntil }: { readonly quietUntil: Date | null }, reservations: readonly Reservation[]) =>
    planPrompt({ seconds, quietUntil, reservations, before }, settings, now);

const findObstacle = (
  { reservations, seconds }: PlanningFacts,
  settings: PlanningSettings,
  dueAt: Date,
): HoldReason | undefined => {
  if (freePlace(reservations, settings.weekly_prompts, dueAt) === undefined) return 'weekly_limit';
  const asked = reservations
    .filter((other) => londonMonth(other.dueAt) === londonMonth(dueAt))
    .reduce((sum, other) => sum + other.seconds, 0);
  return asked + seconds > settings.monthly_seconds ? 'monthly_limit' : undefined;
};

const freePlace = (reservations: readonly Reservation[], places: number, dueAt: Date) => {
  const taken = new Set(reservations.filter((other) => weekOf(other.dueAt) === weekOf(dueAt)).map(({ place }) => place));
  return Array.from({ length: places }, (_, index) => index + 1).find((place) => !taken.has(place));
};
