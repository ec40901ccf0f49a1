// What is written down when a delivery has been sent, or could not be.
import { nextChase } from '../../domain/sending/chases.ts';
import type { Delivery, SendResult } from '../../domain/sending/deliveries.ts';
import { readSettings } from '../../domain/settings.ts';
import type { Transaction } from '../database.ts';
import { hasLighterTouch, withPractices } from '../people/lighter-touch.ts';
import { markOutdated } from './create-prompts.ts';

export type DeliveryKey = { readonly ccgCode: string; readonly id: string };

/** The primary key of a delivery. */
export const deliveryKey = ({ ccgCode, id }: DeliveryKey): DeliveryKey => ({ ccgCode, id });

/** What certainly did not arrive is no attempt, so there is no second copy to look for. */
const noAttempt = { attempts: { decrement: 1 } };

/** How a delivery that was not sent goes on; `next`: when it may be tried again. */
export const stateAfter = (outcome: Exclude<SendResult, { kind: 'sent' }>, next: Date) => {
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

/**
 * Writes down that it has arrived: the first contact, outdated messages, and the next chase.
 */
export const recordSent = async (
  tx: Transaction,
  delivery: Delivery,
  { channel, ts }: Extract<SendResult, { kind: 'sent' }>,
  now: Date,
) => {
  const { count } = await tx.delivery.updateMany({
    where: { ...deliveryKey(delivery), state: { not: 'sent' } },
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
 * The next chase, as the domain decides. It takes its slot when the time comes, so that it never
 * displaces an invitation.
 */
const addChase = async (tx: Transaction, delivery: Delivery, now: Date) => {
  const { ccgCode, promptId, person, kind } = delivery;
  if (kind !== 'invite' && kind !== 'chase') return;
  const prompt = await tx.prompt.findUnique({
    where: { ccgCode_id: { ccgCode, id: promptId } },
    include: withRound,
  });
  if (!prompt?.round) return;
  const { outcome, round } = prompt;
  const facts = { outcome, round, hasLighterTouch: hasLighterTouch(prompt.person) };
  const chase = nextChase(delivery, facts, readSettings(prompt.ccg.settings), now);
  if (!chase) return;
  await tx.delivery.createMany({
    data: [{ ccgCode, promptId, personId: person.id, kind: 'chase', ...chase }],
    skipDuplicates: true,
  });
};

const withRound = { round: true, ccg: true, person: { include: withPractices } } as const;
