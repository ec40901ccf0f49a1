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
  /** When an operator took the rights of an engagement lead back. */
  readonly leadRemovedAt: Date | null;
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
  /**
   * Somebody new of the name and practice of somebody who would end: perhaps the same person with a
   * new e-mail address.
   */
  readonly perhapsSame: readonly PerhapsSame[];
  /** Who becomes an engagement lead by this file. */
  readonly newLeads: readonly string[];
  /** Whom the file calls an engagement lead, and whose rights an operator took back. */
  readonly refusedLeads: readonly string[];
  /** People who left by their own wish and are not brought back. */
  readonly departed: number;
  readonly unchanged: number;
};

export type PerhapsSame = {
  readonly personId: string;
  readonly name: string;
  readonly practiceCode: string;
  readonly oldEmail: string;
  readonly newEmail: string;
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
  const newPeople = staying.filter(({ email }) => !byEmail.has(email));
  const ended = people.flatMap(({ id, name, email, memberships }) =>
    memberships
      .filter(
        ({ practiceCode, onRoster }) =>
          onRoster && covered.has(practiceCode) && !named.has(`${email} ${practiceCode}`),
      )
      .map(({ practiceCode }) => ({ personId: id, name, practiceCode, email })),
  );
  const leads = staying.filter(({ engagementLead, email }) => {
    const person = byEmail.get(email);
    return engagementLead && !person?.engagementLead;
  });
  const wasRemoved = ({ email }: RosterRow) => Boolean(byEmail.get(email)?.leadRemovedAt);
  return {
    newPeople,
    changedPeople: known.filter(isChanged),
    newMemberships: known.filter((row) => !isNamed(row)),
    ended,
    perhapsSame: findPerhapsSame(ended, newPeople),
    newLeads: namesOf(leads.filter((row) => !wasRemoved(row))),
    refusedLeads: namesOf(leads.filter(wasRemoved)),
    departed: rows.length - staying.length,
    unchanged: known.filter((row) => isNamed(row) && !isChanged(row)).length,
  };
};

const namesOf = (rows: readonly RosterRow[]) => [
  ...new Map(rows.map(({ email, name }) => [email, name])).values(),
];

const findPerhapsSame = (
  ended: readonly { personId: string; name: string; practiceCode: string; email: string | null }[],
  newPeople: readonly RosterRow[],
): PerhapsSame[] =>
  ended.flatMap(({ personId, name, practiceCode, email: oldEmail }) => {
    const row = newPeople.find(
      (each) => each.practiceCode === practiceCode && nameKey(each.name) === nameKey(name),
    );
    return row && oldEmail ? [{ personId, name, practiceCode, oldEmail, newEmail: row.email }] : [];
  });

/** Names compare without titles, case, accents and punctuation. */
const nameKey = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z ]/g, '')
    .replace(/^(?:dr|mr|mrs|ms|miss|prof|professor|sister|nurse) /, '')
    .trim();

/**
 * The difference where those who are perhaps the same are the same: they keep their membership,
 * their seats and their account, and get the new e-mail address.
 */
export const asSamePeople = (difference: RosterDifference): RosterDifference => {
  const { perhapsSame, newPeople, ended } = difference;
  const emails = new Set(perhapsSame.map(({ newEmail }) => newEmail));
  const ids = new Set(perhapsSame.map(({ personId }) => personId));
  return {
    ...difference,
    newPeople: newPeople.filter(({ email }) => !emails.has(email)),
    newMemberships: [
      ...difference.newMemberships,
      ...newPeople.filter(({ email }) => emails.has(email)),
    ],
    ended: ended.filter(({ personId }) => !ids.has(personId)),
  };
};

const isSame = (person: KnownPerson | undefined, row: RosterRow) =>
  person !== undefined &&
  person.name === row.name &&
  person.profession === row.profession &&
  (person.engagementLead || !row.engagementLead || person.leadRemovedAt !== null);

export const describeRosterDifference = ({
  newPeople,
  changedPeople,
  newMemberships,
  ended,
  perhapsSame,
  newLeads,
  refusedLeads,
  departed,
  unchanged,
}: RosterDifference): string[] =>
  [
    `${pluralise(new Set(newPeople.map(({ email }) => email)).size, 'new person', 'new people')}`,
    `${changedPeople.length} with a new name or profession`,
    `${newMemberships.length} known already, now confirmed at a practice by its roster`,
    `${ended.length} no longer on a roster; their seats there become free`,
    ...ended.map(({ name, practiceCode }) => `  ${name}, ${practiceCode}`),
    ...(perhapsSame.length > 0
      ? [
          `${perhapsSame.length} of them may be the same people with a new e-mail address:`,
          ...perhapsSame.map(
            ({ name, practiceCode, oldEmail, newEmail }) =>
              `  ${name}, ${practiceCode}: ${oldEmail}, now ${newEmail}`,
          ),
        ]
      : []),
    ...(newLeads.length > 0
      ? [
          `${newLeads.length} ${newLeads.length === 1 ? 'becomes an' : 'become'} engagement ` +
            `${newLeads.length === 1 ? 'lead' : 'leads'}: ${newLeads.join(', ')}`,
        ]
      : []),
    ...refusedLeads.map(
      (name) =>
        `${name} does not become an engagement lead: those rights were taken back. To give them ` +
        'again, use “lead add”.',
    ),
    `${departed} left by their own wish and are not brought back`,
    `${unchanged} unchanged`,
  ].filter((line) => !/^0 (with|known|no longer|left|new)/.test(line));
