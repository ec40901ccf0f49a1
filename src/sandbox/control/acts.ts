// What a person can do in the workspace, as Slack passes it on: type a command, tap, submit a form, open Home.
import { setTimeout as pause } from 'node:timers/promises';
import { readContent } from '../api/chat.ts';
import { replaceModal } from '../api/views.ts';
import { type Acknowledged, passOn, passOnEvent } from '../bot/deliver.ts';
import type { Desk, Interaction } from '../desk.ts';
import { BOT_USER, messagesIn, TEAM, type View } from '../workspace.ts';
import { findElement, formState } from './elements.ts';

/** How long to wait for the bot's answer to show, after its acknowledgement. */
const NOTICE_MS = 1500;

export type Outcome = { readonly ok: boolean; readonly error?: string; readonly errors?: Readonly<Record<string, string>> };

export const typeCommand = async (
  desk: Desk,
  { user, command, text, channel }: { user: string; command: string; text: string; channel: string },
): Promise<Outcome> => {
  if (!desk.manifest.commands.some((each) => each.command === command))
    return { ok: false, error: `${command} is not a command of this app` };
  const { triggerId, responseUrl, shown } = begin(desk, user, channel, null);
  const payload = {
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
    response_url: responseUrl,
    trigger_id: triggerId,
  };
  const acknowledged = await passOn(desk, { type: 'slash_commands', payload });
  if (!acknowledged.ok)
    return failed(desk, user, channel, `${command} failed with the error “${acknowledged.error}”`, acknowledged);
  await shown;
  return { ok: true };
};

type TapGiven = { user: string; actionId: string; value?: string | undefined } & (
  | { channel: string; ts: string }
  | { viewId: string }
);

export const tap = async (desk: Desk, given: TapGiven): Promise<Outcome> => {
  const place = 'viewId' in given ? inView(desk, given.user, given.viewId) : inMessage(desk, given.channel, given.ts);
  if (!place) return { ok: false, error: 'there is no such message or view' };
  const found = findElement(place.blocks, given.actionId);
  if (!found && given.value === undefined) return { ok: false, error: `there is no button ${given.actionId}` };
  const { triggerId, responseUrl, shown } = begin(desk, given.user, place.channel, place.ts);
  const action = {
    ...found?.element,
    type: 'button',
    block_id: found?.blockId ?? 'b0',
    action_id: given.actionId,
    value: given.value ?? found?.element['value'],
    action_ts: desk.nextTs(),
  };
  const payload = {
    type: 'block_actions',
    user: userField(desk, given.user),
    api_app_id: 'A0SANDBOX',
    token: 'sandbox',
    team: { id: TEAM.id, domain: TEAM.domain },
    trigger_id: triggerId,
    is_enterprise_install: false,
    enterprise: null,
    actions: [action],
    ...place.payload,
    ...(place.ts ? { response_url: responseUrl } : {}),
  };
  const acknowledged = await passOn(desk, { type: 'interactive', payload });
  if (!acknowledged.ok)
    return failed(desk, given.user, place.channel, `That button failed with the error “${acknowledged.error}”`, acknowledged);
  await shown;
  return { ok: true };
};

export const submit = async (
  desk: Desk,
  { user, viewId, values }: { user: string; viewId: string; values: Record<string, unknown> },
): Promise<Outcome> => {
  const view = desk.modals.get(user)?.find(({ id }) => id === viewId);
  if (!view) return { ok: false, error: 'this modal is not open' };
  const state = formState(view, values);
  if ('errors' in state) return { ok: false, errors: state.errors };
  const { triggerId } = begin(desk, user, null, null);
  const payload = {
    type: 'view_submission',
    user: userField(desk, user),
    api_app_id: 'A0SANDBOX',
    token: 'sandbox',
    team: { id: TEAM.id, domain: TEAM.domain },
    trigger_id: triggerId,
    is_enterprise_install: false,
    enterprise: null,
    response_urls: [],
    view: { ...viewField(view), state: { values: state.values } },
  };
  const acknowledged = await passOn(desk, { type: 'interactive', payload });
  return acknowledged.ok
    ? applyResponse(desk, user, view, acknowledged.payload)
    : { ok: false, error: `We had some trouble connecting (${acknowledged.error}). Try again?` };
};

