// A download from Fingertips. Of its 27 columns eight are read; the names of the rest, as of the
// “Compared to …” ones, vary.
import type { Figure } from '../domain/indicators/comparison.ts';
import { type Kept, readFigureRows, type TableRow } from './figure-rows.ts';
import { type BadRow, InvalidFileError } from './read-csv.ts';

export const isFingertips = ([row]: readonly TableRow[]): boolean =>
  row !== undefined && COLUMNS.every((name) => name in row.values);

const COLUMNS = [
  'indicator_id',
  'area_code',
  'area_type',
  'time_period',
  'value',
  'count',
  'denominator',
];

/**
 * The rows of practices of the CCG. England, other areas and other CCGs’ practices are left out and
 * counted. @throws WrongFile
 */
export const readFingertips = (
  table: readonly TableRow[],
  kept: Kept,
): { rows: Figure[]; bad: BadRow[]; elsewhere: number } => {
  const practices = table.filter(({ values }) => /^gps?$/i.test(values['area_type'] ?? ''));
  refuseScores(practices);
  const own = practices.filter(({ values }) =>
    kept.practices.has((values['area_code'] ?? '').toUpperCase()),
  );
  const counts = own.filter((row) => !isScore(row));
  const read = readFigureRows(counts.map(toOwnColumns), kept);
  const scores = own.filter(isScore).map(({ line }) => ({ line, reason: SCORE }));
  return {
    rows: read.rows,
    bad: [...read.bad, ...scores].sort((a, b) => a.line - b.line),
    elsewhere: table.length - own.length,
  };
};

/** A whole file of scores is no use to anybody, and is better said once. */
const refuseScores = (practices: readonly TableRow[]) => {
  const [first] = practices;
  if (!first)
    throw new InvalidFileError(
      'This download from Fingertips has no rows of practices: choose GPs as its areas.',
    );
  if (!practices.every(isScore)) return;
  const { indicator_id: id, indicator_name: title = 'without a name' } = first.values;
  const name = `${id}, ${title}`;
  throw new InvalidFileError(
    `None of the practices’ rows can be used: indicator ${name}, is ${SCORE}.`,
  );
};

/** A value with nothing that was counted. */
const isScore = ({ values }: TableRow) => Boolean(values['value']) && !values['count'];

const SCORE =
  'a score without a count, and limits can only be reckoned from counts and what they are out of';

const toOwnColumns = ({ line, values }: TableRow): TableRow => ({
  line,
  values: {
    practice_code: values['area_code'] ?? '',
    indicator_id: values['indicator_id'] ?? '',
    period: values['time_period'] ?? '',
    numerator: values['count'] ?? '',
    denominator: values['denominator'] ?? '',
  },
});
