// Rosters: who works at which practice. Columns: email, name, profession, practice_code, and
// engagement_lead where wanted.
import { z } from 'zod';
import { type Profession, professions } from '../domain/people/people.ts';
import type { RosterRow } from '../domain/people/roster-import.ts';
import { type BadRow, readTable } from './read-csv.ts';

const professionNames = Object.keys(professions) as Profession[];
const yes = ['yes', 'y', 'true', '1'];

const rowSchema = z.object({
  email: z.email('the e-mail is not an e-mail address').toLowerCase(),
  name: z.string().min(2, 'the name is missing').max(80, 'the name is over 80 characters'),
  profession: z
    .string()
    .toLowerCase()
    .transform((text) => text.replaceAll(' ', '_'))
    .pipe(z.enum(professionNames, `the profession must be one of ${professionNames.join(', ')}`)),
  practice_code: z.string().toUpperCase(),
  engagement_lead: z
    .string()
    .toLowerCase()
    .default('')
    .transform((text) => yes.includes(text)),
});

/**
 * The people of a roster, and the rows that cannot be used: bad values, practices that are not open
 * members, the same line twice. @throws WrongFile
 */
export const readRoster = (
  bytes: Uint8Array,
  openPractices: ReadonlySet<string>,
): { rows: RosterRow[]; bad: BadRow[] } => {
  const rows: RosterRow[] = [];
  const bad: BadRow[] = [];
  const seen = new Map<string, number>();
  for (const { line, values } of readTable(bytes, [
    'email',
    'name',
    'profession',
    'practice_code',
  ])) {
    const parsed = rowSchema.safeParse(values);
    if (!parsed.success) {
      bad.push({ line, reason: parsed.error.issues[0]?.message ?? 'not a person' });
      continue;
    }
    const {
      email,
      name,
      profession,
      practice_code: practiceCode,
      engagement_lead: engagementLead,
    } = parsed.data;
    const before = seen.get(`${email} ${practiceCode}`);
    if (!openPractices.has(practiceCode))
      bad.push({
        line,
        reason: `${practiceCode || 'no code'} is not an open practice of this CCG`,
      });
    else if (before) bad.push({ line, reason: `the same person and practice as line ${before}` });
    else rows.push({ email, name, profession, practiceCode, engagementLead });
    seen.set(`${email} ${practiceCode}`, line);
  }
  return { rows, bad };
};
