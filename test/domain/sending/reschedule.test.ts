import { describe, expect, it } from 'vitest';
import { canSend, reschedule } from '../../../src/domain/sending/reschedule.ts';
import { addDays } from '../../../src/domain/time/calendar.ts';
import { defaultAvailability } from '../../../src/domain/time/sending-window.ts';
import { monday, settings } from '../../world.ts';

const noon = new Date('2026-09-07T12:00:00Z');
const placed = {
  ...{
    kind: 'invite' as const,
    person: defaultAvailability,
    isNews: false,
    dueAt: noon,
    week: new Date('2026-09-07'),
  },
  before: addDays(monday, 14),
};
type Placed = Parameters<typeof canSend>[0];
const leaves = (change: Partial<Placed> = {}, now = noon) =>
  canSend({ ...placed, ...change }, settings, now);

describe('the last look at the calendar, at the moment a message would leave', () => {
  it('lets it leave in its week, its month and the window', () => expect(leaves()).toBe(true));

  it('keeps back what was placed in another week, or in none', () => {
    expect(leaves({ week: new Date('2026-08-31') })).toBe(false);
    expect(leaves({ week: null })).toBe(false);
  });

  it('keeps back what another month was asked for, so that no month asks too much', () => {
    const thursday = new Date('2026-10-01T12:00:00Z');
    const week = { week: new Date('2026-09-28'), before: addDays(thursday, 14) };
    expect(leaves({ ...week, dueAt: new Date('2026-09-30T12:00:00Z') }, thursday)).toBe(false);
    expect(leaves({ ...week, dueAt: thursday }, thursday)).toBe(true);
  });

  it('keeps back what has lost its point', () => expect(leaves({ before: noon })).toBe(false));

  it('keeps back what comes on a day off, in a time away, in quiet time or after the window', () => {
    expect(leaves({ person: { ...defaultAvailability, workingDays: [2, 3] } })).toBe(false);
    const today = new Date('2026-09-07');
    expect(leaves({ person: { ...defaultAvailability, awayFrom: today, awayUntil: today } })).toBe(
      false,
    );
    expect(leaves({ person: { ...defaultAvailability, quietUntil: addDays(noon, 1) } })).toBe(
      false,
    );
    expect(leaves({}, new Date('2026-09-07T13:00:00Z'))).toBe(false);
  });

  it(
    'lets what colleagues ask leave in core hours, and news of one’s own request in quiet time ' +
      'too',
    () => {
      const morning = new Date('2026-09-07T08:00:00Z');
      expect(leaves({}, morning)).toBe(false);
      expect(leaves({ kind: 'request' }, morning)).toBe(true);
      const quiet = { ...defaultAvailability, quietUntil: addDays(noon, 1) };
      expect(leaves({ kind: 'request', person: quiet }, morning)).toBe(false);
      expect(leaves({ kind: 'request', person: quiet, isNews: true }, morning)).toBe(true);
    },
  );
});

describe('another place for what waits', () => {
  const waiting = {
    ...{
      kind: 'chase' as const,
      person: defaultAvailability,
      isNews: false,
      seconds: 30,
      after: null,
      before: addDays(monday, 14),
    },
    ...{ lighterTouch: false, reservations: [{ dueAt: noon, slot: 1, seconds: 30 }] },
  };
  const place = (change: Partial<Parameters<ReturnType<typeof reschedule>>[0]> = {}) =>
    reschedule(settings, monday)({ ...waiting, ...change });

  it('a chase waits for a week with room', () =>
    expect(place()).toMatchObject({ week: '2026-09-14', reason: 'weekly_limit' }));

  it('a chase is not sent where all their practices have a lighter touch; an invitation is', () => {
    expect(place({ lighterTouch: true })).toEqual({ noRoom: 'lighter_touch' });
    expect(place({ lighterTouch: true, kind: 'invite' })).toMatchObject({ week: '2026-09-14' });
  });

  it('nothing gives way to what is placed again', () => {
    const movable = { id: 'other', title: 'Another', after: null, before: addDays(monday, 60) };
    expect(
      place({ reservations: [{ dueAt: noon, slot: 1, seconds: 30, movable }] }),
    ).not.toHaveProperty('displaces');
  });

  it(
    'a reminder they asked to have again comes beside the weekly limit, not before the day ' +
      'they named',
    () => {
      const after = new Date('2026-09-08T11:45:00Z');
      expect(place({ kind: 'again', after })).toMatchObject({
        dueAt: after,
        slot: 100,
        reason: null,
      });
    },
  );
});
