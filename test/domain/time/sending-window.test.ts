import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bankHolidays } from '../../../src/domain/time/bank-holidays.ts';
import {
  type Availability,
  canPrompt,
  canWriteAsColleague,
  defaultAvailability,
} from '../../../src/domain/time/sending-window.ts';
import { ownTimes } from '../../support/availabilities.ts';
import { firstAllowed, isAllowed } from '../../support/slow-calendar.ts';
import { settings } from '../../world.ts';

const day = (text: string) => new Date(`${text}T00:00:00Z`);
const at = (
  time: string,
  person: Partial<Availability> = {},
  more: Partial<typeof settings> = {},
) => {
  const {
    now,
    at: moment,
    because,
  } = canPrompt({ ...defaultAvailability, ...person }, { ...settings, ...more }, new Date(time));
  return [now ? 'now' : moment.toISOString().slice(0, 16), because];
};
const passOn = (
  time: string,
  person: Partial<Availability> = {},
  more: Partial<typeof settings> = {},
) => {
  const {
    now,
    at: moment,
    because,
  } = canWriteAsColleague(
    { ...defaultAvailability, ...person },
    { ...settings, ...more },
    new Date(time),
  );
  return [now ? 'now' : moment.toISOString().slice(0, 16), because];
};

describe('what the bot asks, to anybody', () => {
  it.each([
    ['inside the window, now', '2026-09-08T12:00:00Z', 'now'],
    ['at a quarter to one exactly, now', '2026-09-08T11:45:00Z', 'now'],
    [
      'at two o’clock on a Friday, not any more: on Monday',
      '2026-09-11T13:00:00Z',
      '2026-09-14T11:45',
    ],
    ['a minute before two on a Friday, still', '2026-09-11T12:59:59Z', 'now'],
    [
      'on the last Sunday of March, when the clocks go forward: after Easter, in summer time',
      '2027-03-28T00:59:00Z',
      '2027-03-30T11:45',
    ],
    [
      'on the last Sunday of October, when an hour comes twice: on Monday, in winter time',
      '2026-10-25T01:30:00Z',
      '2026-10-26T12:45',
    ],
    [
      'on the Friday before the clocks go back, at 12:45 of summer time',
      '2026-10-23T08:00:00Z',
      '2026-10-23T11:45',
    ],
    ['on Good Friday, on the Tuesday after Easter', '2027-03-26T12:50:00Z', '2027-03-30T11:45'],
    ['on Christmas Day, after Boxing Day’s substitute', '2026-12-25T12:50:00Z', '2026-12-29T12:45'],
    [
      'on the substitute of Boxing Day itself, the day after',
      '2026-12-28T12:50:00Z',
      '2026-12-29T12:45',
    ],
    [
      'on the substitute of New Year’s Day, the day after',
      '2028-01-03T12:50:00Z',
      '2028-01-04T12:45',
    ],
    ['on 31 December, until two', '2026-12-31T13:59:00Z', 'now'],
    [
      'on 31 December at two, in the new year, after its holiday and a weekend',
      '2026-12-31T14:00:00Z',
      '2027-01-04T12:45',
    ],
  ])('%s', (_, time, expected) => expect(at(time)).toEqual([expected, null]));

  it('a day the CCG has named is passed over', () =>
    expect(at('2026-09-08T12:00:00Z', {}, { extra_holidays: ['2026-09-08'] })).toEqual([
      '2026-09-09T11:45',
      null,
    ]));

  it(
    'on a protected learning afternoon nothing goes out from noon, and before noon what the ' +
      'window allows',
    () => {
      const learning = { learning_afternoons: ['2026-09-08'] };
      expect(at('2026-09-08T08:00:00Z', {}, learning)).toEqual(['2026-09-09T11:45', null]);
      const allDay = { ...learning, window_start: '09:00', window_end: '17:00' };
      expect(at('2026-09-08T10:59:00Z', {}, allDay)).toEqual(['now', null]);
      expect(at('2026-09-08T11:00:00Z', {}, allDay)).toEqual(['2026-09-09T08:00', null]);
    },
  );
});

