import { describe, expect, it } from 'vitest';
import { type Audience, audienceSchema, peopleIn } from '../../../src/domain/surveys/audience.ts';
import {
  audienceFor,
  audienceKey,
  audienceName,
  audiences,
} from '../../../src/domain/surveys/audience-names.ts';
import {
  abbey,
  diabetesLead,
  haddad,
  harbour,
  holding,
  monday,
  morgan,
  osei,
  person,
  practiceLead,
  register,
  riverside,
  settings,
} from '../../world.ts';

const price = person('Bethan Price', [harbour], { profession: 'nurse' });
const ROUND = '0b5b2f0e-5f0e-4d43-9d1c-0a2f6f3f7a10';
const audienceData = {
  register: register({
    members: [osei, morgan, haddad, price],
    holdings: [
      holding(practiceLead, osei, 1, { practiceCode: riverside.code }),
      holding(diabetesLead, haddad, 1),
    ],
  }),
  rounds: [{ id: ROUND, title: 'How are we doing?', silent: new Set([morgan.id, price.id]) }],
};
const names = (key: string, practiceCode?: string) => {
  const audience = audienceFor(key, audienceData, settings);
  return audience && peopleIn({ ...audience, practiceCode }, audienceData).map(({ name }) => name);
};

describe('audiences', () => {
  it('everyone, a profession, a level, a role and a locality are each who they say', () => {
    expect(names('everyone')).toHaveLength(4);
    expect(names('profession:gp')).toEqual(['Dr Amara Osei', 'Dr Leila Haddad', 'Dr Rhys Morgan']);
    expect(names('profession:nurse')).toEqual(['Bethan Price']);
    expect(names('level:practice_lead')).toEqual(['Dr Amara Osei']);
    expect(names('role:area_lead:diabetes')).toEqual(['Dr Leila Haddad']);
    expect(names('locality:Harbourside')).toEqual(['Bethan Price']);
  });

  it('the people of practices where nobody sits in a lead’s seat', () =>
    expect(names('without_lead')).toEqual(['Bethan Price', 'Dr Leila Haddad']));

  it('those a round has reached and who have not replied', () =>
    expect(names(`silent:${ROUND}`)).toEqual(['Bethan Price', 'Dr Rhys Morgan']));

  it('nobody, where the round is not known', () =>
    expect(peopleIn({ kind: 'silent', roundId: ROUND }, { ...audienceData, rounds: [] })).toEqual(
      [],
    ));

  it('of any group, those of one practice only', () => {
    expect(names('everyone', riverside.code)).toEqual(['Dr Amara Osei', 'Dr Rhys Morgan']);
    expect(names('profession:nurse', riverside.code)).toEqual([]);
    expect(names(`silent:${ROUND}`, riverside.code)).toEqual(['Dr Rhys Morgan']);
  });

  it('what a role is asked goes to whoever stands in; whom it is asked for decides the practice', () => {
    const covers = [{ id: 'cover', personId: osei.id, deputy: haddad, until: monday }];
    const away = { ...audienceData, register: { ...audienceData.register, covers } };
    const lead: Audience = { kind: 'level', level: 'practice_lead' };
    expect(peopleIn(lead, away)).toEqual([haddad]);
    expect(peopleIn({ ...lead, practiceCode: riverside.code }, away)).toEqual([haddad]);
    expect(peopleIn({ kind: 'profession', profession: 'gp' }, away)).toContain(osei);
  });

  it('a group that is not offered is nobody’s', () =>
    expect(names('locality:Elsewhere')).toBeUndefined());

  it('a profession that nobody has, and a round to which everyone has replied, are not offered', () => {
    const all = {
      ...audienceData,
      rounds: [{ id: ROUND, title: 'Done', silent: new Set<string>() }],
    };
    const keys = audiences(all, settings).map(({ audience }) => audienceKey(audience));
    expect(keys.filter((key) => /^(silent|profession:pharmacist)/.test(key))).toEqual([]);
  });

  it(
    'every audience that is offered can be chosen, is named once, can be kept, and its key ' +
      'fits Slack’s 75 characters',
    () => {
      const offered = audiences(audienceData, settings);
      for (const { audience } of offered) {
        expect(audienceFor(audienceKey(audience), audienceData, settings)).toEqual(audience);
        expect(audienceSchema.parse(JSON.parse(JSON.stringify(audience)))).toEqual(audience);
        expect(audienceKey(audience).length).toBeLessThanOrEqual(75);
      }
      expect(new Set(offered.map(({ name }) => name)).size).toBe(offered.length);
    },
  );

  it.each<[Audience, string]>([
    [{ kind: 'everyone' }, 'Everyone'],
    [{ kind: 'profession', profession: 'nurse' }, 'All nurses'],
    [{ kind: 'level', level: 'leadership' }, 'Everyone in the leadership'],
    [{ kind: 'locality', locality: 'Harbourside' }, 'Locality: Harbourside'],
    [{ kind: 'without_lead' }, 'Practices without a practice lead'],
    [{ kind: 'silent', roundId: ROUND }, 'No reply yet to: How are we doing?'],
    [
      { kind: 'profession', profession: 'gp', practiceCode: abbey.code },
      'All GPs, only at Abbey Medical Centre',
    ],
  ])('%o is called “%s”', (audience, name) =>
    expect(audienceName(audience, audienceData, settings)).toBe(name),
  );
});
