// Looking in Slack for what may have arrived, before anything is sent again.
import type { Delivery } from '../../domain/sending/deliveries.ts';
import type { JobContext } from '../job.ts';
import { fromNow, lease, verifyAfter } from './lease.ts';

/** What Slack fails to take so often is left for the person who runs the bot to look at. */
const MAX_ATTEMPTS = 10;

/**
 * Asks Slack about every uncertain delivery whose time has come: found is sent, absent twice is
 * sent again.
 */
export const verifyUncertain = async (context: JobContext, now: Date): Promise<void> => {
  const { store, log } = context;
  const expired = await store.deliveries.expireLeases(new Date());
  if (expired > 0)
    log.warn({ expired }, 'a process ended while it was sending; looking for its messages');
  for (const delivery of await store.deliveries.leaseUncertain(
    new Date(),
    lease(context, MAX_LOOKS),
  ))
    await verify(context, delivery, now);
};

/** Slack lets an app look 50 times a minute; what is left over is looked for at the next tick. */
const MAX_LOOKS = 20;

const verify = async (context: JobContext, delivery: Delivery, now: Date) => {
  const { store, slack, delivery: settings } = context;
  const found = await slack.find(delivery);
  if (found.kind === 'sent') await store.deliveries.record(delivery, found, now, new Date());
  else if (found.kind === 'may not look')
    await store.deliveries.giveUpVerification(delivery, found.error);
  else if (found.kind === 'look later')
    await store.deliveries.lookAgain(delivery, fromNow(found.afterMs), -1);
  else if (delivery.looks < settings.looks)
    await store.deliveries.lookAgain(delivery, fromNow(await verifyAfter(context, delivery)), 0);
  else if (delivery.attempts < MAX_ATTEMPTS) await store.deliveries.resend(delivery);
  else await store.deliveries.giveUpVerification(delivery, 'not there after many attempts');
};
