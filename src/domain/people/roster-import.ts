// What a roster would change: who is new, who changed, who is confirmed by it, and who is no longer
// on the list of a practice it covers.

import { pluralise } from '../text/words.ts';
import type { Member, Profession } from './people.ts';

export type RosterRow = {
  /** In small letters. */
  readonly email: string;
  readonly name: string;
  readonly profession: Profession;
  readonly practiceCode: string;
  readonly engagementLead: boolean;
};

/** A person and, for the roster's own memberships, whether a roster named them. */
export type KnownPerson = Omit<Member, 'memberships'> & {
  readonly memberships: readonly {
    readonly practiceCode: string;
    readonly confirmed: boolean;
    readonly onRoster: boolean;
  }[];
};

export type RosterDifference = {
  readonly newPeople: readonly RosterRow[];
  readonly changedPeople: readonly RosterRow[];
  /** People who were known, and are now named at this practice. */
  readonly newMemberships: readonly RosterRow[];
  /** People a roster had named at a practice that this file covers, and names no longer. */
  readonly ended: readonly {
    readonly personId: string;
    readonly name: string;
    readonly practiceCode: string;
  }[];
  /** People who left by their own wish and are not brought back. */
  readonly departed: number;
  readonly unchanged: number;
};

export const compareRoster = (
  people: readonly KnownPerson[],
  rows: readonly RosterRow[],
  hasDeparted: (email: string) => boolean,
): RosterDifference => {
  const byEmail = new Map(
    people.flatMap((person) => (person.email ? [[person.email, person] as const] : [])),
  );
  const staying = rows.filter(({ email }) => byEmail.has(email) || !hasDeparted(email));
  const known = staying.filter(({ email }) => byEmail.has(email));
  const isNamed = (row: RosterRow) =>
    byEmail
      .get(row.email)
      ?.memberships.some(
        ({ practiceCode, onRoster }) => practiceCode === row.practiceCode && onRoster,
      );
  const isChanged = (row: RosterRow) => !isSame(byEmail.get(row.email), row);
  const covered = new Set(rows.map(({ practiceCode }) => practiceCode));
  const named = new Set(rows.map(({ email, practiceCode }) => `${email} ${practiceCode}`));
  return {
    newPeople: staying.filter(({ email }) => !byEmail.has(email)),
    changedPeople: known.filter(isChanged),
    newMemberships: known.filter((row) => !isNamed(row)),
    ended: people.flatMap(({ id, name, email, memberships }) =>
      memberships
        .filter(
          ({ practiceCode, onRoster }) =>
            onRoster && covered.has(practiceCode) && !named.has(`${email} ${practiceCode}`),
        )
        .map(({ practiceCode }) => ({ personId: id, name, practiceCode })),
    ),
    departed: rows.length - staying.length,
    unchanged: known.filter((row) => isNamed(row) && !isChanged(row)).length,
  };
};

const isSame = (person: KnownPerson | undefined, row: RosterRow) =>
  person !== undefined &&
  person.name === row.name &&
  person.profession === row.profession &&
  (person.engagementLead || !row.engagementLead);

export const describeRosterDifference = ({
  newPeople,
  changedPeople,
  newMemberships,
  ended,
  departed,
  unchanged,
}: RosterDifference): string[] =>
  [
    `${pluralise(new Set(newPeople.map(({ email }) => email)).size, 'new person', 'new people')}`,
    `${changedPeople.length} with a new name or profession`,
    `${newMemberships.length} known already, now confirmed at a practice by its roster`,
    `${ended.length} no longer on a roster; their seats there become free`,
    ...ended.map(({ name, practiceCode }) => `  ${name}, ${practiceCode}`),
    `${departed} left by their own wish and are not brought back`,
    `${unchanged} unchanged`,
  ].filter((line) => !/^0 (with|known|no longer|left|new)/.test(line));
