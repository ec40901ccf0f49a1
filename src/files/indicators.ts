// Indicator figures. Columns: practice_code, indicator_id, period, numerator, denominator, and
// expected where wanted.
import type { Figure } from '../domain/indicators/comparison.ts';
import { type Kept, readFigureRows } from './figure-rows.ts';
import { isFingertips, readFingertips } from './fingertips.ts';
import { type BadRow, readTable } from './read-csv.ts';

/** The figures of a file of our own, or of a download from Fingertips. @throws WrongFile */
export const readIndicators = (
  bytes: Uint8Array,
  kept: Kept,
): { rows: Figure[]; bad: BadRow[]; elsewhere: number } => {
  const table = readTable(bytes, []);
  if (isFingertips(table)) return readFingertips(table, kept);
  const own = readTable(bytes, [
    'practice_code',
    'indicator_id',
    'period',
    'numerator',
    'denominator',
  ]);
  return { ...readFigureRows(own, kept), elsewhere: 0 };
};
