// What may happen only once however many processes there are, and however often Slack passes it on.
import type { Database } from '../database.ts';

/** Whoever is at something for longer is no longer there. */
const MAX_PROCESSING_MS = 30_000;

export const idempotency = (db: Database) => ({
  /** Takes a job for one moment. False where another process has it. */
  takeJobRun: async (job: string, moment: Date): Promise<boolean> =>
    (await db.tick.createMany({ data: [{ job, moment }], skipDuplicates: true })).count > 0,

  /**
   * Notes that something came in, and says whether it is to be done by whoever asks: not where
   * another has done it, or is at it.
   */
  begin: async (key: string, realNow: Date): Promise<'to do' | 'under way' | 'done'> => {
    const isOurs = await db.$executeRaw`
      INSERT INTO "Received" (key, at) VALUES (${key}, ${realNow}) ON CONFLICT (key)
      DO UPDATE SET at = ${realNow} WHERE NOT "Received".done
        AND "Received".at < ${new Date(realNow.getTime() - MAX_PROCESSING_MS)}`;
    if (isOurs > 0) return 'to do';
    return (await db.received.findUnique({ where: { key } }))?.done ? 'done' : 'under way';
  },

  /** What came in has been done. */
  finish: async (key: string): Promise<void> => {
    await db.received.updateMany({ where: { key }, data: { done: true } });
  },

  /** It came in and was not done, so it may come again. */
  forget: async (key: string): Promise<void> => {
    await db.received.deleteMany({ where: { key } });
  },

  /** The clock was set back: what was taken for moments that come again may be taken again. */
  deleteRunsAfter: async (now: Date): Promise<number> =>
    (await db.tick.deleteMany({ where: { moment: { gt: now } } })).count,

  /** Writes a row, to see that the database takes it. @throws where it does not */
  writeHeartbeat: async (realNow: Date): Promise<void> => {
    await db.$executeRaw`
      INSERT INTO "Received" (key, at, done) VALUES ('heartbeat', ${realNow}, true)
      ON CONFLICT (key) DO UPDATE SET at = ${realNow}`;
  },

  /** Forgets what nobody will ask about any more. */
  deleteBefore: async (before: Date, realBefore: Date): Promise<void> => {
    await db.tick.deleteMany({ where: { moment: { lt: before } } });
    await db.received.deleteMany({ where: { at: { lt: realBefore } } });
  },
});