export const closeModal = (desk: Desk, user: string): void => {
  desk.modals.delete(user);
  desk.changed();
};

export const openHome = async (desk: Desk, user: string): Promise<Outcome> => {
  const { shown } = begin(desk, user, null, null);
  await passOnEvent(desk, { type: 'app_home_opened', user, channel: `D${user.slice(1)}`, tab: 'home', event_ts: desk.nextTs() });
  await shown;
  return { ok: true };
};

/** Registers what the bot may answer with: a trigger for a modal, a response_url, its Home. `shown` resolves when an answer shows. */
const begin = (desk: Desk, user: string, channel: string | null, ts: string | null) => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const interaction: Interaction = { user, at: Date.now(), channel, ts, noticed: resolve };
  const [triggerId, token] = [desk.newId('trigger'), desk.newId('response')];
  desk.triggers.set(triggerId, interaction);
  desk.responseUrls.set(token, { ...interaction, uses: 0 });
  return {
    triggerId,
    responseUrl: `${desk.baseUrl}/response/${token}`,
    shown: Promise.race([promise, pause(NOTICE_MS, undefined, { ref: false })]),
  };
};

const inMessage = (desk: Desk, channel: string, ts: string) => {
  const message = messagesIn(desk.workspace, channel).find((each) => each.ts === ts);
  if (!message) return undefined;
  const container = { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral: message.ephemeralTo !== undefined };
  return {
    blocks: message.blocks,
    channel,
    ts,
    payload: {
      container,
      channel: { id: channel, name: desk.workspace.channels.get(channel)?.name ?? '' },
      message: { type: 'message', ...message },
    },
  };
};

const inView = (desk: Desk, user: string, viewId: string) => {
  const home = desk.workspace.homes.get(user);
  const view = home?.id === viewId ? home : desk.modals.get(user)?.find(({ id }) => id === viewId);
  return view
    ? {
        blocks: view.blocks,
        channel: null,
        ts: null,
        payload: { container: { type: 'view', view_id: viewId }, view: viewField(view) },
      }
    : undefined;
};

const viewField = (view: View) => ({
  ...view,
  team_id: TEAM.id,
  app_id: 'A0SANDBOX',
  bot_id: 'B0BOT',
  state: { values: {} },
  root_view_id: view.id,
  previous_view_id: null,
  clear_on_close: false,
  notify_on_close: false,
});

const userField = (desk: Desk, user: string) => ({
  id: user,
  username: user,
  name: desk.workspace.users.find(({ id }) => id === user)?.name ?? user,
  team_id: TEAM.id,
});

/** What Slack shows when an app did not acknowledge. */
const failed = (
  desk: Desk,
  user: string,
  channel: string | null,
  text: string,
  { error }: Acknowledged & { ok: false },
): Outcome => {
  if (channel)
    desk.record({ kind: 'posted', channel, message: { ts: desk.nextTs(), user: BOT_USER, text, blocks: [], ephemeralTo: user } });
  return { ok: false, error };
};

/** What becomes of a modal that was submitted: response_action errors, update, push, clear; without one it closes. */
const applyResponse = (desk: Desk, user: string, view: View, payload: unknown): Outcome => {
  const {
    response_action: action,
    errors,
    view: next,
  } = (payload ?? {}) as { response_action?: string; errors?: Record<string, string>; view?: unknown };
  if (action === 'errors') return { ok: false, errors: errors ?? {} };
  if (action === 'update') replaceModal(desk, view.id, next);
  else desk.modals.delete(user);
  desk.changed();
  return { ok: true };
};

const responseSchemaError = 'this response_url has been used up or is too old';

/** An answer to a response_url: at most 5 within 30 minutes (docs.slack.dev, Handling user interaction). */
export const useResponseUrl = (desk: Desk, token: string, body: Record<string, unknown>): Outcome => {
  const interaction = desk.responseUrls.get(token);
  if (!interaction || interaction.uses >= 5 || Date.now() - interaction.at > 30 * 60_000)
    return { ok: false, error: responseSchemaError };
  interaction.uses += 1;
  const { channel, ts, user } = interaction;
  if (!channel) return { ok: false, error: 'there is no message here to answer' };
  const content = readContent(body);
  const before = ts ? messagesIn(desk.workspace, channel).find((message) => message.ts === ts) : undefined;
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
