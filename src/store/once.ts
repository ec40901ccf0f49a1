// What may happen only once however many processes there are, and however often Slack passes it on.
import type { Database } from './database.ts';

export const once = (db: Database) => ({
  /** Takes a job for one moment. False where another process has it. */
  takeTick: async (job: string, moment: Date): Promise<boolean> =>
    (await db.tick.createMany({ data: [{ job, moment }], skipDuplicates: true })).count > 0,

  /** Notes that something came in. False where it had come before. */
  receive: async (key: string, realNow: Date): Promise<boolean> =>
    (await db.received.createMany({ data: [{ key, at: realNow }], skipDuplicates: true })).count > 0,

  /** It came in and was not done, so it may come again. */
  forget: async (key: string): Promise<void> => {
    await db.received.deleteMany({ where: { key } });
  },

  /** Forgets what nobody will ask about any more. */
  tidy: async (before: Date, realBefore: Date): Promise<void> => {
    await db.tick.deleteMany({ where: { moment: { lt: before } } });
    await db.received.deleteMany({ where: { at: { lt: realBefore } } });
  },
});
