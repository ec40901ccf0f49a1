// Patients registered at each practice, as NHS Digital publishes them (gp-reg-pat-prac-all.csv).
import { z } from 'zod';
import { type BadRow, readTable } from './read-csv.ts';

export type ListSizeRow = {
  readonly practiceCode: string;
  readonly patients: number;
  readonly on: Date;
};

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];

const rowSchema = z.object({
  code: z.string().toUpperCase(),
  number_of_patients: z.coerce
    .number('the number of patients is not a number')
    .int('the number of patients must be a whole number')
    .min(0, 'the number of patients is below 0'),
  extract_date: z.string().regex(/^\d\d[A-Z]{3}\d{4}$/i, 'the date must look like 01JAN2021'),
});

/**
 * The list sizes of the practices in `practices`; rows of other practices are left out. @throws
 * WrongFile
 */
export const readListSizes = (
  bytes: Uint8Array,
  practices: ReadonlySet<string>,
): { rows: ListSizeRow[]; bad: BadRow[] } => {
  const rows: ListSizeRow[] = [];
  const bad: BadRow[] = [];
  for (const { line, values } of readTable(bytes, ['code', 'number_of_patients', 'extract_date'])) {
    if (!practices.has(values['code'] ?? '')) continue;
    const parsed = rowSchema.safeParse(values);
    if (!parsed.success)
      bad.push({ line, reason: parsed.error.issues[0]?.message ?? 'not a list size' });
    else
      rows.push({
        practiceCode: parsed.data.code,
        patients: parsed.data.number_of_patients,
        on: toDate(parsed.data.extract_date),
      });
  }
  return { rows, bad };
};

const toDate = (text: string) =>
  new Date(
    Date.UTC(
      Number(text.slice(5)),
      MONTHS.indexOf(text.slice(2, 5).toUpperCase()),
      Number(text.slice(0, 2)),
    ),
  );
