// Sends a handler's response to Slack. Which of Slack's ways it takes is decided here only.
import type { ModalView } from '@slack/types';
import { describeError } from '../../log.ts';
import { classifyError } from '../api/errors.ts';
import { isPlatformError, post } from '../api/posting.ts';
import { drawHome } from '../home/draw.ts';
import { type Message, textMessage } from '../ui/blocks.ts';
import { inModal } from '../ui/in-modal.ts';
import { withoutCharts } from '../ui/shapes.ts';
import type { SlackContext } from './context.ts';
import type { Post, Response } from './interaction.ts';

/** Where an interaction came from, and so how it can be answered. */
export type Origin = {
  readonly slackId: string;
  /** Answers a command or a tap in a message, up to five times within 30 minutes. */
  readonly responseUrl?: string | undefined;
  /** Opens a modal within 3 seconds. */
  readonly triggerId?: string | undefined;
  /** The modal it happened in. One that was submitted is answered by its acknowledgement. */
  readonly viewId?: string | undefined;
};

/** Sends what of a response was not in the acknowledgement. */
export const respond = async (
  context: SlackContext,
  origin: Origin,
  response: Response,
): Promise<void> => {
  if (response.runJobsNow) context.runJobsNow();
  if (response.modal) await showModal(context, origin, response.modal);
  const failed = await sendMessages(context, origin, response);
  if (response.replace) await replace(context, origin, failed ?? response.replace);
  else if (failed) await reply(context, origin, failed);
  if (response.reply) await reply(context, origin, response.reply);
  if (response.home && !origin.responseUrl) await drawHome(context, origin.slackId);
};

/** Posts in a channel and sends a direct message. Returns what to tell the user where it failed. */
const sendMessages = async (
  context: SlackContext,
  origin: Origin,
  { post: posted, direct }: Response,
): Promise<Message | undefined> => {
  if (posted && !(await postAll(context, posted))) return notPosted;
  return direct && !(await sendDirectly(context, origin, direct)) ? notSent : undefined;
};

const showModal = async (
  { writes }: SlackContext,
  { triggerId, viewId }: Origin,
  view: ModalView,
) => {
  if (viewId) await writes.views.update({ view_id: viewId, view });
  else if (triggerId) await writes.views.open({ trigger_id: triggerId, view });
};

/** Replaces the tapped message; where there is none (Home, a modal), shows a modal. */
const replace = (context: SlackContext, origin: Origin, message: Message) =>
  origin.responseUrl
    ? answerThrough(origin.responseUrl, message, { replace_original: true })
    : showModal(context, origin, inModal(message));

const reply = (context: SlackContext, origin: Origin, message: Message) =>
  origin.responseUrl
    ? answerThrough(origin.responseUrl, message, {
        replace_original: false,
        response_type: 'ephemeral',
      })
    : showModal(context, origin, inModal(message));

/** Where Slack refuses it, sends it again without charts: what was refused was not shown. */
const answerThrough = async (url: string, message: Message, how: object) => {
  const status = await answer(url, { ...message, ...how });
  const refused =
    status === BAD_REQUEST ? await answer(url, { ...withoutCharts(message), ...how }) : status;
  if (refused) throw new Error(`Slack refused an answer to a response_url with status ${refused}`);
};

const BAD_REQUEST = 400;

/** Returns the HTTP status where it was refused. */
const answer = async (url: string, body: object): Promise<number | undefined> => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(10_000),
  });
  return response.ok ? undefined : response.status;
};

const notPosted = textMessage(
  'I could not post in the channel: I am not a member of it, or it is gone. Invite me there ' +
    'and start again, or ask the person who runs the bot to name another channel.',
);

const notSent = textMessage('I could not send this just now. Please try again in a moment.');

/** False where Slack refused it. */
const sendDirectly = async (
  context: SlackContext,
  { slackId }: Origin,
  message: Message,
): Promise<boolean> => {
  try {
    const { channel } = await context.writes.conversations.open({ users: slackId });
    return await postAll(context, { channel: channel?.id ?? '', message });
  } catch (error) {
    context.log.error(describeError(error), 'a message that was asked for could not be sent');
    return false;
  }
};

/**
 * False where we may not post in the channel. Where a further message fails, it is logged: a
 * command shows the same.
 */
const postAll = async (
  { writes, log }: SlackContext,
  { channel, message, more = [], noted }: Post,
): Promise<boolean> => {
  try {
    const ts = await post(writes, channel, message);
    await noted?.(ts);
  } catch (error) {
    if (classifyError('chat.postMessage', error).kind !== 'unclear') await noted?.(undefined);
    if (isPlatformError(error, 'not_in_channel', 'channel_not_found', 'is_archived')) return false;
    throw error;
  }
  for (const each of more)
    await post(writes, channel, each).catch((error) =>
      log.error(describeError(error), 'the second part was not posted'),
    );
  return true;
};
