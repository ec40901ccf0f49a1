import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixGroups, type Invited, invitedFrom, makeTables, plainTables, type Tally } from '../../src/domain/anonymity.ts';
import { diabetesLead, harbour, holding, osei, person, register, riverside } from '../world.ts';

const invited = (number: number, locality: string, profession = 'gp', holdsRole = false): Invited[] =>
  Array.from({ length: number }, (_, index) => ({
    personId: `${locality}-${profession}-${index}`,
    locality,
    profession,
    holdsRole,
  }));
const tally = (group: string, ...counts: number[]): Tally => ({ question: 0, cut: 'locality', group, counts });
const shownIn = (tallies: Tally[], threshold = 10) =>
  Object.fromEntries(makeTables(tallies, threshold)[0]?.groups.map(({ group, shown }) => [group, shown.kind]) ?? []);

describe('in which groups an answer counts', () => {
  it('an attribute is a cut where every group of it has enough people invited', () => {
    const groups = fixGroups([...invited(12, 'North'), ...invited(10, 'South')], 10);
    expect(groups.get('North-gp-0')).toEqual({ all: 'everyone', locality: 'North' });
  });

  it('an attribute with one group too small is no cut at all', () =>
    expect(fixGroups([...invited(12, 'North'), ...invited(9, 'South')], 10).get('North-gp-0')).toEqual({ all: 'everyone' }));

  it('an attribute that everyone shares says nothing and is no cut', () =>
    expect(fixGroups(invited(12, 'North'), 10).get('North-gp-0')).toEqual({ all: 'everyone' }));

  it('someone in two localities counts in that of their first practice', () => {
    const both = person('Dr Two', [harbour, riverside]);
    const [first, second] = invitedFrom(register({ members: [both, osei], holdings: [holding(diabetesLead, osei, 1)] }), [
      both,
      osei,
    ]);
    expect(first).toMatchObject({ locality: 'Harbourside', holdsRole: false });
    expect(second).toMatchObject({ locality: 'Fernbridge', holdsRole: true });
  });
});

describe('which counts may be shown', () => {
  it('groups with enough answers are shown', () =>
    expect(shownIn([tally('North', 6, 6), tally('South', 5, 7)])).toEqual({ North: 'counts', South: 'counts' }));

  it('a group with too few answers is hidden, and so is the next smallest, or the difference would give it away', () =>
    expect(shownIn([tally('East', 5, 5), tally('North', 8, 6), tally('South', 2, 3)])).toEqual({
      East: 'hidden',
      North: 'counts',
      South: 'hidden',
    }));

  it('where all in a group agree it says nearly all, and another group is hidden', () =>
    expect(shownIn([tally('East', 5, 5), tally('North', 8, 6), tally('South', 0, 11)])).toEqual({
      East: 'hidden',
      North: 'counts',
      South: 'nearly_all',
    }));

  it('the whole CCG is hidden under the threshold and shown from it on', () => {
    const whole = (...counts: number[]) =>
      makeTables([{ question: 0, cut: 'all', group: 'everyone', counts }], 10)[0]?.groups[0]?.shown.kind;
    expect([whole(4, 5), whole(5, 5), whole(10, 0)]).toEqual(['hidden', 'counts', 'nearly_all']);
  });

  it('a named round is shown as it is', () =>
    expect(plainTables([tally('North', 1, 0)])[0]?.groups[0]?.shown).toEqual({ kind: 'counts', counts: [1, 0] }));

  it('for all counts, what the shown groups leave of the whole is nothing, or a safe group', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 15 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(counts, { minLength: 2, maxLength: 6 }), fc.integer({ min: 5, max: 20 }), (groups, threshold) => {
        const tallies = groups.map((each, index) => tally(`g${index}`, ...each));
        const table = makeTables(tallies, threshold)[0];
        const hidden = tallies.filter((_, index) => table?.groups[index]?.shown.kind !== 'counts');
        const shown = tallies.filter((_, index) => table?.groups[index]?.shown.kind === 'counts');
        for (const each of shown) expect(sum(each.counts)).toBeGreaterThanOrEqual(threshold);
        if (shown.length === 0 || hidden.length === 0) return;
        const rest = [0, 1, 2].map((option) => sum(hidden.map((each) => each.counts[option] ?? 0)));
        expect(sum(rest)).toBeGreaterThanOrEqual(threshold);
        expect(rest.filter((count) => count > 0).length).toBeGreaterThan(1);
      }),
    );
  });
});

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
