// What a file would change in the figures that are kept. Nothing is deleted: a figure that is held
// back now is kept as held back.
import { pluralise } from '../text/words.ts';
import type { Figure } from './comparison.ts';

export type FigureDifference = {
  readonly added: readonly Figure[];
  readonly changed: readonly Figure[];
  readonly unchanged: number;
};

export const compareWithKept = (
  current: readonly Figure[],
  rows: readonly Figure[],
): FigureDifference => {
  const known = new Map(current.map((figure) => [keyOf(figure), figure]));
  const isSame = (row: Figure, before: Figure) =>
    row.numerator === before.numerator &&
    row.denominator === before.denominator &&
    row.expected === before.expected;
  const changed = rows.filter(
    (row) => known.has(keyOf(row)) && !isSame(row, known.get(keyOf(row)) ?? row),
  );
  const added = rows.filter((row) => !known.has(keyOf(row)));
  return { added, changed, unchanged: rows.length - added.length - changed.length };
};

const keyOf = ({ practiceCode, indicatorId, period }: Figure) =>
  `${practiceCode} ${indicatorId} ${period}`;

/** The difference in words. */
export const describeFigureDifference = (
  { added, changed, unchanged }: FigureDifference,
  elsewhere: number,
): string[] => {
  const blank = [...added, ...changed].filter(({ numerator }) => numerator === null).length;
  return [
    `${pluralise(added.length, 'new figure')}`,
    ...(changed.length > 0 ? [`${changed.length} changed`] : []),
    ...(blank > 0
      ? [`${blank} of them left blank or held back in the file, which stay not known`]
      : []),
    `${unchanged} unchanged`,
    ...(elsewhere > 0 ? [`${pluralise(elsewhere, 'row')} of other areas left out`] : []),
  ];
};
