// Registers with Bolt what Slack sends us: commands, taps, submitted modals and events.
import type { App, ViewResponseAction, ViewSubmitAction } from '@slack/bolt';
import { z } from 'zod';
import { describeError } from '../../log.ts';
import { drawHome } from '../home/draw.ts';
import { inModal } from '../ui/in-modal.ts';
import type { SlackContext } from './context.ts';
import { runCommand, runModal, runTap } from './dispatch.ts';
import { followAccount, identifyUser } from './identify.ts';
import type { Interaction, Response } from './interaction.ts';
import { once, serve } from './serve.ts';

export const listen = (app: App, context: SlackContext): void => {
  const interaction = (slackId: string) => identifyUser(context, slackId, context.now());

  app.command(context.slashCommand, ({ command, ack }) => {
    const origin = {
      slackId: command.user_id,
      responseUrl: command.response_url,
      triggerId: command.trigger_id,
    };
    const handle = async () => runCommand(await interaction(command.user_id), command.text);
    return serve(context, origin, () => once(context, command.trigger_id, handle), ackEmpty(ack));
  });

  app.action(/./, ({ body, ack }) => {
    const { user, response_url, trigger_id, view, container, actions } = tapSchema.parse(body);
    const origin = {
      slackId: user.id,
      responseUrl: response_url,
      triggerId: trigger_id,
      viewId: view?.type === 'modal' ? view.id : undefined,
    };
    const { action_id = '', value } = actions[0] ?? {};
    const handle = async () =>
      runTap(inMessage(await interaction(user.id), container?.message_ts), action_id, value);
    return serve(context, origin, () => once(context, trigger_id, handle), ackEmpty(ack));
  });

  app.view<ViewSubmitAction>(/./, ({ view, body, ack }) => {
    const origin = { slackId: body.user.id, viewId: view.id };
    const handle = async () => runModal(await interaction(body.user.id), view);
    return serve(context, origin, () => once(context, body.trigger_id, handle), ackModal(ack));
  });

  app.event('app_home_opened', async ({ event }) => {
    if (event.tab === 'home') await drawHome(context, event.user);
  });

  app.event('team_join', async ({ event }) => {
    await interaction(event.user.id);
  });

  app.event('user_change', async ({ event }) => {
    await followAccount(context, event.user.id);
  });

  const pauseSending = async (event: string) => {
    context.log.error({ event }, 'Slack does not let the app speak any more; what is due waits');
    await context.store.deliveries.pauseUntil(new Date(Date.now() + AN_HOUR), event);
  };
  app.event('app_uninstalled', () => pauseSending('app_uninstalled'));
  app.event('tokens_revoked', () => pauseSending('tokens_revoked'));

  app.error(async (error) =>
    context.log.error(describeError(error), 'something Slack sent could not be handled'),
  );
};

/**
 * Sending is tried again after this, as the app may have been installed again by then. Where Slack
 * loses the event, the next message that is refused has the same effect.
 */
const AN_HOUR = 3_600_000;

/** What we read of a tap. Bolt has verified that it comes from Slack. */
const tapSchema = z.object({
  user: z.object({ id: z.string() }),
  response_url: z.string().optional(),
  trigger_id: z.string().optional(),
  view: z.object({ id: z.string(), type: z.string() }).optional(),
  container: z.object({ message_ts: z.string().optional() }).optional(),
  actions: z.array(z.object({ action_id: z.string(), value: z.string().optional() })),
});

const inMessage = (interaction: Interaction, tappedTs: string | undefined): Interaction =>
  interaction.member
    ? { ...interaction, member: { ...interaction.member, tappedTs } }
    : interaction;

/** Commands and taps are acknowledged without content; all of the response follows. */
const ackEmpty =
  (ack: () => Promise<void>) =>
  async (response: Response): Promise<Response> => {
    await ack();
    return response;
  };

/** A submitted modal is acknowledged with its next state; posts and Home follow. */
const ackModal =
  (ack: (response?: ViewResponseAction) => Promise<void>) =>
  async (response: Response): Promise<Response> => {
    await ack(responseAction(response));
    const { errors, modal, replace, reply, ...rest } = response;
    return rest;
  };

/** What a submitted modal does: it shows errors beside its fields, or a new view, or closes. */
const responseAction = ({
  errors,
  modal,
  replace,
  reply,
}: Response): ViewResponseAction | undefined => {
  if (errors) return { response_action: 'errors', errors };
  const message = reply ?? replace;
  const view = modal ?? (message ? inModal(message) : undefined);
  return view ? { response_action: 'update', view } : undefined;
};
