// Sending what is due: claim, send, record. And looking for what may have arrived before anything is sent again.
import { setTimeout as pause } from 'node:timers/promises';
import type { Ccg } from '../../domain/ccg.ts';
import type { Reachable } from '../../domain/people/people.ts';
import type { Delivery, Drawn, Found, Outcome, Posted } from '../../domain/sending/deliveries.ts';
import { maySend } from '../../domain/sending/reschedule.ts';
import type { Settings } from '../../domain/settings.ts';
import type { StaleMessage } from '../../store/sending/outdated-messages.ts';
import type { StaleCard } from '../../store/wins/cards.ts';
import type { Workshop } from '../timetable.ts';
import { planWaiting } from './reschedule-waiting.ts';

/** How messages leave the house; handed in by app.ts. */
export type Slack = {
  send(delivery: Delivery): Promise<Outcome>;
  find(delivery: Delivery): Promise<Found>;
  drawAnew(message: StaleMessage): Promise<Drawn>;
  postSummary(ccg: Ccg, now: Date): Promise<Posted>;
  tellLead(ccg: Ccg, lead: Reachable, now: Date): Promise<Posted>;
  drawCard(card: StaleCard): Promise<Drawn>;
  listAccounts(): Promise<{ slackId: string; email: string; isActive: boolean }[]>;
};

/** Real time, in milliseconds. How long to wait before looking is a setting of the CCG, unless it is given here. */
export type DeliverySettings = { readonly leaseMs: number; readonly looks: number; readonly lookEveryMs?: number };

export const defaultDelivery: DeliverySettings = { leaseMs: 60_000, looks: 2 };

/** How many messages one process has under way at a time: a slow one holds up nobody else. */
const AT_ONCE = 8;
/** Longer than this nobody waits within a tick; the next one takes it up. */
const PATIENCE_MS = 5000;
/** Other jobs want their turn: after so long nobody waits any more. */
const LONGEST_SHIFT_MS = 30_000;
/** What Slack fails to take so often is left for the person who runs the bot to look at. */
const MOST_ATTEMPTS = 10;

/** Sends until nothing that is due may be sent now. */
export const deliverDue = async (workshop: Workshop, now: Date): Promise<void> => {
  const all = await workshop.store.ccgs.all();
  const settings = new Map(all.map((ccg) => [ccg.code, ccg.settings]));
  const perMinute = Math.min(...all.map(({ settings }) => settings.messages_per_minute));
  const began = Date.now();
  const shift = { perMinute, settings, began, now: () => new Date(now.getTime() + Date.now() - began) };
  const sent = await Promise.all(Array.from({ length: AT_ONCE }, () => sendOneAfterAnother(workshop, shift)));
  if (sent.some(({ putBack }) => putBack > 0)) await planWaiting(workshop, shift.now());
};

type Shift = {
  readonly perMinute: number;
  readonly settings: ReadonlyMap<string, Settings>;
  readonly began: number;
  now(): Date;
};

const sendOneAfterAnother = async (workshop: Workshop, shift: Shift) => {
  const { store, stopping } = workshop;
  let putBack = 0;
  while (!stopping.aborted) {
    const now = shift.now();
    const [delivery] = await store.deliveries.claimDue(now, new Date(), lease(workshop, 1), shift.perMinute);
    if (delivery && mayLeave(delivery, shift, now)) await deliver(workshop, delivery, now);
    else if (delivery) putBack += await store.deliveries.putBack(delivery);
    else if (!(await waitForSlack(workshop, shift))) break;
  }
  return { putBack };
};

/** The last look at the calendar: the bot may have been down, or Slack slow, or they may have changed their days. */
const mayLeave = (delivery: Delivery, { settings }: Shift, now: Date) => {
  const times = settings.get(delivery.ccgCode);
  return times !== undefined && maySend(delivery, times, now);
};

/** Where a moment's patience is asked for, waits for it to pass. False where there is nothing to wait for, or for too long. */
const waitForSlack = async ({ store, stopping }: Workshop, { now, began, perMinute }: Shift): Promise<boolean> => {
  const retryAt = await store.deliveries.nextRetry(now(), new Date(), perMinute);
  const waitMs = (retryAt?.getTime() ?? Number.POSITIVE_INFINITY) - Date.now();
  if (waitMs > PATIENCE_MS || Date.now() - began > LONGEST_SHIFT_MS) return false;
  await pause(Math.max(0, waitMs) + 10, undefined, { signal: stopping }).catch(() => {});
  return true;
};

const deliver = async (workshop: Workshop, delivery: Delivery, now: Date) => {
  const { store, slack, log } = workshop;
  const outcome = await slack.send(delivery);
  if ('error' in outcome)
    log.warn(
      { ccg: delivery.ccgCode, delivery: delivery.id, outcome: outcome.kind, error: outcome.error },
      'a message was not sent',
    );
  const waitMs = outcome.kind === 'not sent, try later' ? outcome.afterMs : await lookAfter(workshop, delivery);
  if (outcome.kind === 'not sent, try later' && outcome.because !== 'slack_unavailable')
    await store.deliveries.pauseUntil(fromNow(waitMs), outcome.error);
  const isApp = outcome.kind === 'not sent, try later' && outcome.because === 'app_refused';
  await store.deliveries.record(delivery, outcome, now, fromNow(isApp ? waitMs * 2 : waitMs)); // so that another is tried first
};

/** Asks Slack about every uncertain delivery whose time has come: found is sent, absent twice is sent again. */
export const lookForUncertain = async (workshop: Workshop, now: Date): Promise<void> => {
  const { store, log } = workshop;
  const expired = await store.deliveries.expireLeases(new Date());
  if (expired > 0) log.warn({ expired }, 'a process ended while it was sending; looking for its messages');
  for (const delivery of await store.deliveries.claimUncertain(new Date(), lease(workshop, MOST_LOOKS)))
    await look(workshop, delivery, now);
};

/** Slack lets an app look 50 times a minute; what is left over is looked for at the next tick. */
const MOST_LOOKS = 20;

const look = async (workshop: Workshop, delivery: Delivery, now: Date) => {
  const { store, slack, delivery: settings } = workshop;
  const found = await slack.find(delivery);
  if (found.kind === 'sent') await store.deliveries.record(delivery, found, now, new Date());
  else if (found.kind === 'may not look') await store.deliveries.leaveUncertain(delivery, found.error);
  else if (found.kind === 'look later') await store.deliveries.lookAgain(delivery, fromNow(found.afterMs), -1);
  else if (delivery.looks < settings.looks)
    await store.deliveries.lookAgain(delivery, fromNow(await lookAfter(workshop, delivery)), 0);
  else if (delivery.attempts < MOST_ATTEMPTS) await store.deliveries.resend(delivery);
  else await store.deliveries.leaveUncertain(delivery, 'not there after many attempts');
};

const lookAfter = async ({ store, delivery }: Workshop, { ccgCode }: Delivery) =>
  delivery.lookEveryMs ?? ((await store.ccgs.find(ccgCode))?.settings.look_again_seconds ?? 30) * 1000;

const lease = ({ delivery }: Workshop, take: number) => ({ take, until: fromNow(delivery.leaseMs) });

const fromNow = (ms: number) => new Date(Date.now() + ms);