describe('what the bot asks, to somebody with days of their own', () => {
  it(
    'who works on Wednesdays and Fridays is written to on Wednesday, and it says that it is ' +
      'for them',
    () =>
      expect(at('2026-09-07T12:00:00Z', { workingDays: [3, 5] })).toEqual([
        '2026-09-09T11:45',
        'away',
      ]),
  );

  it('on one of their days nothing is different', () =>
    expect(at('2026-09-09T12:00:00Z', { workingDays: [3, 5] })).toEqual(['now', null]));

  it('who is away is written to on the first day after, which both days given are not', () => {
    const away = { awayFrom: day('2026-09-07'), awayUntil: day('2026-09-09') };
    expect(at('2026-09-07T12:00:00Z', away)).toEqual(['2026-09-10T11:45', 'away']);
    expect(at('2026-09-09T12:59:00Z', away)).toEqual(['2026-09-10T11:45', 'away']);
    expect(at('2026-09-04T12:00:00Z', away)).toEqual(['now', null]);
  });

  it('who asked for quiet is written to after it, on one of their days', () =>
    expect(
      at('2026-09-07T12:00:00Z', {
        quietUntil: new Date('2026-09-14T12:00:00Z'),
        workingDays: [2],
      }),
    ).toEqual(['2026-09-15T11:45', 'quiet']));

  it('who has named no day is written to on any', () =>
    expect(at('2026-09-07T12:00:00Z', { workingDays: [] })).toEqual(['now', null]));
});

describe('what colleagues ask', () => {
  it('goes in core hours, from eight until half past six', () => {
    expect(passOn('2026-09-07T07:00:00Z')).toEqual(['now', null]);
    expect(passOn('2026-09-07T17:29:00Z')).toEqual(['now', null]);
    expect(passOn('2026-09-07T17:30:00Z')).toEqual(['2026-09-08T07:00', null]);
    expect(passOn('2026-10-25T10:00:00Z')).toEqual(['2026-10-26T08:00', null]);
  });

  it(
    'waits for one of their days, for the end of a time away, and for the morning after a ' +
      'learning afternoon',
    () => {
      expect(passOn('2026-09-07T09:00:00Z', { workingDays: [2] })).toEqual([
        '2026-09-08T07:00',
        'away',
      ]);
      const away = { awayFrom: day('2026-09-07'), awayUntil: day('2026-09-11') };
      expect(passOn('2026-09-08T09:00:00Z', away)).toEqual(['2026-09-14T07:00', 'away']);
      expect(passOn('2026-09-08T11:30:00Z', {}, { learning_afternoons: ['2026-09-08'] })).toEqual([
        '2026-09-09T07:00',
        null,
      ]);
    },
  );
});

describe('the calendar written a second time', () => {
  it('knows the same bank holidays by their rules as those that are bundled', () => {
    const years = Array.from(
      { length: 365 * 4 + 1 },
      (_, index) => new Date(Date.UTC(2025, 0, 1 + index, 12)),
    );
    const rules = { ...settings, window_start: '00:00', window_end: '23:59' };
    const closed = years.filter(
      (noon) =>
        ![0, 6].includes(noon.getUTCDay()) &&
        !isAllowed(defaultAvailability, rules, 'prompt', noon),
    );
    expect(closed.map((noon) => noon.toISOString().slice(0, 10))).toEqual([...bankHolidays].sort());
  });

  it('finds the same first moment for every person, every setting and every moment', () => {
    const moments = fc.date({
      min: new Date('2025-01-01'),
      max: new Date('2028-06-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moments, ownTimes, openTimes, fc.boolean(), (from, made, times, isRequest) => {
        const [person, rules] = [made(from), times(from)];
        const found = isRequest
          ? canWriteAsColleague(person, rules, from)
          : canPrompt(person, rules, from);
        const expected = firstAllowed(person, rules, isRequest ? 'request' : 'prompt', from);
        expect(found.at.toISOString()).toBe(expected.toISOString());
        expect(found.now).toBe(isAllowed(person, rules, isRequest ? 'request' : 'prompt', from));
      }),
    );
  });
});

const windows = fc.constantFrom(
  ['12:45', '14:00'],
  ['09:00', '17:00'],
  ['11:30', '12:30'],
  ['12:00', '12:15'],
);

/** Windows, days of the CCG's own and learning afternoons in the weeks after a moment. */
const openTimes = fc
  .tuple(
    windows,
    fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 6 }),
    fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 6 }),
  )
  .map(([[window_start = '', window_end = ''], holidays, afternoons]) => (from: Date) => {
    const days = (ahead: readonly number[]) =>
      ahead.map((days) => new Date(from.getTime() + days * 86_400_000).toISOString().slice(0, 10));
    return {
      ...settings,
      window_start,
      window_end,
      extra_holidays: days(holidays),
      learning_afternoons: days(afternoons),
    };
  });
