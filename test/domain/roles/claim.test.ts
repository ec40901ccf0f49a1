import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideClaim } from '../../../src/domain/roles/claim.ts';
import { decideConfirmation, toConfirm } from '../../../src/domain/roles/confirmation.ts';
import type { Candidate } from '../../../src/domain/roles/eligibility.ts';
import type { Holding } from '../../../src/domain/roles/register.ts';
import { type SeatScope, wholeCcg } from '../../../src/domain/roles/roles.ts';
import {
  chair,
  diabetesLead,
  haddad,
  holding,
  monday,
  morgan,
  nair,
  oldStation,
  osei,
  person,
  practiceLead,
  register,
  riverside,
  role,
  settings,
} from '../../world.ts';

const atRiverside: SeatScope = { practiceCode: riverside.code, locality: null };
const claim = (changes: Partial<Candidate> = {}) =>
  decideClaim(
    {
      role: practiceLead,
      place: atRiverside,
      person: osei,
      practices: [riverside],
      holders: [],
      words: settings,
      ...changes,
    },
    monday,
  );
const morganLeads = holding(practiceLead, morgan, 1, atRiverside);

describe('claiming a role', () => {
  it('a confirmed member takes the first free seat of their practice', () =>
    expect(claim()).toEqual({
      seats: [1, 2],
      confirmed: true,
      termEndsAt: new Date('2028-09-07T08:00:00Z'),
    }));

  it('the seat a colleague holds is not offered again', () =>
    expect(claim({ holders: [morganLeads] })).toMatchObject({ seats: [2], confirmed: true }));

  it('a full role is refused with the names of its holders and what to do', () => {
    const refusal = claim({
      holders: [morganLeads, holding(practiceLead, haddad, 2, atRiverside)],
    });
    expect(refusal).toMatchObject({
      refused: expect.stringContaining(
        'Both seats are taken: Practice lead for Riverside Surgery is Dr Rhys Morgan and Dr ' +
          'Leila Haddad',
      ),
    });
    expect(refusal).toMatchObject({
      code: 'role_full',
      refused: expect.stringContaining('You can ask to take over'),
    });
  });

  it('nobody holds the same role twice', () =>
    expect(claim({ holders: [holding(practiceLead, osei, 1, atRiverside)] })).toMatchObject({
      code: 'already_held',
    }));

  it('a practice where one does not work is refused', () =>
    expect(claim({ practices: [] })).toMatchObject({
      code: 'not_on_list',
    }));

  it('a practice that has closed is refused with the day', () =>
    expect(
      claim({ place: { practiceCode: oldStation.code, locality: null }, practices: [oldStation] }),
    ).toMatchObject({
      refused: expect.stringContaining('Old Station Surgery closed on Sunday 31 March 2024'),
    }));

  it('a practice that moved to another CCG is refused with where it went', () => {
    const moved = { ...riverside, closedOn: new Date('2026-04-01'), movedTo: '00M' };
    expect(claim({ practices: [moved] })).toMatchObject({
      refused: expect.stringContaining('moved to another CCG (00M) on Wednesday 1 April'),
    });
  });

  it('a member who is not confirmed gets the seat to be confirmed', () =>
    expect(claim({ person: person('New Here', [riverside], { confirmed: false }) })).toMatchObject({
      confirmed: false,
    }));

  it('a clinical area is open to every clinician, and to nobody else', () => {
    expect(claim({ role: diabetesLead, place: wholeCcg })).toMatchObject({
      seats: [1, 2],
      confirmed: true,
    });
    expect(
      claim({
        role: diabetesLead,
        place: wholeCcg,
        person: { ...osei, profession: 'practice_manager' },
      }),
    ).toMatchObject({
      code: 'wrong_profession',
      refused:
        'Diabetes lead is for a GP, nurse, pharmacist or allied health professional, and you ' +
        'are on the list as practice manager. If that is not right, tell the CCG.',
    });
  });

  it('a post in the leadership always waits for a lead', () =>
    expect(claim({ role: chair, place: wholeCcg })).toMatchObject({ confirmed: false }));

  it('a locality lead comes from one of the locality’s practices', () => {
    const localityLead = role('leadership:locality_lead');
    expect(
      claim({ role: localityLead, place: { practiceCode: null, locality: 'Fernbridge' } }),
    ).toMatchObject({ seats: [1] });
    expect(
      claim({ role: localityLead, place: { practiceCode: null, locality: 'Harbourside' } }),
    ).toMatchObject({
      code: 'wrong_locality',
    });
  });

  it('a button with a place that does not fit the role takes nothing', () => {
    expect(claim({ role: diabetesLead, place: atRiverside })).toMatchObject({
      code: 'wrong_locality',
    });
    expect(claim({ place: wholeCcg })).toMatchObject({ code: 'not_on_list' });
  });

  it('no sequence of claims and releases puts more people in a role than it has seats', () => {
    const people = Array.from({ length: 8 }, (_, index) => person(`Dr ${index}`, [riverside]));
    const steps = fc.array(
      fc.record({ who: fc.integer({ min: 0, max: 7 }), does: fc.constantFrom('claim', 'release') }),
      {
        maxLength: 60,
      },
    );
    fc.assert(
      fc.property(steps, fc.integer({ min: 1, max: 5 }), (sequence, seats) => {
        let holders: Holding[] = [];
        for (const { who, does } of sequence) {
          const actor = people[who] ?? osei;
          const decision = decideClaim(
            {
              role: { ...practiceLead, seats },
              place: atRiverside,
              person: actor,
              practices: [riverside],
              holders,
              words: settings,
            },
            monday,
          );
          if (does === 'release') holders = holders.filter((each) => each.person.id !== actor.id);
          else if ('seats' in decision)
            holders = [
              ...holders,
              holding(practiceLead, actor, decision.seats[0] ?? 0, atRiverside),
            ];
        }
        expect(holders.length).toBeLessThanOrEqual(seats);
        expect(new Set(holders.map(({ seat }) => seat)).size).toBe(holders.length);
        expect(new Set(holders.map((each) => each.person.id)).size).toBe(holders.length);
      }),
    );
  });
});

