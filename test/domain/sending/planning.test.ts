import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reservation } from '../../../src/domain/sending/capacity.ts';
import {
  type Plan,
  type PlanningFacts,
  planPrompt,
  planSoonestFirst,
} from '../../../src/domain/sending/planning.ts';
import { addDays, londonDay, londonMonth, weekOf } from '../../../src/domain/time/calendar.ts';
import { defaultAvailability } from '../../../src/domain/time/sending-window.ts';
import { monday, settings } from '../../world.ts';

const before = addDays(monday, 60);
const plan = (reservations: Reservation[] = [], seconds = 30, quietUntil: Date | null = null) =>
  planPrompt(
    { seconds, reservations, person: { ...defaultAvailability, quietUntil }, before },
    settings,
    monday,
  ) as Plan;
const at = (day: string, seconds = 30): Reservation => ({
  dueAt: new Date(`${day}T11:45:00Z`),
  slot: 1,
  seconds,
});

describe('planning a prompt', () => {
  it('a free week gets it at the next sending time, without a reason', () =>
    expect(plan()).toEqual({
      dueAt: new Date('2026-09-07T11:45:00Z'),
      week: '2026-09-07',
      slot: 1,
      reason: null,
    }));

  it('a week that has its prompt passes it to the next, and says why', () =>
    expect(plan([at('2026-09-09')])).toMatchObject({ week: '2026-09-14', reason: 'weekly_limit' }));

  it('a month that has asked enough passes it to the next month, and says why', () => {
    const full = ['2026-09-08', '2026-09-15', '2026-09-22'].map((day) => at(day, 60));
    expect(plan(full)).toMatchObject({ week: '2026-09-28', reason: 'weekly_limit' });
    expect(londonMonth(plan(full).dueAt)).toBe('2026-10');
  });

  it('someone who asked for quiet gets it afterwards', () =>
    expect(plan([], 30, new Date('2026-09-16T08:00:00Z'))).toMatchObject({
      dueAt: new Date('2026-09-16T11:45:00Z'),
      reason: 'quiet',
    }));

  it('one that finds no room before its end is not sent, with the reason', () => {
    const facts = {
      seconds: 30,
      reservations: [at('2026-09-07')],
      person: defaultAvailability,
      before: addDays(monday, 5),
    };
    expect(planPrompt(facts, settings, monday)).toEqual({ noRoom: 'weekly_limit' });
  });

  it('a second prompt a week is possible where the CCG allows it, in a place of its own', () =>
    expect(
      planPrompt(
        { seconds: 30, reservations: [at('2026-09-07')], person: defaultAvailability, before },
        { ...settings, weekly_prompts: 2 },
        monday,
      ),
    ).toMatchObject({ week: '2026-09-07', slot: 2 }));
});

