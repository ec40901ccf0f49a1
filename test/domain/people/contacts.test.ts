import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describePresence, presenceOf, type Signs } from '../../../src/domain/people/contacts.ts';
import { addDays } from '../../../src/domain/time/calendar.ts';
import { monday } from '../../world.ts';

const ago = (days: number) => addDays(monday, -days);
const signs = (changes: Partial<Signs> = {}): Signs => ({
  knownSince: ago(400),
  replyAt: null,
  roleAt: null,
  contact: null,
  ...changes,
});
const say = (changes: Partial<Signs>) =>
  describePresence(presenceOf(signs(changes), monday), monday);

describe('a practice', () => {
  it('is heard of by its latest sign, whichever it is', () => {
    expect(say({ replyAt: ago(30), roleAt: ago(20) })).toBe(
      'Last: a role taken, kept or given back, Tuesday 18 August',
    );
    expect(say({ replyAt: ago(10), roleAt: ago(20) })).toBe('Last: a reply, Friday 28 August');
    expect(say({ replyAt: ago(10), contact: { kind: 'visit', at: monday } })).toBe(
      'Last: a visit, today',
    );
  });

  it('is quiet in chat after 90 days without a sign, and not a day before', () => {
    expect(say({ replyAt: ago(89) })).toBe('Last: a reply, Wednesday 10 June');
    expect(say({ replyAt: ago(90) })).toBe('Quiet in chat since Tuesday 9 June, after a reply');
  });

  it('is no longer quiet once a lead has noted a meeting, a visit or a call', () =>
    fc.assert(
      fc.property(
        fc.constantFrom('meeting', 'visit', 'call'),
        fc.nat(89),
        fc.nat(900),
        (kind, days, before) => {
          const met = signs({ replyAt: ago(90 + before), contact: { kind, at: ago(days) } });
          expect(presenceOf(met, monday).kind).toBe('heard');
        },
      ),
    ));

  it(
    'is not known, rather than quiet, where it has been on the list for less than 90 days or ' +
      'nobody is on it',
    () => {
      expect(say({ knownSince: ago(89) })).toBe('Nothing known yet');
      expect(say({ knownSince: null })).toBe('Nothing known yet');
      expect(say({ knownSince: ago(90) })).toBe('Quiet in chat since Tuesday 9 June');
    },
  );

  it('that newcomers joined lately is given time, whatever was before', () =>
    expect(say({ knownSince: ago(5), replyAt: ago(200) })).toBe('Nothing known yet'));
});
