// Sending what is due: lease, send, record.
import { setTimeout as pause } from 'node:timers/promises';
import type { Delivery } from '../../domain/sending/deliveries.ts';
import { canSend } from '../../domain/sending/reschedule.ts';
import type { Settings } from '../../domain/settings.ts';
import type { JobContext } from '../job.ts';
import { fromNow, lease, verifyAfter } from '../lease.ts';
import { pauseAfter } from '../pause.ts';
import { rescheduleWaiting } from './reschedule-waiting.ts';

/** How many messages one process has under way at a time: a slow one holds up nobody else. */
const AT_ONCE = 8;
/** Longer than this nobody waits within a tick; the next one takes it up. */
const SEND_TIMEOUT_MS = 5000;
/** Other jobs want their turn: what is left after so long is sent in the next minute. */
const MAX_SHIFT_MS = 30_000;
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
    Array.from({ length: context.outage.isLikely() ? 1 : AT_ONCE }, () =>
      sendOneAfterAnother(context, shift),
    ),
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
  while (!stopping.aborted && Date.now() - shift.began < MAX_SHIFT_MS) {
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
  { now, perMinute }: Shift,
): Promise<boolean> => {
  const retryAt = await store.deliveries.nextRetry(now(), new Date(), perMinute);
  const waitMs = (retryAt?.getTime() ?? Number.POSITIVE_INFINITY) - Date.now();
  if (waitMs > SEND_TIMEOUT_MS) return false;
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
    outcome.kind === 'not sent, try later' ? outcome.afterMs : await verifyAfter(context, delivery);
  if (outcome.kind !== 'not wanted') await pauseAfter(context, outcome);
  const isApp = outcome.kind === 'not sent, try later' && outcome.because === 'app_refused';
  // so that another is tried first
  await store.deliveries.record(delivery, outcome, now, fromNow(isApp ? waitMs * 2 : waitMs));
};

export const nextDelivery = ({ store }: JobContext, now: Date): Promise<Date | undefined> =>
  store.deliveries.nextDue(now, new Date());
