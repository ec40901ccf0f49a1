// One visit from beginning to end: handle, acknowledge in time, say the rest; and the one place where a bug becomes an apology.
import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { WebClient } from '@slack/web-api';
import { describeError, type Log } from '../../log.ts';
import type { Store } from '../../store/store.ts';
import { plain } from '../ui/blocks.ts';
import type { Say } from './interaction.ts';
import { type Origin, respond } from './respond.ts';

export type House = {
  readonly store: Store;
  /** For questions to Slack, asked again where they fail. */
  readonly reads: WebClient;
  /** For what must not happen twice: never tried again by itself. */
  readonly writes: WebClient;
  readonly slashCommand: string;
  readonly log: Log;
  now(): Date;
  /** Sends what is to go at once, without waiting for the minute. */
  wake(): void;
};

/** Slack waits 3 seconds for an acknowledgement. */
const PATIENCE_MS = 2500;

/** Acknowledges to Slack, and returns what that did not say yet. */
type Acknowledge = (say: Say) => Promise<Say>;

/**
 * Slack may pass the same thing on twice, to this process or another: the first counts, and the second says nothing. It waits until the
 * first is done, so that nothing is acknowledged which a process that dies would take with it. What failed may come again.
 */
export const once = async (house: House, triggerId: string | undefined, handle: () => Promise<Say>): Promise<Say> => {
  if (!triggerId) return handle();
  const { receive, finish, forget } = house.store.once;
  const turn = await receive(triggerId, new Date());
  if (turn === 'done') return {};
  if (turn === 'under way') {
    await pause(LOOK_AGAIN_MS);
    return once(house, triggerId, handle);
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

/** Runs a handler. What is stored in time is acknowledged with its result; what is not, as not saved, and its result follows. */
export const serve = async (
  house: House,
  origin: Origin,
  handle: () => Promise<Say>,
  acknowledge: Acknowledge,
): Promise<void> => {
  const handled = handle().catch((error) => apologise(house, error));
  const inTime = await Promise.race([handled, pause(PATIENCE_MS, tooSlow, { ref: false })]);
  await say(house, origin, await acknowledge(inTime));
  if (inTime === tooSlow) await say(house, origin, await handled);
};

const tooSlow: Say = {
  reply: plain('This is taking longer than it should. Nothing has been saved yet; please try again in a moment.'),
};

const say = (house: House, origin: Origin, words: Say) =>
  respond(house, origin, words).catch((error) => house.log.error(describeError(error), 'an answer could not be given'));

/** Logged once, apologised for once, with a reference that leads from the one to the other. */
const apologise = ({ log }: House, error: unknown): Say => {
  const reference = randomBytes(3).toString('hex').toUpperCase();
  log.error({ reference, ...describeError(error) }, 'a handler failed');
  return {
    reply: plain(
      `Sorry, something went wrong on our side and this was not done. Please try again. If it happens again, give the person who runs the bot this reference: ${reference}.`,
    ),
  };
};
