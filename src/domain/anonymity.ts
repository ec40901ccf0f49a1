// Anonymous answers: in which groups they are counted, and which of the counts may be shown.
// Thresholds as in the GP Patient Survey and the NHS Staff Survey (no results of fewer than 10 people), with complementary suppression.

import type { Member } from './people.ts';
import type { Register } from './register.ts';

/** Someone invited, with the attributes answers may be cut by. */
export type Invited = {
  readonly personId: string;
  readonly locality: string | null;
  readonly profession: string;
  readonly holdsRole: boolean;
};

export const cutNames = ['locality', 'profession', 'role'] as const;
export type Cut = (typeof cutNames)[number];

/** The attributes of people, from the register. Someone in several localities counts in that of their first practice. */
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

/** The groups an answer of one person counts in, by cut. The whole CCG is always one: cut `all`, group `everyone`. */
export type Groups = { readonly all: 'everyone' } & { readonly [C in Cut]?: string };

/** How often each option was chosen in one group of one cut. */
export type Tally = {
  readonly question: number;
  readonly cut: string;
  readonly group: string;
  readonly counts: readonly number[];
};

/** What may be shown of a group: its counts, that nearly all chose one option, or nothing. */
export type Shown =
  | { readonly kind: 'counts'; readonly counts: readonly number[] }
  | { readonly kind: 'nearly_all'; readonly option: number }
  | { readonly kind: 'hidden' };

export type ResultTable = {
  readonly question: number;
  readonly cut: string;
  readonly groups: readonly { readonly group: string; readonly shown: Shown }[];
};

/**
 * Fixes at opening in which groups each person's answers will count: the whole CCG, and every single attribute all of whose groups have
 * at least `threshold` people invited.
 */
export const fixGroups = (invited: readonly Invited[], threshold: number): Map<string, Groups> => {
  const cuts = cutNames.filter(
    (cut) => groupSizes(invited, cut).every((size) => size >= threshold) && groupSizes(invited, cut).length > 1,
  );
  return new Map(
    invited.map((person) => [
      person.personId,
      { all: 'everyone', ...Object.fromEntries(cuts.map((cut) => [cut, groupOf(person, cut)])) },
    ]),
  );
};

const groupOf = (person: Invited, cut: Cut): string => {
  if (cut === 'locality') return person.locality ?? 'none';
  return cut === 'profession' ? person.profession : person.holdsRole ? 'holds a role' : 'everyday';
};

const groupSizes = (invited: readonly Invited[], cut: Cut): number[] =>
  [...Map.groupBy(invited, (person) => groupOf(person, cut)).values()].map(({ length }) => length);

/**
 * The tables that are made once, at closing. A group under the threshold of answers is hidden, and so is one more wherever a difference
 * from the whole would give a hidden group away. Where all in a group agree it says “nearly all”, and counts as hidden in that sum.
 */
export const makeTables = (tallies: readonly Tally[], threshold: number): ResultTable[] =>
  [...Map.groupBy(tallies, ({ question, cut }) => `${question} ${cut}`).values()].map((groups) => {
    const hidden = hideGroups(groups, threshold);
    return {
      question: groups[0]?.question ?? 0,
      cut: groups[0]?.cut ?? 'all',
      groups: groups.map((tally) => ({ group: tally.group, shown: show(tally, hidden, threshold) })),
    };
  });

/** The tables of a named round: what everyone answered, as it is. */
export const plainTables = (tallies: readonly Tally[]): ResultTable[] =>
  tallies.map(({ question, cut, group, counts }) => ({ question, cut, groups: [{ group, shown: { kind: 'counts', counts } }] }));

const hideGroups = (groups: readonly Tally[], threshold: number): ReadonlySet<Tally> => {
  const bySize = [...groups].sort((a, b) => total(a.counts) - total(b.counts));
  const hidden = new Set(bySize.filter(({ counts }) => total(counts) < threshold || isUnanimous(counts)));
  if (groups.length === 1) return hidden;
  for (const next of bySize) {
    if (hidden.size === 0 || isSafeTogether([...hidden], threshold)) break;
    hidden.add(next);
  }
  return hidden;
};

/** What the whole minus the shown groups gives away about the hidden ones must itself be safe to show. */
const isSafeTogether = (hidden: readonly Tally[], threshold: number) => {
  const sum = hidden[0]?.counts.map((_, option) => total(hidden.map(({ counts }) => counts[option] ?? 0))) ?? [];
  return hidden.length > 1 && total(sum) >= threshold && !isUnanimous(sum);
};

const show = (tally: Tally, hidden: ReadonlySet<Tally>, threshold: number): Shown => {
  if (!hidden.has(tally)) return { kind: 'counts', counts: tally.counts };
  if (isUnanimous(tally.counts) && total(tally.counts) >= threshold)
    return { kind: 'nearly_all', option: tally.counts.findIndex((chosen) => chosen > 0) };
  return { kind: 'hidden' };
};

const isUnanimous = (counts: readonly number[]) => counts.filter((chosen) => chosen > 0).length === 1;

const total = (counts: readonly number[]) => counts.reduce((sum, chosen) => sum + chosen, 0);
