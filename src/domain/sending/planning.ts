// When a prompt may go to a person: when they may be written to, and within their week and their
// month.
import { nextMonth, nextWeek, weekOf } from '../time/calendar.ts';
import { type Availability, canPrompt, type SendingTimes } from '../time/sending-window.ts';
import {
  type BudgetLimits,
  countedIn,
  findObstacle,
  freeSlot,
  type Movable,
  type Reservation,
} from './capacity.ts';

export type PlanningFacts = {
  readonly seconds: number;
  readonly person: Availability;
  readonly reservations: readonly Reservation[];
  /** No later than this; a prompt that finds no room before is not sent. */
  readonly before: Date;
};

export type HoldReason = 'weekly_limit' | 'monthly_limit' | 'quiet' | 'away' | 'gave_way';

/**
 * When a prompt goes out and which slot of that week it takes. With a reason where it had to wait,
 * and with what it displaces.
 */
export type Plan = {
  readonly dueAt: Date;
  readonly week: string;
  readonly slot: number;
  readonly reason: HoldReason | null;
  readonly displaces?: Displaced;
};

/** What is displaced, and its own new plan. */
export type Displaced = Pick<Movable, 'id' | 'title'> & { readonly plan: Plan };

export type NoRoom = { readonly noRoom: HoldReason | 'outside_window' };

export type PlanningSettings = SendingTimes & BudgetLimits;

type Planning = (facts: PlanningFacts, settings: PlanningSettings, now: Date) => Plan | NoRoom;

/**
 * The earliest plan from `now` on, where there is room; the reason alone where there is none before
 * `facts.before`.
 */
export const planPrompt: Planning = (facts, settings, now) =>
  findPlan(facts, settings, now, () => undefined);

/**
 * The same, but in a full week what must be sent sooner goes first, if what it displaces still
 * finds room before its own end.
 */
export const planSoonestFirst: Planning = (facts, settings, now) =>
  findPlan(facts, settings, now, findSwap);

/** Plans what a lead asks of each person, within their week and month, no later than `before`. */
export const planInBudget =
  (settings: PlanningSettings, seconds: number, before: Date, now: Date) =>
  (person: Availability, reservations: readonly Reservation[]): Plan | NoRoom =>
    planSoonestFirst({ seconds, person, reservations, before }, settings, now);

/**
 * The same for what nobody is shown beforehand: it goes where there is room, and displaces nothing
 * to it.
 */
export const planWhereFree =
  (settings: PlanningSettings, seconds: number, before: Date, now: Date) =>
  (person: Availability, reservations: readonly Reservation[]): Plan | NoRoom =>
    planPrompt({ seconds, person, reservations, before }, settings, now);

type FindSwap = (
  facts: PlanningFacts,
  settings: PlanningSettings,
  now: Date,
  dueAt: Date,
) => Plan | undefined;

const findPlan = (
  facts: PlanningFacts,
  settings: PlanningSettings,
  now: Date,
  swap: FindSwap,
): Plan | NoRoom => {
  const first = canPrompt(facts.person, settings, now);
  let reason: HoldReason | null = first.because;
  let dueAt = first.at;
  while (dueAt < facts.before) {
    const obstacle = findObstacle(facts.reservations, facts.seconds, settings, dueAt);
    if (!obstacle) return { ...planAt(facts.reservations, settings, dueAt), reason };
    const swapped = obstacle === 'weekly_limit' ? swap(facts, settings, now, dueAt) : undefined;
    if (swapped) return { ...swapped, reason };
    reason ??= obstacle;
    dueAt = canPrompt(
      facts.person,
      settings,
      obstacle === 'weekly_limit' ? nextWeek(dueAt) : nextMonth(dueAt),
    ).at;
  }
  return { noRoom: reason ?? 'outside_window' };
};

const planAt = (
  reservations: readonly Reservation[],
  settings: PlanningSettings,
  dueAt: Date,
): Plan => ({
  dueAt,
  week: weekOf(dueAt),
  slot: freeSlot(reservations, settings, dueAt) ?? 1,
  reason: null,
});

/**
 * Of what can wait longer in that week, the one that can wait longest. It takes free room only, so
 * that one swap leads to no other.
 */
const findSwap: FindSwap = ({ reservations, seconds, person, before }, settings, now, dueAt) => {
  const later = countedIn(reservations, dueAt)
    .flatMap((each) =>
      each.movable && each.movable.before > before ? [{ ...each, movable: each.movable }] : [],
    )
    .sort((a, b) => b.movable.before.getTime() - a.movable.before.getTime());
  for (const { movable, seconds: itsSeconds } of later) {
    const { id, title } = movable;
    const rest = reservations.filter((other) => other.movable?.id !== id);
    if (findObstacle(rest, seconds, settings, dueAt)) continue;
    const plan = planAt(rest, settings, dueAt);
    const taken = [...rest, { ...plan, seconds }];
    const facts = { seconds: itsSeconds, person, reservations: taken, before: movable.before };
    const moved = planPrompt(facts, settings, max(now, movable.after));
    if (!('noRoom' in moved))
      return { ...plan, displaces: { id, title, plan: { ...moved, reason: 'gave_way' } } };
  }
  return undefined;
};

const max = (a: Date, b: Date | null) => (b && b > a ? b : a);
