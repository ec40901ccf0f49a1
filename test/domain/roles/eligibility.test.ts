import { describe, expect, it } from 'vitest';
import { type Candidate, refuseHolder, startOf } from '../../../src/domain/roles/eligibility.ts';
import { wholeCcg } from '../../../src/domain/roles/roles.ts';
import {
  chair,
  diabetesLead,
  harbour,
  monday,
  nair,
  osei,
  person,
  riverside,
  role,
  settings,
} from '../../world.ts';

const candidate = (changes: Partial<Candidate>): Candidate => ({
  ...{ role: diabetesLead, place: wholeCcg, person: osei, practices: [riverside], holders: [] },
  words: settings,
  ...changes,
});
const nobody = person('Dr Nobody', []);
const newcomer = person('Dr New', [riverside], { confirmed: false });

describe('a role of the whole CCG', () => {
  it('is not for somebody who works at no practice', () =>
    expect(refuseHolder(candidate({ person: nobody, practices: [] }), 'you', monday)).toMatchObject(
      { code: 'not_on_list' },
    ));

  it('is for an engagement lead, who needs no practice', () =>
    expect(
      refuseHolder(
        candidate({ role: { ...diabetesLead, professions: [] }, person: nair, practices: [] }),
        'you',
        monday,
      ),
    ).toBeUndefined());
});

describe('somebody who is to be confirmed', () => {
  it('takes no only seat of the leadership, which nobody else could hold then', () =>
    expect(
      refuseHolder(
        candidate({ role: { ...chair, seats: 1, professions: [] }, person: newcomer }),
        'you',
        monday,
      ),
    ).toMatchObject({ code: 'not_confirmed' }));

  it('may ask for one of several seats', () =>
    expect(refuseHolder(candidate({ person: newcomer }), 'you', monday)).toBeUndefined());
});

describe('a seat of a locality', () => {
  const locality = role('leadership:locality_lead');
  const both = {
    ...osei,
    memberships: [
      { practiceCode: riverside.code, confirmed: true },
      { practiceCode: harbour.code, confirmed: false },
    ],
  };
  const start = (name: string) =>
    startOf(
      {
        role: { ...locality, confirms: false },
        place: { practiceCode: null, locality: name },
        person: both,
        practices: [riverside, harbour],
      },
      monday,
    ).confirmed;

  it('counts by a confirmed membership in that locality', () =>
    expect(start('Fernbridge')).toBe(true));

  it('does not count by one elsewhere', () => expect(start('Harbourside')).toBe(false));
});