describe('where two compete for a week, what has a date goes before what can wait', () => {
  const waiting = (day: string, before: Date, more: Partial<Reservation> = {}): Reservation => ({
    ...at(day),
    movable: { id: day, title: 'How are we doing?', after: null, before },
    ...more,
  });
  const soon = addDays(monday, 4);
  const ask = (reservations: Reservation[], facts: Partial<PlanningFacts> = {}, from = monday) =>
    planSoonestFirst(
      { seconds: 30, person: defaultAvailability, reservations, before: soon, ...facts },
      settings,
      from,
    ) as Plan;

  it('what can wait gives way, takes the next free place, and says why', () =>
    expect(ask([waiting('2026-09-08', addDays(monday, 14))])).toEqual({
      ...{ dueAt: new Date('2026-09-07T11:45:00Z'), week: '2026-09-07', slot: 1, reason: null },
      displaces: {
        ...{ id: '2026-09-08', title: 'How are we doing?' },
        plan: {
          dueAt: new Date('2026-09-14T11:45:00Z'),
          week: '2026-09-14',
          slot: 1,
          reason: 'gave_way',
        },
      },
    }));

  it('what was sent already gives way to nothing', () =>
    expect(ask([at('2026-09-08')])).toEqual({ noRoom: 'weekly_limit' }));

  it('what must be sent as soon, or sooner, does not give way', () => {
    expect(ask([waiting('2026-09-08', soon)])).toEqual({ noRoom: 'weekly_limit' });
    expect(ask([waiting('2026-09-08', addDays(monday, 3))])).toEqual({ noRoom: 'weekly_limit' });
  });

  it('what would find no room before its own end does not give way', () => {
    const nextWeek = at('2026-09-15');
    expect(ask([waiting('2026-09-08', addDays(monday, 12)), nextWeek])).toEqual({
      noRoom: 'weekly_limit',
    });
    expect(ask([waiting('2026-09-08', addDays(monday, 16)), nextWeek]).displaces?.plan.week).toBe(
      '2026-09-21',
    );
  });

  it('what gives way takes free room only, so that nothing else moves', () => {
    const other = waiting('2026-09-15', addDays(monday, 60));
    const { displaces } = ask([waiting('2026-09-08', addDays(monday, 21)), other]);
    expect(displaces?.plan).toMatchObject({ week: '2026-09-21' });
    expect(displaces?.plan).not.toHaveProperty('displaces');
  });

  it('of two that can wait, the one that can wait longest does', () => {
    const two = [
      waiting('2026-09-08', addDays(monday, 30), { slot: 2 }),
      waiting('2026-09-09', addDays(monday, 20)),
    ];
    const planned = planSoonestFirst(
      { seconds: 30, person: defaultAvailability, reservations: two, before: soon },
      { ...settings, weekly_prompts: 2 },
      monday,
    );
    expect(planned).toMatchObject({ slot: 2, displaces: { id: '2026-09-08' } });
  });

  it('what somebody asked to have later moves to no earlier day than they said', () => {
    const later = {
      id: 'later',
      title: null,
      after: new Date('2026-09-22T08:00:00Z'),
      before: addDays(monday, 40),
    };
    expect(ask([{ ...at('2026-09-08'), movable: later }]).displaces?.plan.dueAt).toEqual(
      new Date('2026-09-22T11:45:00Z'),
    );
  });

  it('a request among colleagues neither fills a week nor gives way', () => {
    const request = waiting('2026-09-08', addDays(monday, 14), { slot: 100 });
    expect(ask([request])).toMatchObject({ slot: 1, reason: null });
  });

  it('a month that has asked enough is not helped by it', () => {
    const full = [
      waiting('2026-09-08', addDays(monday, 60), { seconds: 10 }),
      { ...at('2026-09-01'), seconds: 170 },
    ];
    expect(ask(full, { seconds: 30 })).toEqual({ noRoom: 'weekly_limit' });
  });

  it('what the bot asks by itself displaces nothing', () =>
    expect(
      planPrompt(
        {
          seconds: 30,
          person: defaultAvailability,
          reservations: [waiting('2026-09-08', addDays(monday, 14))],
          before: soon,
        },
        settings,
        monday,
      ),
    ).toEqual({
      noRoom: 'weekly_limit',
    }));
});

it('a limit that was lowered counts every place of the week', () =>
  expect(plan([{ ...at('2026-09-09'), slot: 2 }])).toMatchObject({
    week: '2026-09-14',
    reason: 'weekly_limit',
  }));

describe('budgets hold whatever comes', () => {
  const prompts = fc.array(
    fc.record({
      seconds: fc.integer({ min: 5, max: 90 }),
      afterDays: fc.integer({ min: 0, max: 9 }),
    }),
    {
      minLength: 1,
      maxLength: 25,
    },
  );
  const limits = fc.record({
    weekly_prompts: fc.integer({ min: 1, max: 3 }),
    monthly_seconds: fc.integer({ min: 90, max: 300 }),
  });

  it(
    'no sequence of prompts exceeds a week’s prompts or a month’s seconds, or takes a place ' +
      'twice',
    () => {
      fc.assert(
        fc.property(prompts, limits, (asked, limit) => {
          const reservations = fillWeeks(asked, { ...settings, ...limit });
          const perWeek = Map.groupBy(reservations, ({ dueAt }) => weekOf(dueAt));
          const perMonth = Map.groupBy(reservations, ({ dueAt }) => londonMonth(dueAt));
          for (const week of perWeek.values()) {
            expect(week.length).toBeLessThanOrEqual(limit.weekly_prompts);
            expect(new Set(week.map(({ slot: place }) => place)).size).toBe(week.length);
          }
          for (const month of perMonth.values())
            expect(month.reduce((sum, { seconds }) => sum + seconds, 0)).toBeLessThanOrEqual(
              limit.monthly_seconds,
            );
        }),
      );
    },
  );

  const fillWeeks = (
    asked: readonly { seconds: number; afterDays: number }[],
    limits: typeof settings,
  ) => {
    const reservations: Reservation[] = [];
    let now = monday;
    for (const { seconds, afterDays } of asked) {
      now = addDays(now, afterDays);
      const planned = planPrompt(
        { seconds, reservations, person: defaultAvailability, before: addDays(now, 400) },
        limits,
        now,
      );
      if (!('noRoom' in planned))
        reservations.push({ dueAt: planned.dueAt, slot: planned.slot, seconds });
    }
    return reservations;
  };

  it('the day that is planned is never earlier than the day of asking', () => {
    fc.assert(
      fc.property(
        fc.date({ min: monday, max: addDays(monday, 700), noInvalidDate: true }),
        (now) => {
          const planned = planPrompt(
            {
              seconds: 30,
              reservations: [],
              person: defaultAvailability,
              before: addDays(now, 60),
            },
            settings,
            now,
          ) as Plan;
          expect(londonDay(planned.dueAt) >= londonDay(now)).toBe(true);
        },
      ),
    );
  });
});
