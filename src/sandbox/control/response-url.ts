// Answers to a response_url: at most 5 within 30 minutes (docs.slack.dev, Handling user
// interaction).
import { readContent } from '../api/chat.ts';
import { ApiError } from '../api/method.ts';
import type { Desk } from '../desk.ts';
import { BOT_USER, messagesIn } from '../workspace.ts';
import type { Outcome } from './acts.ts';

const MAX_USES = 5;
const LIFE_MS = 30 * 60_000;

/**
 * Takes one answer: in place of the tapped message, or as a new one that only this person sees
 * unless it says otherwise.
 */
export const answerResponseUrl = (
  desk: Desk,
  token: string,
  body: Record<string, unknown>,
): Outcome => {
  const interaction = desk.responseUrls.get(token);
  if (!interaction || interaction.uses >= MAX_USES || Date.now() - interaction.at > LIFE_MS)
    return { ok: false, error: 'this response_url has been used up or is too old' };
  interaction.uses += 1;
  const { channel, ts, user } = interaction;
  if (!channel) return { ok: false, error: 'there is no message here to answer' };
  const fault = desk.faults.take('response_url');
  if (fault) throw new ApiError(fault.error ?? 'invalid_blocks');
  const content = readContent(body);
  const before = ts
    ? messagesIn(desk.workspace, channel).find((message) => message.ts === ts)
    : undefined;
  if (body['replace_original'] === true && before)
    desk.record({ kind: 'changed', channel, message: { ...before, ...content, edited: true } });
  else
    desk.record({
      kind: 'posted',
      channel,
      message: {
        ...content,
        ts: desk.nextTs(),
        user: BOT_USER,
        ...(body['response_type'] === 'in_channel' ? {} : { ephemeralTo: user }),
      },
    });
  desk.note('from bot', 'response_url', 'ok');
  interaction.noticed();
  return { ok: true };
};
