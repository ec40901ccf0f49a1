// One visit from beginning to end: handle, acknowledge in time, say the rest; and the one place
// where a bug becomes an apology.
import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { WebClient } from '@slack/web-api';
import { describeError, type Log } from '../../log.ts';
import type { Store } from '../../store/store.ts';
import { textMessage } from '../ui/blocks.ts';
import type { Response } from './interaction.ts';
import { type Origin, respond } from './respond.ts';

export type SlackContext = {
  readonly store: Store;
  /** For questions to Slack, asked again where they fail. */
  readonly reads: WebClient;
  /** For what must not happen twice: never tried again by itself. */
  readonly writes: WebClient;
  readonly slashCommand: string;
  readonly log: Log;
  now(): Date;
  /** Sends what is to go at once, without waiting for the minute. */
  runJobsNow(): void;
};

/** Slack waits 3 seconds for an acknowledgement. */
const ACK_TIMEOUT_MS = 2500;

/** Acknowledges to Slack, and returns what that did not say yet. */
type Acknowledge = (say: Response) => Promise<Response>;

/**
 * Slack may pass the same thing on twice, to this process or another: the first counts, and the
 * second says nothing. It waits until the first is done, so that nothing is acknowledged which a
 * process that dies would take with it. What failed may come again.
 */
export const once = async (
  context: SlackContext,
  triggerId: string | undefined,
  handle: () => Promise<Response>,
): Promise<Response> => {
  if (!triggerId) return handle();
  const { begin: receive, finish, forget } = context.store.idempotency;
  const turn = await receive(triggerId, new Date());
  if (turn === 'done') return {};
  if (turn === 'under way') {
    await pause(LOOK_AGAIN_MS);
    return once(context, triggerId, handle);
  }
  const said = await handle().catch(async (error) => {
    await forget(triggerId);
    throw error;
  });
  await finish(triggerId);
  return said;
};

/** How often a second copy looks whether the first is done. */
const LOOK_AGAIN_MS = 100;

/**
 * Runs a handler. What is stored in time is acknowledged with its result; what is not, as not
 * saved, and its result follows.
 */
export const serve = async (
  context: SlackContext,
  origin: Origin,
  handle: () => Promise<Response>,
  acknowledge: Acknowledge,
): Promise<void> => {
  const handled = handle().catch((error) => apologise(context, error));
  const inTime = await Promise.race([handled, pause(ACK_TIMEOUT_MS, tooSlow, { ref: false })]);
  await say(context, origin, await acknowledge(inTime));
  if (inTime === tooSlow) await say(context, origin, await handled);
};

const tooSlow: Response = {
  reply: textMessage(
    'This is taking longer than it should. Nothing has been saved yet; please try again in a ' +
      'moment.',
  ),
};

const say = (context: SlackContext, origin: Origin, words: Response) =>
  respond(context, origin, words).catch((error) =>
    context.log.error(describeError(error), 'an answer could not be given'),
  );

/** Logged once, apologised for once, with a reference that leads from the one to the other. */
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
