import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeTimes, nextTime, type Repeat } from '../../../src/domain/sending/series.ts';
import { addDays, addMonths, londonDay } from '../../../src/domain/time/calendar.ts';
import { monday } from '../../world.ts';

const firstAt = new Date('2026-12-07T08:00:00Z');
const next = (repeat: Repeat, sendings = 0, now = firstAt) =>
  nextTime({ repeat, firstAt, sendings }, now);

describe('what is sent again and again', () => {
  it('once is once', () => expect(next('once')).toEqual({ sendings: 1, nextAt: undefined }));

  it.each([
    ['monthly', '2027-01-07'],
    ['quarterly', '2027-03-07'],
    ['yearly', '2027-12-07'],
  ] as const)('%s comes on the same day, at the same time', (repeat, day) =>
    expect(next(repeat)).toEqual({ sendings: 1, nextAt: new Date(`${day}T08:00:00Z`) }),
  );

  it('the last day of a month stays one', () => {
    const last = new Date('2027-01-31T08:00:00Z');
    const days = [0, 1, 2].map(
      (sendings) =>
        nextTime({ repeat: 'monthly', firstAt: last, sendings }, addMonths(last, sendings)).nextAt,
    );
    expect(days.map((day) => day && londonDay(day))).toEqual([
      '2027-02-28',
      '2027-03-31',
      '2027-04-30',
    ]);
  });

  it('eight o’clock stays eight o’clock when the clocks change', () =>
    expect(
      nextTime(
        { repeat: 'monthly', firstAt: new Date('2026-10-07T07:00:00Z'), sendings: 0 },
        monday,
      ).nextAt,
    ).toEqual(new Date('2026-11-07T08:00:00Z')));

  it('times that passed while nobody was there are not made up for one by one', () =>
    expect(next('monthly', 0, new Date('2027-04-20T08:00:00Z'))).toEqual({
      sendings: 5,
      nextAt: new Date('2027-05-07T07:00:00Z'),
    }));

  it('the next time is always to come, and never the one after it', () => {
    fc.assert(
      fc.property(
        fc.date({ min: monday, max: addDays(monday, 800), noInvalidDate: true }),
        fc.constantFrom<Repeat>('monthly', 'quarterly', 'yearly'),
        fc.nat({ max: 900 }),
        (first, repeat, late) => {
          const now = addDays(first, late);
          const { nextAt, sendings } = nextTime({ repeat, firstAt: first, sendings: 0 }, now);
          expect(nextAt && nextAt > now).toBe(true);
          if (sendings > 1)
            expect(
              nextTime({ repeat, firstAt: first, sendings: sendings - 2 }, first).nextAt?.getTime(),
            ).toBeLessThanOrEqual(now.getTime());
        },
      ),
    );
  });
});

describe('said in words', () => {
  it.each([
    ['once', '2026-12-07', 'On Monday 7 December'],
    ['monthly', '2026-12-07', 'Every month on the 7th, from Monday 7 December'],
    ['monthly', '2026-12-01', 'Every month on the 1st, from Tuesday 1 December'],
    [
      'monthly',
      '2026-12-31',
      'Every month on the 31st or the last day before it, from Thursday 31 December',
    ],
    ['quarterly', '2026-12-22', 'Every three months on the 22nd, from Tuesday 22 December'],
    ['yearly', '2027-02-03', 'Every year, from Wednesday 3 February 2027'],
  ] as const)('%s from %s', (repeat, day, words) =>
    expect(describeTimes(repeat, new Date(`${day}T08:00:00Z`), monday)).toBe(words),
  );
});
