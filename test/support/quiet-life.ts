// One person's weeks in plain values: what they are asked, what they say of their time, and how
// time passes, with the bot up or down.
import fc from 'fast-check';
import { planRequest } from '../../src/domain/roles/requests.ts';
import type { Reservation } from '../../src/domain/sending/capacity.ts';
import {
  type NoRoom,
  type Plan,
  planPrompt,
  planSoonestFirst,
} from '../../src/domain/sending/planning.ts';
import { canSend, reschedule } from '../../src/domain/sending/reschedule.ts';
import type { Availability } from '../../src/domain/time/sending-window.ts';
import { defaultAvailability } from '../../src/domain/time/sending-window.ts';
import { monday, settings } from '../world.ts';
import { ownTimes } from './availabilities.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * `soonest`: a lead asks, and what can wait gives way; `free`: the bot asks by itself; `request`: a
 * colleague does.
 */
type Ask = {
  readonly does: 'asks';
  readonly how: 'soonest' | 'free' | 'request';
  readonly seconds: number;
  readonly days: number;
};
type Says = { readonly does: 'says'; readonly time: (from: Date) => Availability };
type Passes = { readonly does: 'passes'; readonly hours: number; readonly isDown: boolean };
export type Event = Ask | Says | Passes;

const ask = fc.record({
  does: fc.constant('asks' as const),
  how: fc.constantFrom('soonest' as const, 'soonest' as const, 'free' as const, 'request' as const),
  seconds: fc.constantFrom(5, 10, 20, 30, 60, 90),
  days: fc.integer({ min: 1, max: 45 }),
});
const says = fc.record({ does: fc.constant('says' as const), time: ownTimes });
const passes = fc.record({
  does: fc.constant('passes' as const),
  hours: fc.integer({ min: 1, max: 24 * 12 }),
  isDown: fc.boolean(),
});

export const events: fc.Arbitrary<Event[]> = fc.array(
  fc.oneof(
    { arbitrary: ask, weight: 5 },
    { arbitrary: says, weight: 1 },
    { arbitrary: passes, weight: 4 },
  ),
  { minLength: 1, maxLength: 40, size: 'max' },
);

export const limits = fc.record({
  weekly_prompts: fc.integer({ min: 1, max: 3 }),
  monthly_seconds: fc.integer({ min: 30, max: 300 }),
  learning_afternoons: fc.subarray(['2026-09-15', '2026-10-13', '2026-10-22']),
});

type Item = {
  readonly id: string;
  readonly kind: 'invite' | 'request';
  readonly seconds: number;
  readonly before: Date;
  dueAt: Date;
  slot: number | null;
  week: Date | null;
  isOver: boolean;
};

export type Sent = Pick<Item, 'kind' | 'seconds' | 'before'> & {
  readonly at: Date;
  readonly person: Availability;
};

/** What was sent in a life, and how far each swap reached. */
export type Life = {
  readonly sent: readonly Sent[];
  readonly swaps: readonly { readonly moved: Plan; readonly before: Date }[];
};

/** Lives through events, as the bot would have it. */
export const live = (given: readonly Event[], limit: Partial<typeof settings>): Life => {
  const rules = { ...settings, ...limit };
  const [items, sent, swaps]: [Item[], Sent[], { moved: Plan; before: Date }[]] = [[], [], []];
  let [now, person] = [monday, defaultAvailability];

  const waiting = () => items.filter(({ isOver }) => !isOver);
  const reservations = (): Reservation[] =>
    items.flatMap(({ slot, dueAt, seconds, isOver, id, before }) => {
      const movable = isOver ? {} : { movable: { id, title: 'Another', after: null, before } };
      return slot === null ? [] : [{ dueAt, slot, seconds, ...movable }];
    });
  const put = (item: Item, plan: Plan | NoRoom | { noRoom: string }) => {
    if ('noRoom' in plan) Object.assign(item, { isOver: true, slot: null });
    else Object.assign(item, { dueAt: plan.dueAt, slot: plan.slot, week: new Date(plan.week) });
  };
  const slotAnew = (chosen: readonly Item[]) => {
    for (const item of chosen) Object.assign(item, { slot: null, week: null });
    const slot = reschedule(rules, now);
    for (const item of [...chosen].sort((a, b) => a.before.getTime() - b.before.getTime()))
      put(
        item,
        slot({
          ...item,
          person,
          isNews: false,
          after: null,
          lighterTouch: false,
          reservations: reservations(),
        }),
      );
  };
  const tick = () => {
    for (const item of waiting().filter(({ dueAt }) => dueAt <= now))
      if (canSend({ ...item, person, isNews: false }, rules, now)) {
        item.isOver = true;
        sent.push({ ...item, at: now, person });
      } else slotAnew([item]);
  };
  const answer = ({ how, seconds, days }: Ask) => {
    const before = new Date(now.getTime() + days * DAY_MS);
    const facts = { seconds, person, reservations: reservations(), before };
    const plan = { soonest: planSoonestFirst, free: planPrompt, request: planRequest }[how](
      facts,
      rules,
      now,
    );
    const displaced = 'displaces' in plan ? plan.displaces : undefined;
    const giving = items.find(({ id }) => id === displaced?.id);
    if (giving && displaced) {
      swaps.push({ moved: displaced.plan, before: giving.before });
      put(giving, displaced.plan);
    }
    const kind = how === 'request' ? ('request' as const) : ('invite' as const);
    const item: Item = {
      id: String(items.length),
      kind,
      seconds,
      before,
      dueAt: now,
      slot: null,
      week: null,
      isOver: false,
    };
    items.push(item);
    put(item, plan);
  };

  for (const event of given) {
    if (event.does === 'asks') answer(event);
    if (event.does === 'says') {
      person = event.time(now);
      slotAnew(waiting());
    }
    if (event.does === 'passes') {
      const end = new Date(now.getTime() + event.hours * HOUR_MS);
      for (; !event.isDown && now < end; now = new Date(now.getTime() + HOUR_MS / 2)) tick();
      now = end;
      tick();
    }
  }
  return { sent, swaps };
};
