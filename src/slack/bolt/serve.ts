// One interaction from beginning to end: handle it, acknowledge it in time, respond with the rest.
// A bug becomes an apology here, and nowhere else.
import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { describeError } from '../../log.ts';
import { textMessage } from '../ui/blocks.ts';
import type { SlackContext } from './context.ts';
import type { Response } from './interaction.ts';
import { type Origin, respond } from './respond.ts';

/** Slack waits 3 seconds for an acknowledgement. */
const ACK_TIMEOUT_MS = 2500;

/** Acknowledges to Slack, and returns what is left of the response. */
type Acknowledge = (response: Response) => Promise<Response>;

/**
 * Handles an interaction once. Slack may deliver it twice, to this process or another: the first
 * delivery wins; a second waits for it and is dropped, so that nothing is acknowledged that a crash
 * could still lose. An interaction whose handler failed may be delivered again.
 */
export const once = async (
  context: SlackContext,
  triggerId: string | undefined,
  handle: () => Promise<Response>,
): Promise<Response> => {
  if (!triggerId) return handle();
  const { begin, finish, forget } = context.store.idempotency;
  const turn = await begin(triggerId, new Date());
  if (turn === 'done') return {};
  if (turn === 'under way') {
    await pause(POLL_MS);
    return once(context, triggerId, handle);
  }
  const response = await handle().catch(async (error) => {
    await forget(triggerId);
    throw error;
  });
  await finish(triggerId);
  return response;
};

/** How often a second delivery checks whether the first is done. */
const POLL_MS = 100;

/**
 * Runs a handler. Where it is done in time, its response is the acknowledgement; otherwise we
 * acknowledge that nothing is saved yet, and respond once it is done.
 */
export const serve = async (
  context: SlackContext,
  origin: Origin,
  handle: () => Promise<Response>,
  acknowledge: Acknowledge,
): Promise<void> => {
  const handled = handle().catch((error) => apologise(context, error));
  const inTime = await Promise.race([handled, pause(ACK_TIMEOUT_MS, tooSlow, { ref: false })]);
  await send(context, origin, await acknowledge(inTime));
  if (inTime === tooSlow) await send(context, origin, await handled);
};

const tooSlow: Response = {
  reply: textMessage(
    'This is taking longer than it should. Nothing has been saved yet; please try again in a ' +
      'moment.',
  ),
};

const send = (context: SlackContext, origin: Origin, response: Response) =>
  respond(context, origin, response).catch((error) =>
    context.log.error(describeError(error), 'an answer could not be given'),
  );

/** Logs an error once and apologises once, both with the same reference. */
const apologise = ({ log }: SlackContext, error: unknown): Response => {
  const reference = randomBytes(3).toString('hex').toUpperCase();
  log.error({ reference, ...describeError(error) }, 'a handler failed');
  return {
    reply: textMessage(
      'Sorry, something went wrong on our side and this was not done. Please try again. If ' +
        `it happens again, give the person who runs the bot this reference: ${reference}.`,
    ),
  };
};
