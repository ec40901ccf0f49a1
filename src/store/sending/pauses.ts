// Pauses that Slack asks for, in real time, kept by every process.
import type { Database } from '../database.ts';

const MINUTE_MS = 60_000;

const isRefusal = {
  pauseError: { notIn: ['ratelimited', 'rate_limited', 'message_limit_exceeded'] },
};

export const pauses = (db: Database) => ({
  /**
   * Slack is left in peace until a moment in real time, by every process. A longer pause is never
   * cut short.
   */
  pauseUntil: async (realUntil: Date, error: string): Promise<void> => {
    await db.ccg.updateMany({
      where: { OR: [{ pausedUntil: null }, { pausedUntil: { lt: realUntil } }] },
      data: { pausedUntil: realUntil, pauseError: error },
    });
  },

  /** The clock was set back: nothing waits for longer than an hour of the time as it is now. */
  shortenWaits: async (realNow: Date): Promise<void> => {
    const tooLate = { gt: new Date(realNow.getTime() + 60 * MINUTE_MS) };
    await db.ccg.updateMany({ where: { pausedUntil: tooLate }, data: { pausedUntil: realNow } });
    await db.delivery.updateMany({ where: { notBefore: tooLate }, data: { notBefore: realNow } });
    await db.delivery.updateMany({
      where: { leasedUntil: tooLate },
      data: { leasedUntil: realNow },
    });
  },

  /**
   * Why, and until when, Slack does not let the app speak at all; that it is to speak more slowly
   * is no such thing.
   */
  refusedBySlack: async (realNow: Date): Promise<{ until: Date; error: string } | undefined> => {
    const ccg = await db.ccg.findFirst({ where: { pausedUntil: { gt: realNow }, ...isRefusal } });
    return ccg?.pausedUntil ? { until: ccg.pausedUntil, error: ccg.pauseError ?? '' } : undefined;
  },

  /** The bot has just connected, so Slack lets it speak again. */
  endRefusal: async (): Promise<void> => {
    await db.ccg.updateMany({
      where: { pausedUntil: { not: null }, ...isRefusal },
      data: { pausedUntil: null, pauseError: null },
    });
  },
});
