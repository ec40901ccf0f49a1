// What became of deliveries. Taking them is in outbox.ts.

import type { Delivery, SendResult } from '../../domain/sending/deliveries.ts';
import type { Database } from '../database.ts';
import type { DeliveryState } from '../generated/prisma/enums.ts';
import { deliveryKey, recordSent, stateAfter } from './record-result.ts';

const waiting: { in: DeliveryState[] } = { in: ['due', 'held'] };

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

  /** It is not in Slack, and was looked for often enough: it may be sent again at `next`. */
  resend: async (delivery: Delivery, next: Date): Promise<void> => {
    await db.delivery.updateMany({
      where: { ...deliveryKey(delivery), state: 'uncertain' },
      data: { state: 'due', reason: null, notBefore: next, leasedUntil: null, looks: 0 },
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
});
