// What the person who runs the bot may see of deliveries, and do about them.
import type { DeliveryKind } from '../../domain/sending/deliveries.ts';
import type { Database } from '../database.ts';
import type { DeliveryReason, DeliveryState } from '../generated/prisma/enums.ts';

/** A delivery as the person who runs the bot sees it: no name, no text. */
export type DeliveryLine = {
  readonly ccgCode: string;
  readonly id: string;
  readonly kind: DeliveryKind;
  readonly state: DeliveryState;
  readonly reason: DeliveryReason | null;
  readonly dueAt: Date;
  readonly attempts: number;
  readonly error: string | null;
};

export const deliveryAdmin = (db: Database) => ({
  /** How many deliveries stand where, and why. */
  count: async (): Promise<
    { state: DeliveryState; reason: DeliveryReason | null; number: number }[]
  > => {
    const rows = await db.delivery.groupBy({
      by: ['state', 'reason'],
      _count: true,
      orderBy: [{ state: 'asc' }, { reason: 'asc' }],
    });
    return rows.map(({ _count, ...row }) => ({ ...row, number: _count }));
  },

  /** Those in some states, the oldest first. */
  list: (states: readonly DeliveryState[], take: number): Promise<DeliveryLine[]> =>
    db.delivery.findMany({
      where: { state: { in: [...states] } },
      orderBy: { dueAt: 'asc' },
      take,
    }),

  /**
   * Tries one again that was given up, or that may have arrived. False where there is none of the
   * kind.
   */
  retry: async (id: string, now: Date): Promise<boolean> => {
    const { count } = await db.delivery.updateMany({
      where: { id, state: { in: ['failed', 'uncertain'] } },
      data: { ...tryAgain, dueAt: now },
    });
    return count > 0;
  },

  /**
   * Tries all again that were given up, and looks once more for all that may have arrived. What has
   * lost its point meanwhile is not sent.
   */
  retryAll: (now: Date, realNow: Date): Promise<{ again: number; looked: number }> =>
    db.$transaction(async (tx) => {
      const again = await tx.delivery.updateMany({
        where: { state: 'failed' },
        data: { ...tryAgain, dueAt: now },
      });
      const looked = await tx.delivery.updateMany({
        where: { state: 'uncertain', notBefore: null },
        data: { notBefore: realNow, looks: 0, error: null },
      });
      return { again: again.count, looked: looked.count };
    }),

  /** Sends one no more. False where it is under way, or has been sent. */
  cancel: async (id: string): Promise<boolean> => {
    const stopped = {
      state: 'cancelled' as const,
      reason: 'cancelled_by_hand' as const,
      week: null,
      slot: null,
    };
    const { count } = await db.delivery.updateMany({
      where: { id, state: { in: ['due', 'held', 'failed', 'uncertain'] } },
      data: stopped,
    });
    return count > 0;
  },
});

const tryAgain = {
  state: 'due' as const,
  ...{ reason: null, error: null, notBefore: null, leasedUntil: null, week: null, slot: null },
  looks: 0,
};
