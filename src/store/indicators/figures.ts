// Indicator figures: numbers for a few pairs of eyes, so each look at them is written into the
// history.

import { type Indicator, indicatorsOf } from '../../domain/indicators/catalogue.ts';
import type { Figure } from '../../domain/indicators/comparison.ts';
import { readSettings } from '../../domain/settings.ts';
import { type Database, longTransaction } from '../database.ts';
import { record } from '../roles/history.ts';

export const figures = (db: Database, ccgCode: string) => ({
  /** What the CCG keeps figures of, by its settings. */
  indicators: async (): Promise<Indicator[]> =>
    indicatorsOf(readSettings((await db.ccg.findUnique({ where: { code: ccgCode } }))?.settings)),

  /** Those of practices that are members now: they are compared with each other. */
  all: (): Promise<Figure[]> =>
    db.figure.findMany({ where: { ccgCode, practice: { closedOn: null } } }),

  /** Somebody looks at the figures of a practice. */
  seen: (practiceCode: string, actorId: string, now: Date): Promise<unknown> =>
    record(db, ccgCode, now, { kind: 'figures_seen', actorId, practiceCode }),

  /** Stores what was imported, in place of what stood there. */
  save: (rows: readonly Figure[], now: Date): Promise<void> =>
    longTransaction(db, async (tx) => {
      for (const { practiceCode, indicatorId, period, ...numbers } of rows) {
        const key = { ccgCode, practiceCode, indicatorId, period };
        await tx.figure.upsert({
          where: { ccgCode_practiceCode_indicatorId_period: key },
          create: { ...key, ...numbers },
          update: numbers,
        });
      }
      if (rows.length > 0) await record(tx, ccgCode, now, { kind: 'indicators_imported' });
    }),
});
