// What became of deliveries. Taking them is in outbox.ts.

import type { Delivery, SendResult } from '../../domain/sending/deliveries.ts';
import { readSettings } from '../../domain/settings.ts';
import { nextWeek } from '../../domain/time/calendar.ts';
import { nextSendingTime } from '../../domain/time/sending-window.ts';
import type { Database, Transaction } from '../database.ts';
import type { DeliveryState } from '../generated/prisma/enums.ts';
import { hasLighterTouch, withPractices } from '../people/lighter-touch.ts';
import { markOutdated } from './create-prompts.ts';

const waiting: { in: DeliveryState[] } = { in: ['due', 'held'] };

export const deliveries = (db: Database) => ({
  /**
   * Writes down how an attempt ended; `next`: when it may be tried again or looked for, in real
   * time. Whoever lost the lease meanwhile changes nothing; but that a message did arrive counts
   * from everyone.
   */
  record: (delivery: Delivery, outcome: SendResult, now: Date, next: Date): Promise<void> =>
    db.$transaction(async (tx) => {
      if (outcome.kind === 'sent') return recordSent(tx, delivery, outcome, now);
      await tx.delivery.updateMany({
        where: {
          ...key(delivery),
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
      where: { ...key(delivery), state: 'uncertain' },
      data: { notBefore: next, looks: { increment: by } },
    });
  },

  /** It is not in Slack, and was looked for often enough: it may be sent again at `next`. */
  resend: async (delivery: Delivery, next: Date): Promise<void> => {
    await db.delivery.updateMany({
      where: { ...key(delivery), state: 'uncertain' },
      data: { state: 'due', reason: null, notBefore: next, leasedUntil: null, looks: 0 },
    });
  },

  /**
   * It may have arrived, and Slack does not let us look: it stays as it is, for the person who runs
   * the bot to see.
   */
  giveUpVerification: async (delivery: Delivery, error: string): Promise<void> => {
    await db.delivery.updateMany({
      where: { ...key(delivery), state: 'uncertain' },
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

type Key = { readonly ccgCode: string; readonly id: string };

const key = ({ ccgCode, id }: Key): Key => ({ ccgCode, id });

/** What certainly did not arrive is no attempt, so there is no second copy to look for. */
const noAttempt = { attempts: { decrement: 1 } };

const stateAfter = (outcome: Exclude<SendResult, { kind: 'sent' }>, next: Date) => {
  switch (outcome.kind) {
    case 'not sent, try later':
      return { state: 'due' as const, reason: outcome.because, notBefore: next, ...noAttempt };
    case 'not sent, give up':
      return { state: 'failed' as const, reason: outcome.because, week: null, slot: null };
    case 'not wanted':
      return { state: 'cancelled' as const, reason: outcome.because, week: null, slot: null };
    case 'uncertain':
      return { state: 'uncertain' as const, notBefore: next };
  }
};

const recordSent = async (
  tx: Transaction,
  delivery: Delivery,
  { channel, ts }: Extract<SendResult, { kind: 'sent' }>,
  now: Date,
) => {
  const { count } = await tx.delivery.updateMany({
    where: { ...key(delivery), state: { not: 'sent' } },
    data: {
      state: 'sent',
      reason: null,
      channel,
      messageTs: ts,
      sentAt: now,
      leasedUntil: null,
      notBefore: null,
      error: null,
    },
  });
  if (count === 0) return;
  const person = { ccgCode: delivery.ccgCode, id: delivery.person.id };
  await tx.person.updateMany({
    where: { ...person, firstContactAt: null },
    data: { firstContactAt: now },
  });
  if (delivery.kind === 'again')
    await markOutdated(tx, delivery.ccgCode, {
      promptId: delivery.promptId,
      id: { not: delivery.id },
    });
  await addChase(tx, delivery, now);
};

/**
 * Those who have not replied are asked again in a later week, as that week's one prompt, as often
 * as the round says. It takes its slot when the time comes, so that it never displaces an
 * invitation.
 */
const addChase = async (
  tx: Transaction,
  { ccgCode, promptId, person, kind, turn: last }: Delivery,
  now: Date,
) => {
  if (kind !== 'invite' && kind !== 'chase') return;
  const turn = kind === 'invite' ? 1 : last + 1;
  const prompt = await tx.prompt.findUnique({
    where: { ccgCode_id: { ccgCode, id: promptId } },
    include: withRound,
  });
  if (!prompt?.round || prompt.outcome !== 'waiting' || turn > prompt.round.chases) return;
  const dueAt = nextSendingTime(nextWeek(now), readSettings(prompt.ccg.settings));
  if (dueAt >= prompt.round.closesAt || hasLighterTouch(prompt.person)) return;
  await tx.delivery.createMany({
    data: [{ ccgCode, promptId, personId: person.id, kind: 'chase', turn, dueAt }],
    skipDuplicates: true,
  });
};

const withRound = { round: true, ccg: true, person: { include: withPractices } } as const;
