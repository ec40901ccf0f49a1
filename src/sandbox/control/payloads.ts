// The payloads of interactions as Slack writes them (docs.slack.dev, Interaction payloads), as far
// as Bolt and the bot read them.
import type { Desk } from '../desk.ts';
import { messagesIn, TEAM, type View } from '../workspace.ts';

/** Where something was tapped: its blocks, and the fields that say where. */
type TapPlace = {
  readonly blocks: readonly unknown[];
  readonly channel: string | null;
  readonly ts: string | null;
  readonly fields: object;
};

export const commandPayload = (
  desk: Desk,
  user: string,
  channel: string,
  command: string,
  text: string,
): Record<string, string> => ({
  token: 'sandbox',
  team_id: TEAM.id,
  team_domain: TEAM.domain,
  channel_id: channel,
  channel_name: desk.workspace.channels.get(channel)?.name ?? '',
  user_id: user,
  user_name: user,
  command,
  text,
  api_app_id: 'A0SANDBOX',
  is_enterprise_install: 'false',
});

/** The fields that every tap and every submitted form has. */
export const interactionFields = (desk: Desk, user: string) => ({
  token: 'sandbox',
  api_app_id: 'A0SANDBOX',
  team: { id: TEAM.id, domain: TEAM.domain },
  user: {
    id: user,
    username: user,
    name: desk.workspace.users.find(({ id }) => id === user)?.name ?? user,
    team_id: TEAM.id,
  },
  is_enterprise_install: false,
  enterprise: null,
});

export const placeInMessage = (desk: Desk, channel: string, ts: string): TapPlace | undefined => {
  const message = messagesIn(desk.workspace, channel).find((each) => each.ts === ts);
  if (!message) return undefined;
  const fields = {
    container: {
      type: 'message',
      message_ts: ts,
      channel_id: channel,
      is_ephemeral: message.ephemeralTo !== undefined,
    },
    channel: { id: channel, name: desk.workspace.channels.get(channel)?.name ?? '' },
    message: { type: 'message', ...message },
  };
  return { blocks: message.blocks, channel, ts, fields };
};

export const placeInView = (desk: Desk, user: string, viewId: string): TapPlace | undefined => {
  const homeTab = desk.workspace.homes.get(user);
  const view =
    homeTab?.id === viewId ? homeTab : desk.modals.get(user)?.find(({ id }) => id === viewId);
  if (!view) return undefined;
  const fields = { container: { type: 'view', view_id: viewId }, view: viewField(view, {}) };
  return { blocks: view.blocks, channel: null, ts: null, fields };
};

export const viewField = (view: View, values: object) => ({
  ...view,
  team_id: TEAM.id,
  app_id: 'A0SANDBOX',
  bot_id: 'B0BOT',
  state: { values },
  root_view_id: view.id,
  previous_view_id: null,
  clear_on_close: false,
  notify_on_close: false,
});
