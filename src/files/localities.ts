// Which locality a practice belongs to. Columns: practice_code, locality.
import { z } from 'zod';
import { type BadRow, readTable } from './read-csv.ts';

export type LocalityRow = { readonly practiceCode: string; readonly locality: string };

const rowSchema = z.object({
  practice_code: z.string().toUpperCase(),
  locality: z
    .string()
    .min(1, 'the locality is missing')
    .max(60, 'the locality is over 60 characters'),
});

export const readLocalities = (
  bytes: Uint8Array,
  practices: ReadonlySet<string>,
): { rows: LocalityRow[]; bad: BadRow[] } => {
  const rows = new Map<string, LocalityRow>();
  const bad: BadRow[] = [];
  for (const { line, values } of readTable(bytes, ['practice_code', 'locality'])) {
    const parsed = rowSchema.safeParse(values);
    if (!parsed.success)
      bad.push({ line, reason: parsed.error.issues[0]?.message ?? 'not a locality' });
    else if (!practices.has(parsed.data.practice_code))
      bad.push({
        line,
        reason: `${parsed.data.practice_code || 'no code'} is not a practice of this CCG`,
      });
    else if (rows.has(parsed.data.practice_code))
      bad.push({ line, reason: `${parsed.data.practice_code} stands in an earlier line already` });
    else
      rows.set(parsed.data.practice_code, {
        practiceCode: parsed.data.practice_code,
        locality: parsed.data.locality,
      });
  }
  return { rows: [...rows.values()], bad };
};
