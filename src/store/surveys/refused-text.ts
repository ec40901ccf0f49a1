// What was refused because it seemed to hold patient data: of which kind and when, never the words,
// and never who wrote them.
import type { Finding } from '../../domain/text/patient-data.ts';
import type { Database } from '../database.ts';

export const refused = (db: Database, ccgCode: string) => ({
  /** Notes the kinds that were found in something that was not kept. */
  note: async (kinds: readonly Finding[], now: Date): Promise<void> => {
    await db.refused.createMany({ data: kinds.map((kind) => ({ ccgCode, kind, at: now })) });
  },
});

/** How often a kind was found in a month of London, YYYY-MM. */
export type RefusedInMonth = {
  readonly month: string;
  readonly kind: Finding;
  readonly number: number;
};

/** For the person who runs the bot: how often each kind was found, the latest month first. */
export const countRefused = (db: Database, ccgCode: string): Promise<RefusedInMonth[]> =>
  db.$queryRaw`
    SELECT to_char(at AT TIME ZONE 'Europe/London', 'YYYY-MM') AS month, kind::text,
      count(*)::int AS number
    FROM "Refused" WHERE "ccgCode" = ${ccgCode} GROUP BY 1, 2 ORDER BY 1 DESC, 2`;
