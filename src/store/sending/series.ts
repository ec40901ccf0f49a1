// What is still to be sent, once or again and again.

import {
  askingSchema,
  nextTime,
  type PlannedPrompts,
  type Repeat,
} from '../../domain/sending/series.ts';
import type { Audience } from '../../domain/surveys/audience.ts';
import { addDays } from '../../domain/time/calendar.ts';
import type { Database, Transaction } from '../database.ts';
import type { SeriesModel } from '../generated/prisma/models.ts';
import { record } from '../roles/history.ts';

export type NewSeries = {
  readonly id: string;
  readonly asking: PlannedPrompts;
  readonly audience: Audience;
  readonly repeat: Repeat;
  readonly firstAt: Date;
  readonly createdBy: string;
};

export type PlannedSeries = NewSeries & {
  readonly nextAt: Date;
  readonly sendings: number;
  /** The last of its times, where it could not be sent then, and why. */
  readonly unsentAt: Date | null;
  readonly unsentWhy: string | null;
  readonly endedAt: Date | null;
};

/** For how long leads are told about the last time of what could not be sent and has ended. */
const DAYS_TO_TELL = 28;

export const series = (db: Database, ccgCode: string) => ({
  /** Keeps it until its day. A second time with the same id, nothing. */
  add: ({ asking, audience, ...rest }: NewSeries, now: Date): Promise<void> =>
    db.$transaction(async (tx) => {
      const row = { ccgCode, ...rest, asking, audience, nextAt: rest.firstAt, createdAt: now };
      const { count } = await tx.series.createMany({ data: [row], skipDuplicates: true });
      if (count > 0)
        await record(tx, ccgCode, now, {
          kind: 'series_added',
          actorId: rest.createdBy,
          about: rest.id,
        });
    }),

  find: async (id: string): Promise<PlannedSeries | undefined> => {
    const row = await db.series.findUnique({ where: { ccgCode_id: { ccgCode, id } } });
    return row ? toSeries(row) : undefined;
  },

  /**
   * What is to be sent again or still, the next first; and what ended lately without having been
   * sent.
   */
  planned: async (now: Date): Promise<PlannedSeries[]> => {
    const told = { endedAt: { not: null }, unsentAt: { gt: addDays(now, -DAYS_TO_TELL) } };
    const rows = await db.series.findMany({
      where: { ccgCode, OR: [{ endedAt: null }, told] },
      orderBy: [{ nextAt: 'asc' }, { id: 'asc' }],
    });
    return rows.map(toSeries);
  },

  /** What is to be sent now. */
  due: async (now: Date): Promise<PlannedSeries[]> => {
    const where = { ccgCode, endedAt: null, nextAt: { lte: now } };
    return (await db.series.findMany({ where, orderBy: { nextAt: 'asc' } })).map(toSeries);
  },

  /**
   * It could not be sent this time, and leads are told why; the next time is set, or it has ended.
   */
  noteUnsent: (due: PlannedSeries, unsentWhy: string, now: Date): Promise<boolean> =>
    passTime(db, ccgCode, due, { unsentAt: due.nextAt, unsentWhy }, now),

  /** Sends no more of it. False where it had ended. */
  end: (id: string, actorId: string, now: Date): Promise<boolean> =>
    db.$transaction(async (tx) => {
      const { count } = await tx.series.updateMany({
        where: { ccgCode, id, endedAt: null },
        data: { endedAt: now, unsentAt: null, unsentWhy: null },
      });
      if (count > 0) await record(tx, ccgCode, now, { kind: 'series_ended', actorId, about: id });
      return count > 0;
    }),
});

/**
 * It is being sent, in this transaction. False where another process has sent it, or a lead has
 * ended it: then nothing is to be sent.
 */
export const noteSent = (
  tx: Transaction,
  ccgCode: string,
  due: PlannedSeries,
  now: Date,
): Promise<boolean> => passTime(tx, ccgCode, due, { unsentAt: null, unsentWhy: null }, now);

type Unsent = Pick<PlannedSeries, 'unsentAt' | 'unsentWhy'>;

/** Only the first to say so passes this time. */
const passTime = async (
  db: Database | Transaction,
  ccgCode: string,
  due: PlannedSeries,
  unsent: Unsent,
  now: Date,
) => {
  const { sendings, nextAt } = nextTime(due, now);
  const { count } = await db.series.updateMany({
    where: { ccgCode, id: due.id, nextAt: due.nextAt, sendings: due.sendings, endedAt: null },
    data: { ...unsent, sendings, ...(nextAt ? { nextAt } : { endedAt: now }) },
  });
  return count > 0;
};

/** When the next of any CCG is to be sent. */
export const nextPlanned = async (db: Database, now: Date): Promise<Date | undefined> =>
  (
    await db.series.findFirst({
      where: { endedAt: null, nextAt: { gt: now } },
      orderBy: { nextAt: 'asc' },
    })
  )?.nextAt;

const toSeries = ({ asking, audience, ...row }: SeriesModel): PlannedSeries => ({
  ...row,
  asking: askingSchema.parse(asking),
  audience: audience as Audience,
});
