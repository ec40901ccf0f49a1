import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  daysToDoIt,
  doneByDay,
  firstSending,
  isForLater,
  refuseDays,
} from '../../../src/domain/sending/reminder-days.ts';
import { countDone, lastMoment, mayBeNamed } from '../../../src/domain/sending/reminders.ts';
import {
  planSnooze,
  type SnoozeChoice,
  snoozeChoices,
  snoozeChoicesBefore,
} from '../../../src/domain/sending/snooze.ts';
import { addDays, endOfDay, isWorkingDay, londonDay } from '../../../src/domain/time/calendar.ts';
import { defaultAvailability, nextSendingTime } from '../../../src/domain/time/sending-window.ts';
import { monday, person, practice, register, settings } from '../../world.ts';

const friday = new Date('2026-09-11T12:00:00Z');

describe('“Not now” that becomes later', () => {
  const plan = (later: SnoozeChoice, now: Date, before = addDays(now, 28)) =>
    planSnooze(settings, later, before, now)(defaultAvailability, []);

  it('tomorrow is the next day, when the window opens', () =>
    expect(plan('tomorrow', new Date('2026-09-07T12:00:00Z'))).toMatchObject({
      dueAt: new Date('2026-09-08T11:45:00Z'),
    }));

  it('tomorrow after a Friday is Monday', () =>
    expect(plan('tomorrow', friday)).toMatchObject({ dueAt: new Date('2026-09-14T11:45:00Z') }));

  it('next week is the same day of the week', () =>
    expect(plan('next_week', friday)).toMatchObject({ dueAt: new Date('2026-09-18T11:45:00Z') }));

  it('takes a place out of the way of the weekly ones, also a second time in a week', () => {
    expect(plan('tomorrow', monday)).toMatchObject({ slot: 100 });
    const reservations = [{ dueAt: monday, slot: 100, seconds: 10 }];
    expect(
      planSnooze(settings, 'tomorrow', friday, monday)(defaultAvailability, reservations),
    ).toMatchObject({ slot: 101 });
  });

  it('waits for the end of quiet time', () =>
    expect(
      planSnooze(
        settings,
        'tomorrow',
        addDays(monday, 28),
        monday,
      )({ ...defaultAvailability, quietUntil: addDays(monday, 7) }, []),
    ).toMatchObject({
      dueAt: new Date('2026-09-14T11:45:00Z'),
    }));

  it('is not offered, nor planned, where it would come after the day it is to be done by', () => {
    const thursday = endOfDay('2026-09-10');
    expect(snoozeChoicesBefore(thursday, settings, monday)).toEqual(['tomorrow']);
    expect(plan('next_week', monday, thursday)).toEqual({ noRoom: 'outside_window' });
  });

  it('always comes on a later working day, inside the window and in time', () =>
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2026-01-01'), max: new Date('2028-12-31'), noInvalidDate: true }),
        fc.constantFrom(...(Object.keys(snoozeChoices) as SnoozeChoice[])),
        fc.integer({ min: 0, max: 40 }),
        (now, later, days) => {
          const before = addDays(now, days);
          const planned = plan(later, now, before);
          expect('dueAt' in planned).toBe(
            snoozeChoicesBefore(before, settings, now).includes(later),
          );
          if (!('dueAt' in planned)) return;
          expect(londonDay(planned.dueAt) > londonDay(now)).toBe(true);
          expect(isWorkingDay(londonDay(planned.dueAt))).toBe(true);
          expect(nextSendingTime(planned.dueAt, settings)).toEqual(planned.dueAt);
          expect(planned.dueAt < before).toBe(true);
        },
      ),
    ));
});