describe('confirming a claim', () => {
  const unconfirmed = holding(practiceLead, osei, 2, { ...atRiverside, confirmed: false });
  const seats = register({ holdings: [morganLeads, unconfirmed] });

  it('an engagement lead may, and so may the colleague in the other seat', () => {
    expect(decideConfirmation(nair, unconfirmed, seats)).toBe('confirm');
    expect(decideConfirmation(morgan, unconfirmed, seats)).toBe('confirm');
    expect(toConfirm(morgan, seats)).toEqual([unconfirmed]);
  });

  it('nobody confirms their own role', () =>
    expect(decideConfirmation({ ...osei, engagementLead: true }, unconfirmed, seats)).toMatchObject(
      {
        code: 'is_self',
      },
    ));

  it('a colleague who is not confirmed may not, nor may somebody from another practice', () => {
    const both = register({ holdings: [{ ...morganLeads, confirmed: false }, unconfirmed] });
    expect(decideConfirmation(morgan, unconfirmed, both)).toMatchObject({ code: 'not_allowed' });
    expect(decideConfirmation(haddad, unconfirmed, seats)).toMatchObject({ code: 'not_allowed' });
  });

  it('the leadership is confirmed by engagement leads alone', () => {
    const gps = role('leadership:governing_body_gp');
    const [first, second] = [holding(gps, morgan, 1), holding(gps, osei, 2, { confirmed: false })];
    expect(
      decideConfirmation(morgan, second, register({ holdings: [first, second] })),
    ).toMatchObject({ code: 'not_allowed' });
    expect(decideConfirmation(nair, second, register({ holdings: [first, second] }))).toBe(
      'confirm',
    );
  });
});
