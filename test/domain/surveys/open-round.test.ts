import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../../src/domain/refusal.ts';
import { decideRound, type OpeningFacts } from '../../../src/domain/surveys/open-round.ts';
import { addDays } from '../../../src/domain/time/calendar.ts';
import { asSurvey } from '../../support/samples.ts';
import {
  haddad,
  monday,
  morgan,
  osei,
  person,
  register,
  riverside,
  settings,
} from '../../world.ts';

const crowd = Array.from({ length: 12 }, (_, index) => person(`Dr ${index}`, [riverside]));
const facts = (people = crowd): OpeningFacts => ({
  ...{
    whom: { people, practiceOf: new Map(), withoutLead: [] },
    settings,
    reservations: new Map(),
  },
  register: register({ members: people }),
});
const open = (changes: Parameters<typeof asSurvey>[1], people = crowd) => {
  const opening = decideRound(asSurvey('own', changes), facts(people), monday);
  if (isRefusal(opening)) throw new Error(opening.refused);
  return opening;
};

describe('opening a round', () => {
  it('asks everyone of the audience who can be asked, for as long as its questions take', () =>
    expect(open({}, [osei, { ...morgan, slackId: null }]).asks).toEqual([
      { personId: osei.id, seconds: 20 },
    ]));

  it('closes at the end of its last day', () =>
    expect(open({ days: 7 }).round.closesAt).toEqual(new Date('2026-09-14T17:00:00Z')));

  it('fixes the groups of an anonymous round, and none with names', () => {
    expect(open({ anonymous: true }).round.groups.size).toBe(12);
    expect(open({ anonymous: false }).round.groups.size).toBe(0);
  });

  it.each([
    ['nobody in its audience', asSurvey('own'), [], 'audience_empty'],
    [
      'too few to be anonymous',
      asSurvey('own', { anonymous: true }),
      [osei, morgan, haddad],
      'audience_too_small',
    ],
    [
      'no time to ask anybody',
      asSurvey('own', { days: 1 }),
      [{ ...osei, quietUntil: addDays(monday, 30) }],
      'closes_before_sending',
    ],
  ])('%s is refused', (_, asking, people, code) =>
    expect(decideRound(asking, facts(people), monday)).toMatchObject({ code }),
  );
});
