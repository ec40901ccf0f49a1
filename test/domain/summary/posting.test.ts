import { describe, expect, it } from 'vitest';
import { nextPosting, periodToPost } from '../../../src/domain/summary/posting.ts';
import { settings } from '../../world.ts';

const at = (moment: string) => new Date(moment);
const [monthly, weekly, never] = (['month', 'week', 'never'] as const).map((summary_every) => ({
  ...settings,
  summary_every,
}));

describe('the summary is posted by itself', () => {
  const posted = (given: typeof monthly, moment: string) =>
    given && periodToPost(given, at(moment))?.name;

  it('at the first sending time of the month', () => {
    expect(posted(monthly, '2026-12-01T12:44:00Z')).toBeUndefined();
    expect(posted(monthly, '2026-12-01T12:45:00Z')).toBe('2026-12');
    expect(
      nextPosting({ ...settings, summary_every: 'month' }, at('2026-11-25T15:00:00Z')),
    ).toEqual(at('2026-12-01T12:45:00Z'));
  });

  it('after New Year’s Day and the weekend, for January 2027', () => {
    expect(posted(monthly, '2027-01-01T12:50:00Z')).toBeUndefined();
    expect(posted(monthly, '2027-01-04T12:45:00Z')).toBe('2027-01');
    expect(
      nextPosting({ ...settings, summary_every: 'month' }, at('2026-12-25T09:00:00Z')),
    ).toEqual(at('2027-01-04T12:45:00Z'));
  });

  it('by the clock of London, in summer and in winter', () =>
    expect(
      nextPosting({ ...settings, summary_every: 'month' }, at('2026-09-25T15:00:00Z')),
    ).toEqual(at('2026-10-01T11:45:00Z')));

  it('at the first sending time of the week, on Tuesday after a bank holiday', () => {
    expect(posted(weekly, '2026-11-23T12:45:00Z')).toBe('2026-11-23');
    expect(nextPosting({ ...settings, summary_every: 'week' }, at('2027-05-28T15:00:00Z'))).toEqual(
      at('2027-06-01T11:45:00Z'),
    );
  });

  it('up to a week late for a month, two days late for a week, and then not at all', () => {
    expect(posted(monthly, '2026-12-07T12:50:00Z')).toBe('2026-12');
    expect(posted(monthly, '2026-12-08T12:50:00Z')).toBeUndefined();
    expect(posted(weekly, '2026-11-24T12:50:00Z')).toBe('2026-11-23');
    expect(posted(weekly, '2026-11-25T12:50:00Z')).toBeUndefined();
  });

  it('not at all where the CCG would rather post it by hand', () => {
    expect(posted(never, '2026-12-01T12:45:00Z')).toBeUndefined();
    expect(never && nextPosting(never, at('2026-11-25T15:00:00Z'))).toBeUndefined();
  });
});
