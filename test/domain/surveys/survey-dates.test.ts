import { describe, expect, it } from 'vitest';
import type { RefusalCode } from '../../../src/domain/refusal.ts';
import { closingOf, openingOf, readDates } from '../../../src/domain/surveys/survey-dates.ts';
import { addDays } from '../../../src/domain/time/calendar.ts';
import { monday, settings } from '../../world.ts';

const read = (
  opens: string | null,
  closes: string | null,
  repeat: 'once' | 'monthly' = 'once',
  now = monday,
) => readDates({ opens, closes, repeat }, settings, now);
const refusal = (field: 'opens' | 'closes', code: RefusalCode, words = '') => ({
  field,
  code,
  refused: expect.stringContaining(words),
});

describe('when a survey opens and closes', () => {
  it('with nothing chosen now, for two weeks', () =>
    expect(read(null, null)).toEqual({ opensAt: monday, isNow: true, days: 14 }));

  it('today is now', () =>
    expect(read('2026-09-07', null)).toMatchObject({ opensAt: monday, isNow: true }));

  it('on a day to come when practices open, in London time', () => {
    expect(read('2026-09-14', '2026-09-18')).toEqual({
      opensAt: new Date('2026-09-14T07:00:00Z'),
      isNow: false,
      days: 4,
    });
    expect(read('2026-12-07', null)).toMatchObject({ opensAt: new Date('2026-12-07T08:00:00Z') });
  });

  it('it closes at the end of the day that was chosen, also where the clocks change before', () => {
    const { opensAt } = openingOf('2026-10-19', monday);
    expect(closingOf(opensAt, 14)).toEqual(new Date('2026-11-02T18:00:00Z'));
  });

  it('two weeks that would end on a bank holiday end a working day later', () =>
    expect(read(null, null, 'once', new Date('2026-12-14T09:00:00Z'))).toMatchObject({ days: 15 }));

  it.each([
    ['an opening in the past', read('2026-09-04', null), refusal('opens', 'day_passed')],
    [
      'an opening more than a year ahead',
      read('2027-09-08', null),
      refusal('opens', 'too_far_ahead'),
    ],
    ['a closing in the past', read(null, '2026-09-04'), refusal('closes', 'day_passed')],
    [
      'a closing before the opening',
      read('2026-09-14', '2026-09-11'),
      refusal('closes', 'closes_before_opening', 'on Monday 14 September'),
    ],
    [
      'a closing on the day of opening',
      read(null, '2026-09-07'),
      refusal('closes', 'closes_before_opening'),
    ],
    ['a survey of three months', read(null, '2026-12-07'), refusal('closes', 'closes_too_late')],
    [
      'a monthly one that would still be open at the next',
      read(null, '2026-10-07', 'monthly'),
      refusal('closes', 'overlaps_next', 'Wednesday 7 October'),
    ],
    ['a weekend', read('2026-09-12', '2026-09-13'), refusal('closes', 'closes_before_sending')],
    [
      'the days of Christmas',
      read('2026-12-25', '2026-12-28'),
      refusal('closes', 'closes_before_sending'),
    ],
  ])('%s is refused beside its field', (_, found, expected) => expect(found).toEqual(expected));

  it('a week that is all the CCG’s own days is refused', () => {
    const days = [0, 1, 2, 3, 4].map((day) => `2026-09-${14 + day}`);
    const given = { opens: '2026-09-14', closes: '2026-09-18', repeat: 'once' as const };
    expect(readDates(given, { ...settings, extra_holidays: days }, monday)).toEqual(
      refusal('closes', 'closes_before_sending'),
    );
    expect(
      readDates(given, { ...settings, extra_holidays: days.slice(1) }, monday),
    ).not.toHaveProperty('refused');
  });

  it('an opening whose day has come in between is now', () =>
    expect(openingOf('2026-09-07', addDays(monday, 1))).toEqual({
      opensAt: addDays(monday, 1),
      isNow: true,
    }));
});
