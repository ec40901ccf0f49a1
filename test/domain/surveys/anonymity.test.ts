import { describe, expect, it } from 'vitest';
import { makeTables, plainTables, type Tally } from '../../../src/domain/surveys/anonymity.ts';
import { fixGroups, type Invited, invitedFrom } from '../../../src/domain/surveys/answer-groups.ts';
import { diabetesLead, harbour, holding, osei, person, register, riverside } from '../../world.ts';

const invited = (
  number: number,
  locality: string,
  profession = 'gp',
  holdsRole = false,
): Invited[] =>
  Array.from({ length: number }, (_, index) => ({
    personId: `${locality}-${profession}-${index}`,
    locality,
    profession,
    holdsRole,
  }));
const tally = (group: string, ...counts: number[]): Tally => ({
  question: 0,
  cut: 'locality',
  group,
  counts,
});
const shownIn = (tallies: Tally[], threshold = 10) =>
  Object.fromEntries(
    makeTables(tallies, threshold)[0]?.groups.map(({ group, shown }) => [group, shown.kind]) ?? [],
  );

describe('in which groups an answer counts', () => {
  it('an attribute is a cut where every group of it has enough people invited', () => {
    const groups = fixGroups([...invited(12, 'North'), ...invited(10, 'South')], 10);
    expect(groups.get('North-gp-0')).toEqual({ all: 'everyone', locality: 'North' });
  });

  it('an attribute with one group too small is no cut at all', () =>
    expect(
      fixGroups([...invited(12, 'North'), ...invited(9, 'South')], 10).get('North-gp-0'),
    ).toEqual({ all: 'everyone' }));

  it('an attribute that everyone shares says nothing and is no cut', () =>
    expect(fixGroups(invited(12, 'North'), 10).get('North-gp-0')).toEqual({ all: 'everyone' }));

  it(
    'answers are counted by the first attribute that can be one, people with a role and others ' +
      'before all, and by no second',
    () => {
      const everyday = [...invited(12, 'North'), ...invited(10, 'South')];
      const holders = [
        ...invited(4, 'North', 'nurse', true),
        ...invited(6, 'South', 'nurse', true),
      ];
      expect(fixGroups([...everyday, ...holders], 10).get('North-gp-0')).toEqual({
        all: 'everyone',
        role: 'everyday',
      });
      expect(fixGroups([...everyday, ...holders.slice(1)], 10).get('North-gp-0')).toEqual({
        all: 'everyone',
        locality: 'North',
      });
    },
  );

  it('someone in two localities counts in that of their first practice', () => {
    const both = person('Dr Two', [harbour, riverside]);
    const [first, second] = invitedFrom(
      register({ members: [both, osei], holdings: [holding(diabetesLead, osei, 1)] }),
      [both, osei],
    );
    expect(first).toMatchObject({ locality: 'Harbourside', holdsRole: false });
    expect(second).toMatchObject({ locality: 'Fernbridge', holdsRole: true });
  });
});

describe('which counts may be shown', () => {
  it('groups with enough answers are shown', () =>
    expect(shownIn([tally('North', 6, 6), tally('South', 5, 7)])).toEqual({
      North: 'counts',
      South: 'counts',
    }));

  it(
    'a group with too few answers is hidden, and so is the next smallest, or the difference ' +
      'would give it away',
    () =>
      expect(shownIn([tally('East', 5, 5), tally('North', 8, 6), tally('South', 2, 3)])).toEqual({
        East: 'hidden',
        North: 'counts',
        South: 'hidden',
      }),
  );

  it(
    'where all or all but one in a group agree, nothing of that table is shown, or the rest ' +
      'would tell which group and what',
    () => {
      const withheld = { North: 'withheld', South: 'withheld' };
      expect(shownIn([tally('North', 10, 0), tally('South', 8, 2)])).toEqual(withheld);
      expect(shownIn([tally('North', 9, 1), tally('South', 8, 8)])).toEqual(withheld);
      expect(shownIn([tally('North', 8, 2), tally('South', 8, 8)])).toEqual({
        North: 'counts',
        South: 'counts',
      });
    },
  );

  it('nor where nearly all of those who are left over agree', () =>
    expect(shownIn([tally('East', 5, 0), tally('North', 8, 6), tally('South', 6, 1)])).toEqual({
      East: 'withheld',
      North: 'withheld',
      South: 'withheld',
    }));

  it(
    'the whole CCG is hidden under the threshold, and says nearly all where all or all but one ' +
      'agree',
    () => {
      const whole = (...counts: number[]) =>
        makeTables([{ question: 0, cut: 'all', group: 'everyone', counts }], 10)[0]?.groups[0]
          ?.shown;
      expect(whole(4, 5)).toEqual({ kind: 'hidden' });
      expect(whole(5, 5)).toEqual({ kind: 'counts', counts: [5, 5] });
      expect([whole(0, 10), whole(1, 9)]).toEqual(Array(2).fill({ kind: 'nearly_all', option: 1 }));
    },
  );

  it('a named round is shown as it is', () =>
    expect(plainTables([tally('North', 1, 0)])[0]?.groups[0]?.shown).toEqual({
      kind: 'counts',
      counts: [1, 0],
    }));
});

describe('the threshold', () => {
  it('is enough answers to be shown, and one fewer is not', () => {
    expect(shownIn([tally('North', 5, 5), tally('South', 6, 6)])).toMatchObject({
      North: 'counts',
    });
    expect(shownIn([tally('North', 5, 4), tally('South', 6, 6)])).toMatchObject({
      North: 'hidden',
    });
  });
});
