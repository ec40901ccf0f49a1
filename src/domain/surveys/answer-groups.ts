// The groups in which answers are counted, fixed when a round opens.
import type { Member } from '../people/people.ts';
import type { Register } from '../roles/register.ts';

/** Someone invited, with the attributes answers may be cut by. */
export type Invited = {
  readonly personId: string;
  readonly locality: string | null;
  readonly profession: string;
  readonly holdsRole: boolean;
};

/** What answers may be compared by; a round takes the first that it can. */
export const cutNames = ['role', 'locality', 'profession'] as const;

export type Cut = (typeof cutNames)[number];

/**
 * The attributes of people, from the register. Someone in several localities counts in that of
 * their first practice.
 */
export const invitedFrom = (register: Register, people: readonly Member[]): Invited[] => {
  const localityOf = new Map(register.practices.map(({ code, locality }) => [code, locality]));
  const holders = new Set(register.holdings.map(({ person }) => person.id));
  return people.map(({ id, profession, memberships }) => ({
    personId: id,
    profession,
    locality: localityOf.get(memberships[0]?.practiceCode ?? '') ?? null,
    holdsRole: holders.has(id),
  }));
};

/**
 * The groups an answer of one person counts in, by cut. The whole CCG is always one: cut `all`,
 * group `everyone`.
 */
export type Groups = { readonly all: 'everyone' } & { readonly [C in Cut]?: string };

/**
 * Groups that share a person can be subtracted from each other, down to that person. Those of one
 * cut share nobody.
 */
const MAX_CUTS = 1;

/**
 * Fixes at opening in which groups each person's answers will count: the whole CCG, and the first
 * attribute all of whose groups have at least `threshold` people invited.
 */
export const fixGroups = (
  invited: readonly Invited[],
  threshold: number,
  mostCuts = MAX_CUTS,
): Map<string, Groups> => {
  const cuts = cutNames
    .filter((cut) => isLargeEnough(groupSizes(invited, cut), threshold))
    .slice(0, mostCuts);
  return new Map(
    invited.map((person) => [
      person.personId,
      { all: 'everyone', ...Object.fromEntries(cuts.map((cut) => [cut, groupOf(person, cut)])) },
    ]),
  );
};

const groupSizes = (invited: readonly Invited[], cut: Cut): number[] =>
  [...Map.groupBy(invited, (person) => groupOf(person, cut)).values()].map(({ length }) => length);

const groupOf = (person: Invited, cut: Cut): string => {
  if (cut === 'locality') return person.locality ?? 'none';
  return cut === 'profession' ? person.profession : person.holdsRole ? 'holds a role' : 'everyday';
};

const isLargeEnough = (sizes: readonly number[], threshold: number) =>
  sizes.length > 1 && sizes.every((size) => size >= threshold);
