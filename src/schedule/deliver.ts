// Sending what is due: claim, send, record. And looking for what may have arrived before anything is sent again.
import { setTimeout as pause } from 'node:timers/promises';
import type { Delivery, Outcome } from '../domain/deliveries.ts';
import type { Workshop } from './timetable.ts';

/** How messages leave the house; handed in by app.ts. */
export type Slack = {
  send(delivery: Delivery): Promise<Outcome>;
  /** The message of a delivery, where it did arrive. */
  find(delivery: Delivery): Promise<Outcome | undefined>;
  listAccounts(): Promise<{ slackId: string; email: string; isActive: boolean }[]>;
};

/** Real time, in milliseconds: leases and looking have nothing to do with the clock that prompts are due by. */
export type DeliverySettings = { readonly leaseMs: number; readonly lookEveryMs: number; readonly looks: number };

export const defaultDelivery: DeliverySettings = { leaseMs: 60_000, lookEveryMs: 30_000, looks: 2 };

/** As many as Slack answers well within a lease. */
const BATCH = 20;

/** Sends until nothing that is due can be sent, waiting where Slack asked us to. */
export const deliverDue = async (workshop: Workshop, now: Date): Promise<void> => {
  while (!workshop.stopping.aborted) {
    const batch = await workshop.store.deliveries.claimDue(now, new Date(), lease(workshop));
    await Promise.all(batch.map((delivery) => deliver(workshop, delivery, now)));
    if (batch.length > 0) continue;
    const retryAt = await workshop.store.deliveries.nextRetry(now);
    if (!retryAt) return;
    await pause(Math.max(0, retryAt.getTime() - Date.now()) + 10, undefined, { signal: workshop.stopping }).catch(() => {});
  }
};

/** Asks Slack about every uncertain delivery whose time has come: found is sent, absent twice is sent again. */
export const lookForUncertain = async (workshop: Workshop, now: Date): Promise<void> => {
  const { store, log } = workshop;
  const expired = await store.deliveries.expireLeases(new Date());
  if (expired > 0) log.warn({ expired }, 'a process ended while it was sending; looking for its messages');
  for (const delivery of await store.deliveries.claimUncertain(new Date(), lease(workshop))) await look(workshop, delivery, now);
};

const deliver = async ({ store, slack, log, delivery: settings }: Workshop, delivery: Delivery, now: Date) => {
  const outcome = await slack.send(delivery);
  if ('error' in outcome)
    log.warn(
      { ccg: delivery.ccgCode, delivery: delivery.id, outcome: outcome.kind, error: outcome.error },
      'a message was not sent',
    );
  const waitMs = outcome.kind === 'not sent, try later' ? outcome.afterMs : settings.lookEveryMs;
  await store.deliveries.record(delivery, outcome, now, fromNow(waitMs));
};

const look = async ({ store, slack, delivery: settings }: Workshop, delivery: Delivery, now: Date) => {
  const found = await slack.find(delivery);
  if (found) await store.deliveries.record(delivery, found, now, new Date());
  else if (delivery.looks < settings.looks) await store.deliveries.lookAgain(delivery, fromNow(settings.lookEveryMs));
  else await store.deliveries.resend(delivery);
};

const lease = ({ delivery }: Workshop) => ({ take: BATCH, until: fromNow(delivery.leaseMs) });

const fromNow = (ms: number) => new Date(Date.now() + ms);
