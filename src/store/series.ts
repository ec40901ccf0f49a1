// What is still to be sent, once or again and again.
import type { Audience } from '../domain/audience.ts';
import { type Asking, askingSchema, nextSending, type Repeat } from '../domain/series.ts';
import type { Database } from './database.ts';
import type { SeriesModel } from './generated/prisma/models.ts';
import { record } from './history.ts';

export type NewSeries = {
  readonly id: string;
  readonly asking: Asking;
  readonly audience: Audience;
  readonly repeat: Repeat;
  readonly firstAt: Date;
  readonly createdBy: string;
};

export type Series = NewSeries & { readonly nextAt: Date; readonly sendings: number };

export const series = (db: Database, ccgCode: string) => ({
  /** Keeps it until its day. A second time with the same id, nothing. */
  add: ({ asking, audience, ...rest }: NewSeries, now: Date): Promise<void> =>
    db.$transaction(async (tx) => {
      const row = { ccgCode, ...rest, asking, audience, nextAt: rest.firstAt, createdAt: now };
      const { count } = await tx.series.createMany({ data: [row], skipDuplicates: true });
      if (count > 0) await record(tx, ccgCode, now, { kind: 'series_added', actorId: rest.createdBy, about: rest.id });
    }),

  /** What has not ended, the next to be sent first. */
  open: async (): Promise<Series[]> => {
    const rows = await db.series.findMany({ where: { ccgCode, endedAt: null }, orderBy: { nextAt: 'asc' } });
    return rows.map(toSeries);
  },

  /** What is to be sent now. */
  due: async (now: Date): Promise<Series[]> => {
    const rows = await db.series.findMany({
      where: { ccgCode, endedAt: null, nextAt: { lte: now } },
      orderBy: { nextAt: 'asc' },
    });
    return rows.map(toSeries);
  },

  /** It has been sent, or could not be: the next time is set, or it has ended. Only the first to say so changes anything. */
  noteSent: async ({ id, firstAt, nextAt, repeat, sendings }: Series, now: Date): Promise<void> => {
    const next = nextSending(firstAt, repeat, sendings + 1);
    await db.series.updateMany({
      where: { ccgCode, id, nextAt, endedAt: null },
      data: { sendings: { increment: 1 }, ...(next ? { nextAt: next } : { endedAt: now }) },
    });
  },

  /** Sends no more of it. False where it had ended. */
  end: (id: string, actorId: string, now: Date): Promise<boolean> =>
    db.$transaction(async (tx) => {
      const { count } = await tx.series.updateMany({ where: { ccgCode, id, endedAt: null }, data: { endedAt: now } });
      if (count > 0) await record(tx, ccgCode, now, { kind: 'series_ended', actorId, about: id });
      return count > 0;
    }),
});

/** When the next of any CCG is to be sent. */
export const nextPlanned = async (db: Database, now: Date): Promise<Date | undefined> =>
  (await db.series.findFirst({ where: { endedAt: null, nextAt: { gt: now } }, orderBy: { nextAt: 'asc' } }))?.nextAt;

const toSeries = ({ asking, audience, ...row }: SeriesModel): Series => ({
  ...row,
  asking: askingSchema.parse(asking),
  audience: audience as Audience,
});
