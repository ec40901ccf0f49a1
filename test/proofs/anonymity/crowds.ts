// The proof that no attack can work: for every small group there is another way in which people
// could have answered that shows the same.
import { makeTables, type Tally } from '../../../src/domain/surveys/anonymity.ts';
import type { Groups } from '../../../src/domain/surveys/answer-groups.ts';
import type { Answerer, PlayedRound, Rule } from './rounds.ts';

/**
 * What “narrowed to its answers” means: in all the ways the people could have answered that lead to
 * the very same tables, a group counts the same. Two people who answered differently are neighbours
 * where exchanging their answers changes no table; people joined by neighbours are a crowd. A group
 * smaller than the crowds it touches has a neighbour outside, and with that neighbour's answer it
 * counts differently: it is not narrowed, whatever else is known and however clever the attack. So
 * it is enough that no crowd is smaller than the threshold. A crowd may be smaller where somebody
 * in it could have answered otherwise all alone, which is so where little is shown at all.
 *
 * Returns the sizes of the crowds that are too small.
 */
export const smallCrowds = (round: PlayedRound, rule: Rule): number[] =>
  [...round.options.keys()].flatMap((question) => {
    const cells = cellsOf(round, question);
    const show = (changed: readonly Cell[]) =>
      JSON.stringify(makeTables(tallyCells(question, changed), round.threshold, rule.protect));
    const shown = show(cells);
    const isSame = (changed: readonly Cell[]) => show(changed) === shown;
    return gather(cells, round.threshold, isSame)
      .filter(
        (crowd) =>
          sizeOf(crowd) > 0 &&
          sizeOf(crowd) < round.threshold &&
          !crowd.some(({ at }) => mayChange(cells, at, isSame)),
      )
      .map(sizeOf);
  });

/**
 * Those who count in the same groups: the tables cannot tell them apart. How many of them chose
 * each option.
 */
type Cell = { readonly at: number; readonly groups: Groups; readonly counts: readonly number[] };
type IsSame = (changed: readonly Cell[]) => boolean;

const cellsOf = ({ people, options }: PlayedRound, question: number): Cell[] =>
  [...Map.groupBy(people, ({ groups }) => JSON.stringify(groups)).values()].map((cell, at) => ({
    at,
    groups: (cell[0] as Answerer).groups,
    counts: Array.from(
      { length: options[question] ?? 0 },
      (_, option) => cell.filter(({ answers }) => answers[question] === option).length,
    ),
  }));

const tallyCells = (question: number, cells: readonly Cell[]): Tally[] => {
  const counted = cells.flatMap(({ groups, counts }) =>
    Object.entries(groups).map(([cut, group]) => ({ cut, group, counts })),
  );
  return [...Map.groupBy(counted, ({ cut, group }) => `${cut} ${group}`).values()].map((same) => {
    const [{ cut, group, counts }] = same as [(typeof counted)[number]];
    return {
      question,
      cut,
      group,
      counts: counts.map((_, option) => sum(same.map((each) => each.counts[option] ?? 0))),
    };
  });
};

/** Joins cells, from the smallest crowd on, until none that is too small can be joined. */
const gather = (cells: readonly Cell[], threshold: number, isSame: IsSame): Cell[][] => {
  let crowds = cells.map((cell) => [cell]);
  for (const cell of cells) {
    const own = crowds.find((crowd) => crowd.includes(cell)) ?? [];
    if (sizeOf(own) >= threshold) continue;
    const joined = crowds.filter(
      (crowd) => crowd === own || crowd.some((other) => mayExchange(cells, cell, other, isSame)),
    );
    crowds = [...crowds.filter((crowd) => !joined.includes(crowd)), joined.flat()];
  }
  return crowds;
};

/** People of one cell who all agree have no neighbours among themselves. */
const sizeOf = (crowd: readonly Cell[]) => {
  const [first] = crowd;
  const isAlone = crowd.length === 1 && first?.counts.filter((chosen) => chosen > 0).length === 1;
  return isAlone ? 1 : sum(crowd.flatMap(({ counts }) => counts));
};

const mayExchange = (cells: readonly Cell[], one: Cell, other: Cell, isSame: IsSame) =>
  differences(one, other).some(([a, b]) => isSame(move(move(cells, one.at, a, b), other.at, b, a)));

const mayChange = (cells: readonly Cell[], at: number, isSame: IsSame) => {
  const cell = cells[at] as Cell;
  return cell.counts.some(
    (chosen, a) =>
      chosen > 0 && cell.counts.some((_, b) => b !== a && isSame(move(cells, at, a, b))),
  );
};

const differences = (one: Cell, other: Cell) =>
  one.counts.flatMap((chosen, a) =>
    chosen > 0
      ? other.counts.flatMap((also, b) => (also > 0 && a !== b ? [[a, b] as const] : []))
      : [],
  );

/** One person of the cell answers `to` in place of `from`. */
const move = (cells: readonly Cell[], at: number, from: number, to: number): Cell[] =>
  cells.map((cell) =>
    cell.at === at
      ? {
          ...cell,
          counts: cell.counts.map(
            (chosen, option) => chosen - Number(option === from) + Number(option === to),
          ),
        }
      : cell,
  );

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
