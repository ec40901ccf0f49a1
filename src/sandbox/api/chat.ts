// chat.*: posting, changing, and what only one person sees.
import { z } from 'zod';
import type { Desk } from '../desk.ts';
import { BOT_USER, dmChannelOf, type Message, messagesIn } from '../workspace.ts';
import { refuseBlocks } from './block-kit.ts';
import { ApiError, type Method, type Params } from './method.ts';

const metadata = z.object({
  event_type: z.string(),
  event_payload: z.record(z.string(), z.unknown()),
});
const content = z.object({
  text: z.string().max(40_000).optional(),
  blocks: z.array(z.unknown()).optional(),
  metadata: metadata.optional(),
});

/** Text and blocks as a message may hold them. */
export const readContent = (params: Params): Pick<Message, 'text' | 'blocks' | 'metadata'> => {
  const parsed = content.safeParse(params);
  if (!parsed.success) throw new ApiError('invalid_arguments', z.prettifyError(parsed.error));
  const { text = '', blocks = [], metadata } = parsed.data;
  if (!text && blocks.length === 0) throw new ApiError('no_text');
  const refused = refuseBlocks(blocks, 'message');
  if (refused) throw new ApiError(refused.error, refused.hint);
  return { text, blocks: withBlockIds(blocks), ...(metadata ? { metadata } : {}) };
};

/** Slack gives a block without a block_id one of its own. */
export const withBlockIds = (blocks: readonly unknown[]): unknown[] =>
  blocks.map((block, index) => ({ block_id: `b${index}`, ...(block as object) }));

/**
 * Slack takes what is posted to somebody who is deactivated, though nobody reads it
 * (python-slack-sdk issue 1156).
 */
const openChannel = (desk: Desk, id: unknown) => {
  const channel =
    desk.workspace.channels.get(String(id)) ?? dmChannelOf(desk.workspace, String(id));
  if (!channel) throw new ApiError('channel_not_found');
  if (!channel.hasBot) throw new ApiError('not_in_channel');
  return channel;
};

export const chatMethods: Readonly<Record<string, Method>> = {
  'chat.postMessage': {
    // Special tier: about one a second a channel, and several hundred a minute for the workspace.
    scope: 'chat:write',
    token: 'bot',
    perMinute: 300,
    run: (desk, params) => {
      const { id } = openChannel(desk, params['channel']);
      const message = { ...readContent(params), ts: desk.nextTs(), user: BOT_USER };
      desk.record({ kind: 'posted', channel: id, message });
      return { channel: id, ts: message.ts, message };
    },
  },
  'chat.update': {
    scope: 'chat:write',
    token: 'bot',
    perMinute: 50,
    run: (desk, params) => {
      const { id } = openChannel(desk, params['channel']);
      const before = messagesIn(desk.workspace, id).find(({ ts }) => ts === params['ts']);
      if (!before) throw new ApiError('message_not_found');
      desk.record({
        kind: 'changed',
        channel: id,
        message: { ...before, ...readContent(params), edited: true },
      });
      return { channel: id, ts: before.ts };
    },
  },
};
