// Posting in a channel: without charts where Slack refuses them, which is certain and so safe to
// try again.
import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import type { Ccg } from '../../domain/ccg.ts';
import type { Reachable } from '../../domain/people/people.ts';
import type { PostResult } from '../../domain/sending/deliveries.ts';
import { describeError } from '../../log.ts';
import type { SlackContext } from '../bolt/context.ts';
import { privateSummary } from '../summary/private-summary.ts';
import { summaryToPost } from '../summary/summary-to-post.ts';
import type { Message } from '../ui/blocks.ts';
import { withoutCharts } from '../ui/shapes.ts';
import { openChannel } from './conversations.ts';
import { classifyError, type SlackFailure } from './errors.ts';

/** Returns what Slack numbers it by. @throws what the client throws */
export const post = async (
  writes: WebClient,
  channel: string,
  message: Message,
): Promise<string | undefined> => {
  const send = ({ text, blocks }: Message) =>
    writes.chat.postMessage({ channel, text, blocks: [...blocks] });
  const { ts } = await send(message).catch((error) =>
    isPlatformError(error, 'invalid_blocks') ? send(withoutCharts(message)) : Promise.reject(error),
  );
  return ts;
};

export const isPlatformError = (error: unknown, ...codes: string[]): boolean =>
  error instanceof WebAPIPlatformError && codes.includes(error.data.error);

/**
 * Posts the summary of a CCG in its channel. Where what comes after the first message fails, the
 * summary itself is there all the same.
 */
export const postSummary = async (
  { store, writes, log }: SlackContext,
  ccg: Ccg,
  now: Date,
): Promise<PostResult> => {
  const [first, ...more] = await summaryToPost({ ccgStore: store.ccg(ccg.code), ccg, now });
  const posted = await tryPosting(writes, ccg.channelId, first);
  if (posted.kind !== 'posted') return posted;
  for (const message of more)
    await post(writes, ccg.channelId, message).catch((error) =>
      log.error(describeError(error), MORE_FAILED),
    );
  return posted;
};

const MORE_FAILED = 'the second part of a summary was not posted';

/** Sends an engagement lead their private summary. */
export const sendPrivateSummary = async (
  context: SlackContext,
  ccg: Ccg,
  lead: Reachable,
  now: Date,
): Promise<PostResult> => {
  const channel = await openChannel(context, { ccgCode: ccg.code, person: lead });
  if (typeof channel !== 'string') return sortPosting(channel);
  const ccgStore = context.store.ccg(ccg.code);
  const message = await privateSummary({ ccgStore, ccg, person: lead, now }, context.slashCommand);
  const posted = await tryPosting(context.writes, channel, message);
  if (posted.kind === 'posted') await ccgStore.people.greeted(lead.id, now);
  return posted;
};

const tryPosting = (writes: WebClient, channel: string, message: Message): Promise<PostResult> =>
  post(writes, channel, message).then(
    () => ({ kind: 'posted' }),
    (thrown) => sortPosting(classifyError('chat.postMessage', thrown)),
  );

const sortPosting = ({ kind, error }: SlackFailure): PostResult => ({
  kind: kind === 'later' || kind === 'app' ? 'not yet' : 'not posted',
  error,
});
