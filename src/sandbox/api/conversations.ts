// conversations.*: opening a direct message, and reading it back.
import { dmChannelOf, visibleTo } from '../workspace.ts';
import { ApiError, type Method } from './method.ts';

export const conversationsMethods: Readonly<Record<string, Method>> = {
  'conversations.open': {
    scope: 'im:write',
    token: 'bot',
    perMinute: 50,
    run: ({ workspace, record }, { users }) => {
      const user = workspace.users.find(({ id }) => id === users);
      if (!user) throw new ApiError('user_not_found');
      if (workspace.deactivated.has(user.id)) throw new ApiError('user_disabled');
      const known = dmChannelOf(workspace, user.id);
      const channel = known ?? {
        id: `D${user.id.slice(1)}`,
        name: user.name,
        dmWith: user.id,
        hasBot: true,
      };
      if (!known) record({ kind: 'opened', channel });
      return { already_open: known !== undefined, channel: { id: channel.id } };
    },
  },
  'conversations.history': {
    scope: 'im:history',
    token: 'bot',
    perMinute: 50,
    run: ({ workspace }, { channel: id, limit, oldest, include_all_metadata: withMetadata }) => {
      const channel = workspace.channels.get(String(id));
      if (!channel) throw new ApiError('channel_not_found');
      if (!channel.dmWith) throw new ApiError('missing_scope', 'channels:history');
      const messages = visibleTo(workspace, channel.id, null)
        .filter(({ ts }) => !oldest || ts >= String(oldest))
        .reverse()
        .slice(0, Number(limit ?? 100));
      const isTrue = withMetadata === true || withMetadata === 'true' || withMetadata === '1';
      return {
        messages: messages.map(({ metadata, ...message }) => ({
          type: 'message',
          ...message,
          ...(isTrue && metadata ? { metadata } : {}),
        })),
        has_more: false,
      };
    },
  },
};
