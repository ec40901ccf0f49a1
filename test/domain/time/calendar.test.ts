import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bankHolidays } from '../../../src/domain/time/bank-holidays.ts';
import {
  addDays,
  formatMoment,
  isWorkingDay,
  londonDay,
  nextWeek,
  weekOf,
} from '../../../src/domain/time/calendar.ts';
import { nextSendingTime } from '../../../src/domain/time/sending-window.ts';
import { settings } from '../../world.ts';

const next = (from: string, extra: string[] = []) =>
  nextSendingTime(new Date(from), { ...settings, extra_holidays: extra }).toISOString();

describe('the sending window', () => {
  it.each([
    [
      'before the window on a working day, it opens that day',
      '2026-09-07T08:00:00Z',
      '2026-09-07T11:45:00.000Z',
    ],
    ['inside the window, now', '2026-09-07T12:30:00Z', '2026-09-07T12:30:00.000Z'],
    [
      'at the very end of the window, the next day',
      '2026-09-07T13:00:00Z',
      '2026-09-08T11:45:00.000Z',
    ],
    ['on Friday afternoon, on Monday', '2026-09-11T14:00:00Z', '2026-09-14T11:45:00.000Z'],
    [
      'over Christmas, when two holidays and a weekend follow each other',
      '2026-12-24T15:00:00Z',
      '2026-12-29T12:45:00.000Z',
    ],
    ['over Easter', '2027-03-25T15:00:00Z', '2027-03-30T11:45:00.000Z'],
    ['in winter 12:45 in London is 12:45 UTC', '2026-12-01T08:00:00Z', '2026-12-01T12:45:00.000Z'],
    [
      'on the Sunday when clocks go forward, on Monday in summer time',
      '2027-03-28T00:30:00Z',
      '2027-03-30T11:45:00.000Z',
    ],
    [
      'on the Sunday when clocks go back, on Monday in winter time',
      '2026-10-25T00:30:00Z',
      '2026-10-26T12:45:00.000Z',
    ],
  ])('%s', (_, from, expected) => expect(next(from)).toBe(expected));

  it('a day the CCG has named is no sending day', () =>
    expect(next('2026-09-07T08:00:00Z', ['2026-09-07'])).toBe('2026-09-08T11:45:00.000Z'));

  it(
    'for every moment, the next sending time is in the window of a working day and not in the ' +
      'past',
    () => {
      const moments = fc.date({
        min: new Date('2025-01-01'),
        max: new Date('2028-12-20'),
        noInvalidDate: true,
      });
      fc.assert(
        fc.property(moments, (from) => {
          const at = nextSendingTime(from, settings);
          const time = new Intl.DateTimeFormat('en-GB', {
            timeZone: 'Europe/London',
            hour: '2-digit',
            minute: '2-digit',
          }).format(at);
          expect(at >= from).toBe(true);
          expect(isWorkingDay(londonDay(at))).toBe(true);
          expect(time >= '12:45' && time < '14:00').toBe(true);
        }),
      );
    },
  );
});

describe('days and weeks', () => {
  it('a week begins on Monday at midnight in London', () => {
    expect(weekOf(new Date('2026-09-06T22:59:00Z'))).toBe('2026-08-31');
    expect(weekOf(new Date('2026-09-06T23:00:00Z'))).toBe('2026-09-07');
    expect(nextWeek(new Date('2026-10-24T12:00:00Z')).toISOString()).toBe(
      '2026-10-26T00:00:00.000Z',
    );
  });

  it('adding days keeps the time of day when the clocks change', () =>
    expect(addDays(new Date('2026-10-24T11:45:00Z'), 2).toISOString()).toBe(
      '2026-10-26T12:45:00.000Z',
    ));

  it('a moment is said as people say it', () => {
    expect(formatMoment(new Date('2026-12-15T12:45:00Z'), new Date('2026-12-01'))).toBe(
      'Tuesday 15 December at 12:45',
    );
    expect(formatMoment(new Date('2027-01-05T12:45:00Z'), new Date('2026-12-01'))).toBe(
      'Tuesday 5 January 2027 at 12:45',
    );
    expect(formatMoment(new Date('2026-12-01T12:45:00Z'), new Date('2026-12-01T08:00:00Z'))).toBe(
      'today at 12:45',
    );
  });
});

describe('bank holidays', () => {
  const folder = process.env['REAL_DATA'];
  it.skipIf(!folder)(
    'the bundled ones are those that gov.uk publishes (left out where REAL_DATA names no folder)',
    () => {
      const published = JSON.parse(
        readFileSync(`${folder}/bank-holidays-england-and-wales.json`, 'utf8'),
      ) as {
        'england-and-wales': { events: { date: string }[] };
      };
      const dates = published['england-and-wales'].events
        .map(({ date }) => date)
        .filter((date) => date >= '2025');
      expect([...bankHolidays].sort()).toEqual(dates.sort());
    },
  );
});
