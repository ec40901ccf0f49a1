// Looking in Slack for what may have arrived, before anything is sent again.
import type { Delivery } from '../../domain/sending/deliveries.ts';
import type { JobContext } from '../job.ts';
import { fromNow, lease, verifyAfter } from '../lease.ts';
import { pauseAfter } from '../pause.ts';

/** Slack lets an app look 50 times a minute; what is left over is looked for at the next tick. */
const MAX_LOOKS = 20;

/**
 * Asks Slack about every uncertain delivery whose time has come: found is sent, absent twice is
 * sent again. Where Slack does not answer, the rest waits.
 */
export const verifyUncertain = async (context: JobContext, now: Date): Promise<void> => {
  const { store, log } = context;
  const expired = await store.deliveries.expireLeases(new Date());
  if (expired > 0)
    log.warn({ expired }, 'a process ended while it was sending; looking for its messages');
  const waiting = await store.deliveries.leaseUncertain(new Date(), lease(context, MAX_LOOKS));
  let stopped = false;
  for (const delivery of waiting) {
    if (stopped) await store.deliveries.lookAgain(delivery, new Date(), -1);
    else stopped = await verify(context, delivery, now);
  }
};

/**
 * True where no more is to be looked for now. That Slack lets us look no more often is no reason
 * not to send.
 */
const verify = async (context: JobContext, delivery: Delivery, now: Date): Promise<boolean> => {
  const { store, slack } = context;
  const found = await slack.find(delivery);
  if (found.kind === 'sent') await store.deliveries.record(delivery, found, now, new Date());
  else if (found.kind === 'may not look')
    await store.deliveries.giveUpVerification(delivery, found.error);
  else if (found.kind === 'look later')
    await store.deliveries.lookAgain(delivery, fromNow(found.afterMs), -1);
  else await noteAbsent(context, delivery);
  const isTooOften = found.kind === 'look later' && found.because === 'rate_limited';
  return isTooOften || pauseAfter(context, found);
};

/**
 * Not there. Slack may show it late, so it is looked for again; absent for certain, it is sent
 * again however often that takes, with growing pauses.
 */
const noteAbsent = async (context: JobContext, delivery: Delivery) => {
  const { store, delivery: settings } = context;
  const waitMs = await verifyAfter(context, delivery);
  if (delivery.looks < settings.looks)
    return store.deliveries.lookAgain(delivery, fromNow(waitMs), 0);
  const pauses = Math.min(delivery.attempts - 1, MAX_PAUSES);
  return store.deliveries.resend(delivery, fromNow(pauses * waitMs));
};

/** Between two attempts nobody waits longer than so many times the wait before looking. */
const MAX_PAUSES = 4;
