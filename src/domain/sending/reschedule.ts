// Deliveries that wait: where each takes its slot, and the last look at the calendar before it
// leaves.

import { planRequest } from '../roles/requests.ts';
import { londonMonth, weekOf } from '../time/calendar.ts';
import {
  type Availability,
  canPrompt,
  canWriteAsColleague,
  type SendingTime,
  type SendingTimes,
} from '../time/sending-window.ts';
import type { Reservation } from './capacity.ts';
import type { DeliveryKind } from './deliveries.ts';
import { type NoRoom, type Plan, type PlanningSettings, planPrompt } from './planning.ts';
import { planUncounted } from './snooze.ts';

type Addressed = {
  readonly kind: DeliveryKind;
  readonly person: Availability;
  /** It answers what they asked themselves, so that it does not wait for the end of quiet time. */
  readonly isNews: boolean;
};

export type WaitingDelivery = Addressed & {
  readonly seconds: number;
  /** Not earlier than this, at their own wish. */
  readonly after: Date | null;
  readonly before: Date;
  /** Each of their practices has a lighter touch: they are asked once. */
  readonly lighterTouch: boolean;
  readonly reservations: readonly Reservation[];
};

/** Decides where a waiting delivery takes its slot. */
export type Reschedule = (
  waiting: WaitingDelivery,
) => Plan | NoRoom | { readonly noRoom: 'lighter_touch' };

/** Gives it the next slot that is free; what was planned once before displaces nothing. */
export const reschedule =
  (settings: PlanningSettings, now: Date): Reschedule =>
  (waiting) => {
    if (waiting.kind === 'chase' && waiting.lighterTouch) return { noRoom: 'lighter_touch' };
    const facts = { ...waiting, person: availabilityOf(waiting) };
    const from = waiting.after && waiting.after > now ? waiting.after : now;
    if (waiting.kind === 'request') return planRequest(facts, settings, from);
    return (waiting.kind === 'again' ? planUncounted : planPrompt)(facts, settings, from);
  };

type ScheduledDelivery = Addressed & {
  readonly dueAt: Date;
  readonly week: Date | null;
  readonly before: Date;
};

/**
 * Whether a delivery may leave at this very moment: before its end, in the week and month it was
 * counted in, when they may be written to.
 */
export const canSend = (delivery: ScheduledDelivery, times: SendingTimes, now: Date): boolean =>
  now < delivery.before &&
  delivery.week?.toISOString().slice(0, 10) === weekOf(now) &&
  londonMonth(delivery.dueAt) === londonMonth(now) &&
  mayWriteFor(delivery)(availabilityOf(delivery), times, now).now;

const mayWriteFor = ({
  kind,
}: Addressed): ((person: Availability, times: SendingTimes, now: Date) => SendingTime) =>
  kind === 'request' ? canWriteAsColleague : canPrompt;

const availabilityOf = ({ person, isNews }: Addressed): Availability =>
  isNews ? { ...person, quietUntil: null } : person;
