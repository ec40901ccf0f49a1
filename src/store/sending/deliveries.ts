// What became of deliveries, and what the person who runs the bot may do about them. Taking them is
// in outbox.ts.

import type { Delivery, DeliveryKind, SendResult } from '../../domain/sending/deliveries.ts';
import type { Database } from '../database.ts';
import type { DeliveryReason, DeliveryState } from '../generated/prisma/enums.ts';
import { deliveryKey, recordSent, stateAfter } from './record-result.ts';

const waiting: { in: DeliveryState[] } = { in: ['due', 'held'] };

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

export const deliveries = (db: Database) => ({
  /**
   * Writes down how an attempt ended; `next`: when it may be tried again or looked for, in real
   * time. A process that has lost its lease changes nothing; but that a message arrived counts
   * from everyone.
   */
  record: (delivery: Delivery, outcome: SendResult, now: Date, next: Date): Promise<void> =>
    db.$transaction(async (tx) => {
      if (outcome.kind === 'sent') return recordSent(tx, delivery, outcome, now);
      await tx.delivery.updateMany({
        where: {
          ...deliveryKey(delivery),
          attempts: delivery.attempts,
          state: { in: ['sending', 'uncertain'] },
        },
        data: {
          leasedUntil: null,
          error: 'error' in outcome ? outcome.error : null,
          ...stateAfter(outcome, next),
        },
      });
    }),

  /**
   * It was not found in Slack this time: look once more at `next`. `by` -1: Slack did not let us
   * look, so it did not count.
   */
  lookAgain: async (delivery: Delivery, next: Date, by: 0 | -1): Promise<void> => {
    await db.delivery.updateMany({
      where: { ...deliveryKey(delivery), state: 'uncertain' },
      data: { notBefore: next, looks: { increment: by } },
    });
  },

  /** It is not in Slack, and was looked for often enough: it may be sent again. */
  resend: async (delivery: Delivery): Promise<void> => {
    await db.delivery.updateMany({
      where: { ...deliveryKey(delivery), state: 'uncertain' },
      data: { state: 'due', reason: null, notBefore: null, leasedUntil: null, looks: 0 },
    });
  },

  /**
   * It may have arrived, and Slack does not let us look: it stays as it is, for the person who runs
   * the bot to see.
   */
  giveUpVerification: async (delivery: Delivery, error: string): Promise<void> => {
    await db.delivery.updateMany({
      where: { ...deliveryKey(delivery), state: 'uncertain' },
      data: { notBefore: null, error },
    });
  },

  /**
   * After a backup was brought back: what was due may have been sent since, so it is looked for
   * before anything is sent.
   */
  markForVerification: async (now: Date): Promise<void> => {
    await db.delivery.updateMany({
      where: { state: waiting, dueAt: { lte: now } },
      data: { state: 'uncertain', notBefore: now, error: 'brought back from a backup' },
    });
  },

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
    const again = {
      state: 'due' as const,
      reason: null,
      error: null,
      notBefore: null,
      leasedUntil: null,
      week: null,
      slot: null,
      dueAt: now,
    };
    const { count } = await db.delivery.updateMany({
      where: { id, state: { in: ['failed', 'uncertain'] } },
      data: { ...again, looks: 0 },
    });
    return count > 0;
  },

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
