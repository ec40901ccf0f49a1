// Cards of wins in channels that are out of date: which they are, and that they have been updated.
import type { Database } from '../database.ts';

export type OutdatedCard = {
  readonly ccgCode: string;
  readonly id: string;
  readonly channel: string | null;
  readonly messageTs: string | null;
  readonly outdated: number;
};

export const cards = (db: Database) => ({
  /** Cards to update, where Slack does not ask for a pause. */
  outdated: (take: number, realNow: Date): Promise<OutdatedCard[]> =>
    db.win.findMany({
      where: {
        outdated: { gt: 0 },
        messageTs: { not: null },
        ccg: { OR: [{ pausedUntil: null }, { pausedUntil: { lte: realNow } }] },
      },
      orderBy: { sharedAt: 'desc' },
      take,
    }),

  /** It shows all that had changed when it was read; what has changed since is drawn next time. */
  noteUpdated: async ({ ccgCode, id, outdated }: OutdatedCard): Promise<void> => {
    await db.win.updateMany({
      where: { ccgCode, id },
      data: { outdated: { decrement: outdated } },
    });
  },
});
