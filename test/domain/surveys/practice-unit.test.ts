import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Audience } from '../../../src/domain/surveys/audience.ts';
import {
  asPractices,
  describeReached,
  describeUnit,
  recipients,
  toRecipients,
} from '../../../src/domain/surveys/practice-unit.ts';
import {
  abbey,
  haddad,
  harbour,
  holding,
  monday,
  morgan,
  osei,
  person,
  practice,
  practiceLead,
  register,
  riverside,
} from '../../world.ts';

const at = (code: string) => ({ practiceCode: code });
const everyone: Audience = { kind: 'everyone' };
const price = person('Dr Bethan Price', [harbour]);
const audienceData = (changes: Parameters<typeof register>[0]) => ({
  register: register({ members: [osei, morgan, haddad, price], ...changes }),
  rounds: [],
});
const led = audienceData({
  holdings: [
    holding(practiceLead, osei, 1, at(riverside.code)),
    holding(practiceLead, morgan, 2, at(riverside.code)),
    holding(practiceLead, haddad, 1, { ...at(abbey.code), confirmed: false }),
  ],
});

describe('a survey that practices answer', () => {
  it('asks the confirmed leads, each for their practice', () => {
    const { people, practiceOf } = recipients(everyone, 'practice', led);
    expect(people).toEqual([osei, morgan]);
    expect([...practiceOf.values()]).toEqual([riverside.code, riverside.code]);
  });

  it(
    'a seat to be confirmed gives no vote: the practice has no lead to ask, and the asker ' +
      'hears it',
    () => {
      const whom = recipients(everyone, 'practice', led);
      expect(whom.withoutLead).toEqual([abbey, harbour]);
      expect(describeUnit(whom)).toEqual([
        'One lead’s answer is enough for the practice.',
        '2 practices have no lead to ask.',
      ]);
    },
  );

  it('of a locality or of one practice, only theirs count', () => {
    expect(
      recipients({ kind: 'locality', locality: 'Harbourside' }, 'practice', led),
    ).toMatchObject({
      people: [],
      withoutLead: [harbour],
    });
    expect(
      recipients({ ...everyone, practiceCode: riverside.code }, 'practice', led),
    ).toMatchObject({
      people: [osei, morgan],
      withoutLead: [],
    });
  });

  it('whoever stands in for a lead answers for the practice', () => {
    const covers = [{ id: 'cover', personId: osei.id, deputy: price, until: monday }];
    const alone = audienceData({
      covers,
      holdings: [holding(practiceLead, osei, 1, at(riverside.code))],
    });
    expect(recipients(everyone, 'practice', alone)).toMatchObject({
      people: [price],
      practiceOf: new Map([[price.id, riverside.code]]),
    });
  });

  it('somebody who leads two practices speaks for the one that has nobody else', () => {
    const both = person('Dr Marcus Webb', [riverside, harbour]);
    const shared = audienceData({
      members: [osei, both],
      holdings: [
        holding(practiceLead, osei, 1, at(riverside.code)),
        holding(practiceLead, both, 2, at(riverside.code)),
        holding(practiceLead, both, 1, at(harbour.code)),
      ],
    });
    const whom = recipients(everyone, 'practice', shared);
    expect(whom.practiceOf.get(both.id)).toBe(harbour.code);
    expect(whom.withoutLead).toEqual([abbey]);
  });

  it('where each person answers, nobody answers for a practice', () => {
    const whom = recipients(everyone, 'person', led);
    expect(whom.people).toHaveLength(4);
    expect(toRecipients(whom.people, 30, whom)[0]).toEqual({ personId: osei.id, seconds: 30 });
    expect(describeUnit(whom)).toEqual([]);
  });

  it('asks every confirmed lead once, and loses no practice, whoever leads what', () => {
    const practices = Array.from({ length: 6 }, (_, index) =>
      practice(`Y${index}`, `Practice ${index}`),
    );
    const seat = fc.record({ who: fc.nat(5), where: fc.nat(5), confirmed: fc.boolean() });
    fc.assert(
      fc.property(
        fc.uniqueArray(seat, { selector: ({ who, where }) => `${who} ${where}`, maxLength: 12 }),
        (seats) => {
          const members = Array.from({ length: 6 }, (_, index) =>
            person(`Lead ${index}`, practices),
          );
          const holdings = seats.flatMap(({ who, where, confirmed }, index) => {
            const [member, place] = [members[who], practices[where]];
            return member && place
              ? [holding(practiceLead, member, index, { ...at(place.code), confirmed })]
              : [];
          });
          const whom = recipients(
            everyone,
            'practice',
            audienceData({ members, practices, holdings }),
          );
          const asks = toRecipients(whom.people, 30, whom);
          expect(new Set(asks.map(({ personId }) => personId)).size).toBe(asks.length);
          for (const { personId, practiceCode } of asks)
            expect(holdings).toContainEqual(
              expect.objectContaining({
                practiceCode,
                confirmed: true,
                person: expect.objectContaining({ id: personId }),
              }),
            );
          const spoken = new Set(asks.map(({ practiceCode }) => practiceCode));
          expect(spoken.size + whom.withoutLead.length).toBe(practices.length);
          const confirmed = new Set(
            holdings.filter((each) => each.confirmed).map((each) => each.person.id),
          );
          expect(new Set(asks.map(({ personId }) => personId))).toEqual(confirmed);
        },
      ),
    );
  });
});

describe('taking part, where practices answer', () => {
  const reply = (practiceCode: string, outcome: string) => ({ practiceCode, outcome });
  it(
    'counts practices: answered by one lead is answered; not now of one while the other is ' +
      'waiting is waiting',
    () =>
      expect(
        asPractices([
          reply('A', 'spoken_for'),
          reply('A', 'answered'),
          reply('B', 'not_now'),
          reply('B', 'waiting'),
          reply('C', 'not_now'),
        ]).map(({ outcome }) => outcome),
      ).toEqual(['answered', 'waiting', 'not_now']),
  );

  it('is said of practices, or of people', () => {
    expect(describeReached({ unit: 'practice', turnout: [1, 2] })).toBe('2 practices');
    expect(describeReached({ unit: 'person', turnout: [1] })).toBe('1 person');
  });
});
