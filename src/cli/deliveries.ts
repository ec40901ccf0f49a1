// What became of messages: how many stand where and why, and trying or stopping one by hand.

import { pluralise } from '../domain/text/words.ts';
import { formatMoment } from '../domain/time/calendar.ts';
import type { DeliveryLine } from '../store/sending/delivery-admin.ts';
import type { Store } from '../store/store.ts';
import { say, UserError } from './print.ts';

/** As many as a person reads. */
const MAX_LINES = 50;

/**
 * Says how many messages stand where, and lists those that wait, that were given up, or that may
 * have arrived.
 */
export const listDeliveries = async (store: Store, now: Date): Promise<void> => {
  const counts = await store.deliveries.count();
  if (counts.length === 0) return say('Nothing has been sent yet, and nothing waits.');
  say(
    ...counts.map(
      ({ state, reason, number }) =>
        `${String(number).padStart(6)}  ${state}${reason ? ` (${words(reason)})` : ''}`,
    ),
  );
  const lines = await store.deliveries.list(['uncertain', 'failed', 'held', 'sending'], MAX_LINES);
  if (lines.length > 0) say('', ...lines.map((line) => describeLine(line, now)));
  if (lines.length === MAX_LINES) say(`… the first ${pluralise(MAX_LINES, 'message')}.`);
};

/** Tries one again that was given up or that may have arrived. */
export const retryDelivery = async (store: Store, id: string, now: Date): Promise<void> => {
  if (!(await store.deliveries.retry(readId(id), now)))
    throw new UserError(`There is no message ${id} that was given up or is uncertain.`);
  say(`${id} is tried again at the next time messages may go out.`);
};

/** Tries all again that were given up, and looks again for all that may have arrived. */
export const retryAll = async (store: Store, now: Date): Promise<void> => {
  const { again, looked } = await store.deliveries.retryAll(now, new Date());
  if (again + looked === 0) return say('No message was given up or is uncertain.');
  if (again > 0)
    say(
      `${pluralise(again, 'message')} that had been given up: tried again at the next time ` +
        'messages may go out.',
    );
  if (looked > 0)
    say(
      `${pluralise(looked, 'message')} that may have arrived: looked for again in Slack, and ` +
        'sent again where not there.',
    );
};

/** Sends one no more. */
export const cancelDelivery = async (store: Store, id: string): Promise<void> => {
  if (!(await store.deliveries.cancel(readId(id))))
    throw new UserError(`There is no message ${id} that could still be stopped.`);
  say(`${id} is not sent any more.`);
};

const readId = (id: string) => {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id))
    throw new UserError(`${id} is not the id of a message; “deliveries” lists them.`);
  return id;
};

const describeLine = (
  { ccgCode, id, kind, state, reason, dueAt, attempts, error }: DeliveryLine,
  now: Date,
) =>
  [
    `${id}  ${ccgCode}  ${kind}  ${state}`,
    reason ? words(reason) : '',
    `due ${formatMoment(dueAt, now)}`,
    pluralise(attempts, 'attempt'),
    error ?? '',
  ]
    .filter(Boolean)
    .join(', ');

const words = (reason: string) => reason.replaceAll('_', ' ');
