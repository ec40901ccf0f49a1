// Sending what is due: claim, send, record. And looking for what may have arrived before anything
// is sent again.
import { setTimeout as pause } from 'node:timers/promises';
import type { Ccg } from '../../domain/ccg.ts';
import type { SlackAccount } from '../../domain/people/accounts.ts';
import type { Reachable } from '../../domain/people/people.ts';
import type {
  Delivery,
  PostResult,
  SendResult,
  UpdateResult,
  VerifyResult,
} from '../../domain/sending/deliveries.ts';
import { canSend } from '../../domain/sending/reschedule.ts';
import type { Settings } from '../../domain/settings.ts';
import type { OutdatedMessage } from '../../store/sending/outdated-messages.ts';
import type { OutdatedCard } from '../../store/wins/cards.ts';
import type { JobContext } from '../timetable.ts';
import { rescheduleWaiting } from './reschedule-waiting.ts';

/** How messages leave the house; handed in by app.ts. */
export type SlackApi = {
  send(delivery: Delivery): Promise<SendResult>;
  find(delivery: Delivery): Promise<VerifyResult>;
  updateMessage(message: OutdatedMessage): Promise<UpdateResult>;
  postSummary(ccg: Ccg, now: Date): Promise<PostResult>;
  sendPrivateSummary(ccg: Ccg, lead: Reachable, now: Date): Promise<PostResult>;
  updateWinCard(card: OutdatedCard): Promise<UpdateResult>;
  listAccounts(): Promise<SlackAccount[]>;
};

/**
 * Real time, in milliseconds. How long to wait before looking is a setting of the CCG, unless it is
 * given here.
 */
export type DeliverySettings = {
  readonly leaseMs: number;
  readonly looks: number;
  readonly lookEveryMs?: number;
};

export const defaultDelivery: DeliverySettings = { leaseMs: 60_000, looks: 2 };

/** How many messages one process has under way at a time: a slow one holds up nobody else. */
const AT_ONCE = 8;
/** Longer than this nobody waits within a tick; the next one takes it up. */
const SEND_TIMEOUT_MS = 5000;
/** Other jobs want their turn: after so long nobody waits any more. */
const MAX_SHIFT_MS = 30_000;
/** What Slack fails to take so often is left for the person who runs the bot to look at. */
const MAX_ATTEMPTS = 10;

/** Sends until nothing that is due may be sent now. */
export const deliverDue = async (context: JobContext, now: Date): Promise<void> => {
  const all = await context.store.ccgs.all();
  const settings = new Map(all.map((ccg) => [ccg.code, ccg.settings]));
  const perMinute = Math.min(...all.map(({ settings }) => settings.messages_per_minute));
  const began = Date.now();
  const shift = {
    perMinute,
    settings,
    began,
    now: () => new Date(now.getTime() + Date.now() - began),
  };
  const sent = await Promise.all(
    Array.from({ length: AT_ONCE }, () => sendOneAfterAnother(context, shift)),
  );
  if (sent.some(({ putBack }) => putBack > 0)) await rescheduleWaiting(context, shift.now());
};

type Shift = {
  readonly perMinute: number;
  readonly settings: ReadonlyMap<string, Settings>;
  readonly began: number;
  now(): Date;
};

const sendOneAfterAnother = async (context: JobContext, shift: Shift) => {
  const { store, stopping } = context;
  let putBack = 0;
  while (!stopping.aborted) {
    const now = shift.now();
    const [delivery] = await store.deliveries.leaseDue(
      now,
      new Date(),
      lease(context, 1),
      shift.perMinute,
    );
    if (delivery && mayLeave(delivery, shift, now)) await deliver(context, delivery, now);
    else if (delivery) putBack += await store.deliveries.release(delivery);
    else if (!(await waitForSlack(context, shift))) break;
  }
  return { putBack };
};

/**
 * The last look at the calendar: the bot may have been down, or Slack slow, or they may have
 * changed their days.
 */
const mayLeave = (delivery: Delivery, { settings }: Shift, now: Date) => {
  const times = settings.get(delivery.ccgCode);
  return times !== undefined && canSend(delivery, times, now);
};

/**
 * Where a moment's patience is asked for, waits for it to pass. False where there is nothing to
 * wait for, or for too long.
 */
const waitForSlack = async (
  { store, stopping }: JobContext,
  { now, began, perMinute }: Shift,
): Promise<boolean> => {
  const retryAt = await store.deliveries.nextRetry(now(), new Date(), perMinute);
  const waitMs = (retryAt?.getTime() ?? Number.POSITIVE_INFINITY) - Date.now();
  if (waitMs > SEND_TIMEOUT_MS || Date.now() - began > MAX_SHIFT_MS) return false;
  await pause(Math.max(0, waitMs) + 10, undefined, { signal: stopping }).catch(() => {});
  return true;
};

const deliver = async (context: JobContext, delivery: Delivery, now: Date) => {
  const { store, slack, log } = context;
  const outcome = await slack.send(delivery);
  if ('error' in outcome)
    log.warn(
      { ccg: delivery.ccgCode, delivery: delivery.id, outcome: outcome.kind, error: outcome.error },
      'a message was not sent',
    );
  const waitMs =
    outcome.kind === 'not sent, try later' ? outcome.afterMs : await lookAfter(context, delivery);
  if (outcome.kind === 'not sent, try later' && outcome.because !== 'slack_unavailable')
    await store.deliveries.pauseUntil(fromNow(waitMs), outcome.error);
  const isApp = outcome.kind === 'not sent, try later' && outcome.because === 'app_refused';
  // so that another is tried first
  await store.deliveries.record(delivery, outcome, now, fromNow(isApp ? waitMs * 2 : waitMs));
};

/**
 * Asks Slack about every uncertain delivery whose time has come: found is sent, absent twice is
 * sent again.
 */
export const lookForUncertain = async (context: JobContext, now: Date): Promise<void> => {
  const { store, log } = context;
  const expired = await store.deliveries.expireLeases(new Date());
  if (expired > 0)
    log.warn({ expired }, 'a process ended while it was sending; looking for its messages');
  for (const delivery of await store.deliveries.leaseUncertain(
    new Date(),
    lease(context, MAX_LOOKS),
  ))
    await look(context, delivery, now);
};

/** Slack lets an app look 50 times a minute; what is left over is looked for at the next tick. */
const MAX_LOOKS = 20;

const look = async (context: JobContext, delivery: Delivery, now: Date) => {
  const { store, slack, delivery: settings } = context;
  const found = await slack.find(delivery);
  if (found.kind === 'sent') await store.deliveries.record(delivery, found, now, new Date());
  else if (found.kind === 'may not look')
    await store.deliveries.giveUpVerification(delivery, found.error);
  else if (found.kind === 'look later')
    await store.deliveries.lookAgain(delivery, fromNow(found.afterMs), -1);
  else if (delivery.looks < settings.looks)
    await store.deliveries.lookAgain(delivery, fromNow(await lookAfter(context, delivery)), 0);
  else if (delivery.attempts < MAX_ATTEMPTS) await store.deliveries.resend(delivery);
  else await store.deliveries.giveUpVerification(delivery, 'not there after many attempts');
};

const lookAfter = async ({ store, delivery }: JobContext, { ccgCode }: Delivery) =>
  delivery.lookEveryMs ??
  ((await store.ccgs.find(ccgCode))?.settings.look_again_seconds ?? 30) * 1000;

const lease = ({ delivery }: JobContext, take: number) => ({
  take,
  until: fromNow(delivery.leaseMs),
});

const fromNow = (ms: number) => new Date(Date.now() + ms);
