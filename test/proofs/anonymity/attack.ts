// An attacker who holds all that was ever published, knows the register, and knows who answered
// which question.
import type { ResultTable, Shown } from '../../../src/domain/surveys/anonymity.ts';
import type { Groups } from '../../../src/domain/surveys/answer-groups.ts';

/** All that the attacker is given of a round: never an answer. */
export type Published = {
  readonly threshold: number;
  readonly tables: readonly ResultTable[];
  /** How many options each question has. */
  readonly options: readonly number[];
  readonly people: readonly {
    readonly id: string;
    readonly groups: Groups;
    readonly answered: readonly boolean[];
  }[];
  /** They know the rule too: where it says “nearly all”, so many may have chosen otherwise. */
  readonly allBut: number;
};

/**
 * Fewer people than the threshold, and how often they chose each option: what nobody should ever
 * find.
 */
export type Narrowed = {
  readonly round: number;
  readonly question: number;
  readonly people: readonly string[];
  readonly counts: readonly number[];
};

/**
 * Works out answers as one would with paper and patience. What a table says of a group is an
 * equation between the numbers of answers in the parts into which groups, and who answered what and
 * when, divide people; a set of parts is known wherever the equations add up to it. And whoever is
 * only in groups that have a single chosen option in common chose that one. Rounds of the same
 * people are looked at together.
 */
export const attack = (rounds: readonly Published[]): Narrowed[] =>
  rounds.flatMap((published, round) =>
    published.options.flatMap((options, question) => {
      const answered = published.people.flatMap((person, index) =>
        person.answered[question]
          ? [{ ...person, history: rounds.flatMap(({ people }) => people[index]?.answered ?? []) }]
          : [],
      );
      return attackQuestion(published, question, options, answered).map((found) => ({
        round,
        question,
        ...found,
      }));
    }),
  );

type Person = Published['people'][number] & { readonly history: readonly boolean[] };
/** A set of whole parts: 1 for those inside, 0 for the others. */
type Inside = readonly number[];
type Group = { readonly inside: Inside; readonly counts: readonly number[] | undefined };

const attackQuestion = (
  { tables, threshold, allBut }: Published,
  question: number,
  options: number,
  answered: readonly Person[],
) => {
  const parts = [
    ...Map.groupBy(answered, ({ groups, history }) => JSON.stringify([groups, history])).values(),
  ];
  const groups = tables
    .filter((table) => table.question === question)
    .flatMap((table) =>
      groupsIn(table, parts, (shown, size) => exactCounts(shown, size, options, allBut)),
    );
  const histories =
    answered[0]?.history.map((_, at) => parts.map(([first]) => Number(first?.history[at]))) ?? [];
  const known = solve(groups, options);
  const facts = candidates([...groups.map(({ inside }) => inside), ...histories]).flatMap(
    (inside) => known(inside) ?? [],
  );
  const found = facts.map(({ inside, counts }) => ({ people: membersOf(inside, parts), counts }));
  return [
    ...found.filter(({ people }) => people.length > 0 && people.length < threshold),
    ...loneOptions(parts, facts),
  ];
};

const membersOf = (inside: Inside, parts: readonly Person[][]) =>
  parts
    .filter((_, part) => inside[part])
    .flat()
    .map(({ id }) => id);

const groupsIn = (
  { cut, groups }: ResultTable,
  parts: readonly Person[][],
  read: (shown: Shown, size: number) => readonly number[] | undefined,
): Group[] =>
  groups.map(({ group, shown }) => {
    const inside = parts.map(([first]) =>
      Number(new Map(Object.entries(first?.groups ?? {})).get(cut) === group),
    );
    return { inside, counts: read(shown, membersOf(inside, parts).length) };
  });

const exactCounts = (shown: Shown, size: number, options: number, allBut: number) => {
  if (shown.kind === 'counts') return shown.counts;
  const isAll = shown.kind === 'nearly_all' && allBut === 0;
  return isAll
    ? Array.from({ length: options }, (_, option) => (option === shown.option ? size : 0))
    : undefined;
};

/** Sets of parts, what two of them share, and what one has beyond another. */
const candidates = (sets: readonly Inside[]): Inside[] => {
  const pairs = sets.flatMap((one) => sets.map((other) => [one, other] as const));
  const shared = pairs.map(([one, other]) => one.map((is, part) => is * (other[part] ?? 0)));
  const beyond = pairs.map(([one, other]) => one.map((is, part) => is * (1 - (other[part] ?? 0))));
  return [...shared, ...beyond];
};

type Fact = { readonly inside: Inside; readonly counts: readonly number[] };

/**
 * Gauss's elimination: whether the counts of a set of parts follow from those that are known, and
 * which they are.
 */
const solve = (groups: readonly Group[], options: number) => {
  const parts = groups[0]?.inside.length ?? 0;
  const basis: { readonly pivot: number; readonly row: readonly number[] }[] = [];
  const reduce = (row: readonly number[]) =>
    basis.reduce(
      (left, { pivot, row: by }) =>
        left.map((value, at) => value - (left[pivot] ?? 0) * (by[at] ?? 0)),
      row,
    );
  for (const { inside, counts } of groups) {
    if (!counts) continue;
    const row = reduce([...inside, ...counts]);
    const pivot = row.slice(0, parts).findIndex(isSomething);
    if (pivot >= 0) basis.push({ pivot, row: row.map((value) => value / (row[pivot] ?? 1)) });
  }
  return (inside: Inside): Fact | undefined => {
    const row = reduce([...inside, ...Array<number>(options).fill(0)]);
    return row.slice(0, parts).some(isSomething)
      ? undefined
      : { inside, counts: row.slice(parts).map((value) => Math.abs(Math.round(value))) };
  };
};

const isSomething = (value: number) => Math.abs(value) > 1e-6;

/** One person of each part whose members can only have chosen one option. */
const loneOptions = (parts: readonly Person[][], facts: readonly Fact[]) =>
  parts.flatMap((part, at) => {
    const about = facts.filter(({ inside }) => inside[at] === 1);
    const open =
      about[0]?.counts.map((_, option) =>
        Number(about.every(({ counts }) => (counts[option] ?? 0) > 0)),
      ) ?? [];
    const isOne = open.filter((is) => is === 1).length === 1;
    return isOne ? [{ people: part.slice(0, 1).map(({ id }) => id), counts: open }] : [];
  });
