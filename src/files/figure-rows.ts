// Rows of indicator figures, however the file names its columns: counts, whole and out of more,
// each practice and period once.
import { z } from 'zod';
import type { Indicator } from '../domain/indicators/catalogue.ts';
import type { Figure } from '../domain/indicators/comparison.ts';
import { PERIODS_KNOWN, type Period, readPeriod } from '../domain/indicators/periods.ts';
import { londonMonth } from '../domain/time/calendar.ts';
import type { BadRow } from './read-csv.ts';

export type TableRow = { readonly line: number; readonly values: Readonly<Record<string, string>> };

/** What the CCG keeps figures of, and of whom; periods count once they are over. */
export type Kept = {
  readonly indicators: readonly Indicator[];
  readonly practices: ReadonlySet<string>;
  readonly now: Date;
};

/** Where a file holds nothing, or holds back what is small; that stays not known. */
const BLANK = ['', '*', '-', 'n/a', 'na', 'null', 'suppressed'];

const orBlank = <T extends z.ZodType>(schema: T) =>
  z.preprocess(
    (given = '') => (BLANK.includes(String(given).toLowerCase()) ? null : given),
    schema.nullable(),
  );
const number = (what: string) =>
  z
    .string()
    .regex(/^-?\d+(\.\d+)?$/, `the ${what} must be a number, such as 1234`)
    .transform(Number);
const above0 = (what: string) =>
  orBlank(number(what).pipe(z.number().positive(`the ${what} must be above 0`)));

const rowSchema = z.object({
  practice_code: z.string().toUpperCase(),
  indicator_id: z.string().toLowerCase(),
  period: z.string().transform((text, { addIssue }): Period => {
    const period = readPeriod(text);
    if (!period) addIssue(`the period must be one ${PERIODS_KNOWN}`);
    return period ?? z.NEVER;
  }),
  numerator: orBlank(
    z
      .string()
      .regex(
        /^-?\d+(\.0+)?$/,
        'the numerator must be a whole number: a count is asked, not a percentage or a share',
      )
      .transform(Number)
      .pipe(z.number().min(0, 'the numerator is below 0')),
  ),
  denominator: above0('denominator'),
  expected: above0('expected number'),
});

/** The figures among the rows, and those that cannot be used. */
export const readFigureRows = (
  table: readonly TableRow[],
  kept: Kept,
): { rows: Figure[]; bad: BadRow[] } => {
  const rows: Figure[] = [];
  const bad: BadRow[] = [];
  const seen = new Map<string, number>();
  for (const { line, values } of table) {
    const read = readFigure(values, kept);
    if (typeof read === 'string') {
      bad.push({ line, reason: read });
      continue;
    }
    const key = `${read.practiceCode} ${read.indicatorId} ${read.period}`;
    const before = seen.get(key);
    if (before)
      bad.push({ line, reason: `the same practice, indicator and period as line ${before}` });
    else rows.push(read);
    if (!before) seen.set(key, line);
  }
  return { rows, bad };
};

/** A row as a figure, or why it cannot be used. */
const readFigure = (
  values: TableRow['values'],
  { indicators, practices, now }: Kept,
): Figure | string => {
  const parsed = rowSchema.safeParse(values);
  if (!parsed.success) return parsed.error.issues[0]?.message ?? 'not a figure';
  const {
    practice_code: practiceCode,
    indicator_id: id,
    numerator,
    denominator,
    expected,
    period,
  } = parsed.data;
  const indicator = indicators.find((each) => each.id === id);
  if (!practices.has(practiceCode))
    return `${practiceCode || 'no code'} is not a practice of this CCG`;
  if (!indicator)
    return (
      `“${id}” is none of this CCG’s indicators, which are ` +
      `${indicators.map((each) => each.id).join(', ')}`
    );
  if (period.ends >= londonMonth(now)) return `${period.text} is not over yet`;
  const figure = {
    practiceCode,
    indicatorId: id,
    period: period.text,
    numerator,
    denominator,
    expected,
  };
  return refuseCounts(indicator, figure) ?? figure;
};

const refuseCounts = (
  { kind }: Indicator,
  { numerator, denominator }: Figure,
): string | undefined => {
  if (numerator === null || kind === 'ratio') return undefined;
  if (denominator === null) return 'the denominator is missing';
  return numerator > denominator ? 'the numerator is above the denominator' : undefined;
};
