// Messages in Slack that are out of date: which they are, and that they have been updated.
import type { Database } from '../database.ts';
import type { DeliveryKind } from '../generated/prisma/enums.ts';

export type OutdatedMessage = {
  readonly ccgCode: string;
  readonly id: string;
  readonly promptId: string;
  readonly kind: DeliveryKind;
  readonly turn: number;
  readonly channel: string | null;
  readonly messageTs: string | null;
  /** Handed to Slack more than once, so that there may be a second copy. */
  readonly attempts: number;
  readonly outdated: number;
};

export const outdatedMessages = (db: Database) => ({
  /** Messages to update, where Slack does not ask for a pause. */
  outdated: (take: number, realNow: Date): Promise<OutdatedMessage[]> =>
    db.delivery.findMany({
      where: {
        state: 'sent',
        outdated: { gt: 0 },
        ccg: { OR: [{ pausedUntil: null }, { pausedUntil: { lte: realNow } }] },
      },
      orderBy: { dueAt: 'desc' },
      take,
    }),

  /** It shows all that had changed when it was read; what has changed since follows next time. */
  noteUpdated: async ({ ccgCode, id, outdated }: OutdatedMessage): Promise<void> => {
    await db.delivery.updateMany({
      where: { ccgCode, id },
      data: { outdated: { decrement: outdated } },
    });
  },
});