describe('the days of a reminder', () => {
  const refusal = (when: string | null, by: string | null) =>
    refuseDays({ when, by, repeat: 'once' }, settings, monday)?.field;

  it('need not be given', () => expect(refusal(null, null)).toBeUndefined());
  it('a day that has passed is refused', () => expect(refusal('2026-09-06', null)).toBe('when'));
  it('a day to be done by before it is sent is refused', () =>
    expect(refusal('2026-09-10', '2026-09-09')).toBe('by'));
  it('a day to be done by before anyone may be written to is refused', () => {
    expect(refusal('2026-09-12', '2026-09-13')).toBe('by');
    expect(refusal('2026-09-12', '2026-09-14')).toBeUndefined();
  });
  it('a day too far ahead to be remembered is refused', () =>
    expect(refusal(null, '2026-12-01')).toBe('by'));
  it('what is sent today is sent now, and the end of its day is when it is to be done by', () => {
    expect(isForLater({ when: '2026-09-07', by: null, repeat: 'once' }, monday)).toBe(false);
    expect(firstSending({ when: '2026-09-07' }, monday)).toEqual(monday);
    const days = daysToDoIt({ when: null, by: '2026-09-11', repeat: 'once' }, monday);
    expect(doneByDay(days, monday)).toEqual(new Date('2026-09-11T22:59:00Z'));
  });
  it('what repeats, or is for another day, is kept', () => {
    expect(isForLater({ when: null, by: null, repeat: 'monthly' }, monday)).toBe(true);
    expect(isForLater({ when: '2026-09-08', by: null, repeat: 'once' }, monday)).toBe(true);
    expect(firstSending({ when: '2026-09-08' }, monday)).toEqual(new Date('2026-09-07T23:00:00Z'));
  });
  it('without a day to be done by it has four weeks to find room', () =>
    expect(lastMoment(null, monday)).toEqual(addDays(monday, 28)));
  it('names are for levels and roles only', () => {
    expect(mayBeNamed({ kind: 'level', level: 'practice_lead' })).toBe(true);
    expect(mayBeNamed({ kind: 'role', roleKey: 'area_lead:diabetes' })).toBe(true);
    expect(mayBeNamed({ kind: 'everyone' })).toBe(false);
    expect(mayBeNamed({ kind: 'silent', roundId: 'any' })).toBe(false);
  });
});

describe('how many have done it', () => {
  const twoCcgs = (name: string, practices: number) =>
    Array.from({ length: practices }, (_, index) =>
      practice(`${name}${index}`, `${name} ${index}`, name),
    );
  const places = [...twoCcgs('Coast', 3), ...twoCcgs('Wold', 3), ...twoCcgs('Isle', 3)];
  const crowd = (name: string, number: number) =>
    Array.from({ length: number }, (_, index) =>
      person(
        `${name} ${index}`,
        places.filter((each) => each.name === `${name} 0`),
      ),
    );
  const count = (coast: number, wold: number, isle: number, done = 2) => {
    const members = [...crowd('Coast', coast), ...crowd('Wold', wold), ...crowd('Isle', isle)];
    const reached = members.map(({ id }, index) => ({
      personId: id,
      outcome: index < done ? 'done' : 'not_now',
    }));
    return countDone(reached, register({ practices: places, members }), settings);
  };

  it('is said by locality, alphabetical', () =>
    expect(count(6, 5, 5, 7)).toEqual([
      { name: 'Coast', done: 6, reached: 6 },
      { name: 'Isle', done: 0, reached: 5 },
      { name: 'Wold', done: 1, reached: 5 },
    ]));

  it('people of a locality with too few practices are not told apart', () => {
    const members = [
      ...crowd('Coast', 6),
      ...Array.from({ length: 6 }, (_, index) => person(`Rock ${index}`, twoCcgs('Rock', 1))),
    ];
    const reached = members.map(({ id }) => ({ personId: id, outcome: 'done' }));
    const counts = countDone(
      reached,
      register({ practices: [...twoCcgs('Coast', 3), ...twoCcgs('Rock', 1)], members }),
      settings,
    );
    expect(counts).toEqual([{ name: 'All practices', done: 12, reached: 12 }]);
  });

  it('groups of too few people are taken together', () =>
    expect(count(8, 3, 2)).toEqual([
      { name: 'Coast', done: 2, reached: 8 },
      { name: 'Elsewhere', done: 0, reached: 5 },
    ]));

  it('with the next larger one where they would still be too few', () =>
    expect(count(8, 3, 0)).toEqual([{ name: 'Elsewhere', done: 2, reached: 11 }]));

  it('nothing is said where so few were reached that a number would be a name', () =>
    expect(count(4, 0, 0)).toBeUndefined());

  it('no number is ever about fewer than five people, and nobody is lost', () =>
    fc.assert(
      fc.property(fc.nat(12), fc.nat(12), fc.nat(12), fc.nat(36), (coast, wold, isle, done) => {
        const counts = count(coast, wold, isle, done);
        const all = coast + wold + isle;
        expect(counts === undefined).toBe(all < 5);
        if (!counts) return;
        for (const { reached } of counts) expect(reached).toBeGreaterThanOrEqual(5);
        expect(counts.reduce((sum, { reached }) => sum + reached, 0)).toBe(all);
        expect(counts.reduce((sum, each) => sum + each.done, 0)).toBe(Math.min(done, all));
      }),
    ));
});
