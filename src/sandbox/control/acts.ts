// What a person can do in the workspace, passed on as Slack passes it on: type a command, tap,
// submit a form, open Home.
import { setTimeout as pause } from 'node:timers/promises';
import { replaceModal } from '../api/views.ts';
import { passOn, passOnEvent } from '../bot/deliver.ts';
import type { Desk, Interaction } from '../desk.ts';
import { BOT_USER, type View } from '../workspace.ts';
import { findElement, formState } from './elements.ts';
import { escapeMentions } from './mentions.ts';
import {
  commandPayload,
  interactionFields,
  placeInMessage,
  placeInView,
  viewField,
} from './payloads.ts';

/** How long to wait for the bot's answer to show, after its acknowledgement. */
const NOTICE_MS = 4000;

export type Outcome = {
  readonly ok: boolean;
  readonly error?: string;
  readonly errors?: Readonly<Record<string, string>>;
};

type Typed = {
  readonly user: string;
  readonly command: string;
  readonly text: string;
  readonly channel: string;
};
type Tapped = {
  readonly user: string;
  readonly actionId: string;
  readonly value?: string | undefined;
};
type Place = { readonly channel: string; readonly ts: string } | { readonly viewId: string };
type Submitted = {
  readonly user: string;
  readonly viewId: string;
  readonly values: Readonly<Record<string, unknown>>;
};

export const typeCommand = async (
  desk: Desk,
  { user, command, text, channel }: Typed,
): Promise<Outcome> => {
  const known = desk.manifest.commands.find((each) => each.command === command);
  if (!known) return { ok: false, error: `${command} is not a command of this app` };
  const sent = known.should_escape ? escapeMentions(desk.workspace, text) : text;
  const { trigger_id, response_url, shown } = begin(desk, user, channel, null);
  const payload = {
    ...commandPayload(desk, user, channel, command, sent),
    trigger_id,
    response_url,
  };
  const acknowledged = await passOn(desk, { type: 'slash_commands', payload });
  return acknowledged.ok ? shown : failed(desk, user, channel, command, acknowledged.error);
};

export const tap = async (
  desk: Desk,
  { user, actionId, value, ...where }: Tapped & Place,
): Promise<Outcome> => {
  const place =
    'viewId' in where
      ? placeInView(desk, user, where.viewId)
      : placeInMessage(desk, where.channel, where.ts);
  if (!place) return { ok: false, error: 'there is no such message or view' };
  const found = findElement(place.blocks, actionId);
  if (!found && value === undefined) return { ok: false, error: `there is no button ${actionId}` };
  const { trigger_id, response_url, shown } = begin(desk, user, place.channel, place.ts);
  const tapped = {
    block_id: found?.blockId ?? 'b0',
    action_id: actionId,
    value: value ?? found?.element['value'],
    action_ts: desk.nextTs(),
  };
  const actions = [{ ...found?.element, type: 'button', ...tapped }];
  const answerable = place.ts ? { response_url } : {};
  const payload = {
    type: 'block_actions',
    ...interactionFields(desk, user),
    ...place.fields,
    actions,
    trigger_id,
    ...answerable,
  };
  const acknowledged = await passOn(desk, { type: 'interactive', payload });
  return acknowledged.ok
    ? shown
    : failed(desk, user, place.channel, 'That button', acknowledged.error);
};

export const submit = async (desk: Desk, { user, viewId, values }: Submitted): Promise<Outcome> => {
  const view = desk.modals.get(user)?.find(({ id }) => id === viewId);
  if (!view) return { ok: false, error: 'this modal is not open' };
  const state = formState(desk.workspace, view, values);
  if ('errors' in state) return { ok: false, errors: state.errors };
  const { trigger_id } = begin(desk, user, null, null);
  const fields = { view: viewField(view, state.values), response_urls: [], trigger_id };
  const payload = { type: 'view_submission', ...interactionFields(desk, user), ...fields };
  const acknowledged = await passOn(desk, { type: 'interactive', payload });
  if (acknowledged.ok) return applyResponse(desk, user, view, acknowledged.payload);
  return { ok: false, error: `We had some trouble connecting (${acknowledged.error}). Try again?` };
};

export const closeModal = (desk: Desk, user: string): void => {
  desk.modals.delete(user);
  desk.changed();
};

export const openHome = async (desk: Desk, user: string): Promise<Outcome> => {
  const { shown } = begin(desk, user, null, null);
  await passOnEvent(desk, {
    type: 'app_home_opened',
    user,
    channel: `D${user.slice(1)}`,
    tab: 'home',
    event_ts: desk.nextTs(),
  });
  return shown;
};

/**
 * Registers what the bot may answer with: a trigger for a modal, a response_url, its Home. `shown`
 * resolves when an answer shows.
 */
const begin = (desk: Desk, user: string, channel: string | null, ts: string | null) => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const interaction: Interaction = { user, at: Date.now(), channel, ts, noticed: resolve };
  const [trigger_id, token] = [desk.newId('trigger'), desk.newId('response')];
  desk.triggers.set(trigger_id, interaction);
  desk.responseUrls.set(token, { ...interaction, uses: 0 });
  const shown = Promise.race([promise, pause(NOTICE_MS, undefined, { ref: false })]).then(
    (): Outcome => ({ ok: true }),
  );
  return { trigger_id, response_url: `${desk.baseUrl}/response/${token}`, shown };
};

/** What Slack shows when an app did not acknowledge. */
const failed = (
  desk: Desk,
  user: string,
  channel: string | null,
  what: string,
  error: string,
): Outcome => {
  const text = `${what} failed with the error “${error}”`;
  const message = { ts: desk.nextTs(), user: BOT_USER, text, blocks: [], ephemeralTo: user };
  if (channel) desk.record({ kind: 'posted', channel, message });
  return { ok: false, error };
};

/**
 * What becomes of a modal that was submitted: response_action errors, update or clear; without one
 * it closes.
 */
const applyResponse = (desk: Desk, user: string, view: View, payload: unknown): Outcome => {
  const response = (payload ?? {}) as {
    response_action?: string;
    errors?: Record<string, string>;
    view?: unknown;
  };
  if (response.response_action === 'errors') return { ok: false, errors: response.errors ?? {} };
  if (response.response_action === 'update') replaceModal(desk, view.id, response.view);
  else desk.modals.delete(user);
  desk.changed();
  return { ok: true };
};
