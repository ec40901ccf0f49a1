import { describe, expect, it } from 'vitest';
import {
  changesOf,
  comparePractices,
  describePracticeDifference,
  type OdsPractice,
} from '../../../src/domain/people/practice-import.ts';
import {
  compareRoster,
  describeRosterDifference,
  type KnownPerson,
  type RosterRow,
} from '../../../src/domain/people/roster-import.ts';
import { defaultAvailability } from '../../../src/domain/time/sending-window.ts';
import { monday, practice } from '../../world.ts';

const ods = (code: string, changes: Partial<OdsPractice> = {}): OdsPractice => ({
  code,
  name: `Surgery ${code}`,
  address: 'High Street, Fernbridge',
  postcode: 'ZF1 1AA',
  telephone: null,
  commissioner: '99Z',
  status: 'active',
  openedOn: null,
  joinedOn: null,
  closedOn: null,
  ...changes,
});
const known = (code: string, changes = {}) =>
  practice(code, `Surgery ${code}`, null, { address: 'High Street, Fernbridge', ...changes });
const compare = (current: ReturnType<typeof known>[], file: OdsPractice[]) =>
  comparePractices(current, file, '99Z', monday);

describe('what a file of practices would change', () => {
  it('a practice we did not know is new, one that is the same is unchanged', () => {
    const difference = compare([known('A')], [ods('A'), ods('B')]);
    expect(difference).toMatchObject({
      added: [{ code: 'B' }],
      unchanged: 1,
      changed: [],
      closed: [],
      moved: [],
    });
  });

  it('a new name is a change', () =>
    expect(compare([known('A')], [ods('A', { name: 'The Limes' })]).changed).toMatchObject([
      { name: 'The Limes' },
    ]));

  it('a practice that closed keeps its closing day', () =>
    expect(
      compare([known('A')], [ods('A', { status: 'closed', closedOn: new Date('2026-03-31') })])
        .closed,
    ).toMatchObject([{ code: 'A', closedOn: new Date('2026-03-31'), movedTo: null }]));

  it('a practice that belongs to another CCG now has moved, and keeps where to', () =>
    expect(
      compare([known('A')], [ods('A', { commissioner: '00M', joinedOn: new Date('2026-04-01') })])
        .moved,
    ).toMatchObject([{ code: 'A', movedTo: '00M', closedOn: new Date('2026-04-01') }]));

  it('a dormant practice counts as closed from today', () =>
    expect(compare([known('A')], [ods('A', { status: 'dormant' })]).closed).toMatchObject([
      { closedOn: monday },
    ]));

  it('a practice that closed long ago is kept for reference; one that is only proposed is not', () => {
    const difference = compare(
      [],
      [
        ods('A', { status: 'closed', closedOn: new Date('2017-10-31') }),
        ods('B', { status: 'proposed' }),
      ],
    );
    expect(difference).toMatchObject({ past: [{ code: 'A' }], added: [] });
  });

  it('other CCGs’ practices are none of ours', () =>
    expect(changesOf(compare([], [ods('A', { commissioner: '00M' })]))).toEqual([]));

  it('a practice that the file does not mention stays as it is, and is named', () => {
    const difference = compare([known('A')], []);
    expect(changesOf(difference)).toEqual([]);
    expect(describePracticeDifference(difference).join('\n')).toContain(
      'not in the file A Surgery A',
    );
  });

  it('a practice that opens again is new', () =>
    expect(compare([known('A', { closedOn: monday })], [ods('A')]).added).toMatchObject([
      { code: 'A', closedOn: null },
    ]));
});

describe('what a roster would change', () => {
  const row = (email: string, practiceCode = 'A', changes: Partial<RosterRow> = {}): RosterRow => ({
    email,
    name: email,
    profession: 'gp',
    practiceCode,
    engagementLead: false,
    ...changes,
  });
  const someone = (email: string, memberships: KnownPerson['memberships']): KnownPerson => ({
    id: email,
    name: email,
    email,
    slackId: null,
    profession: 'gp',
    engagementLead: false,
    ...defaultAvailability,
    deactivatedAt: null,
    leadRemovedAt: null,
    memberships,
  });
  const onRoster = { practiceCode: 'A', confirmed: true, onRoster: true };
  const byHand = { practiceCode: 'A', confirmed: false, onRoster: false };
  const nobodyLeft = () => false;

  it('people we did not know are new, once however many practices they work at', () =>
    expect(
      describeRosterDifference(compareRoster([], [row('a'), row('a', 'B'), row('b')], nobodyLeft)),
    ).toContain('2 new people'));

  it('the same roster again changes nothing', () =>
    expect(compareRoster([someone('a', [onRoster])], [row('a')], nobodyLeft)).toMatchObject({
      newPeople: [],
      changedPeople: [],
      newMemberships: [],
      ended: [],
      unchanged: 1,
    }));

  it('someone who joined by hand is confirmed by it', () =>
    expect(
      compareRoster([someone('a', [byHand])], [row('a')], nobodyLeft).newMemberships,
    ).toHaveLength(1));

  it('someone it names no longer, at a practice it covers, has left that practice', () =>
    expect(
      compareRoster([someone('a', [onRoster]), someone('b', [onRoster])], [row('a')], nobodyLeft)
        .ended,
    ).toMatchObject([{ personId: 'b', practiceCode: 'A' }]));

  it('a practice it does not cover keeps its people', () =>
    expect(compareRoster([someone('a', [onRoster])], [row('b', 'B')], nobodyLeft).ended).toEqual(
      [],
    ));

  it('someone who joined by hand is not ended by a roster that does not know them', () =>
    expect(compareRoster([someone('a', [byHand])], [row('b')], nobodyLeft).ended).toEqual([]));

  it('someone who left by their own wish is not brought back', () =>
    expect(compareRoster([], [row('a')], (email) => email === 'a')).toMatchObject({
      newPeople: [],
      departed: 1,
    }));

  it('being an engagement lead is given by a roster, never taken', () => {
    expect(
      compareRoster(
        [someone('a', [onRoster])],
        [row('a', 'A', { engagementLead: true })],
        nobodyLeft,
      ).changedPeople,
    ).toHaveLength(1);
    expect(
      compareRoster([{ ...someone('a', [onRoster]), engagementLead: true }], [row('a')], nobodyLeft)
        .changedPeople,
    ).toHaveLength(0);
  });
});
