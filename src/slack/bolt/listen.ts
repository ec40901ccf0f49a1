// Bolt's side of the door: every command, tap, form and opened Home comes in here.
import type { App, ViewResponseAction, ViewSubmitAction } from '@slack/bolt';
import { z } from 'zod';
import { describeError } from '../../log.ts';
import { drawHome } from '../home/draw.ts';
import { plain } from '../ui/blocks.ts';
import { readTap } from '../ui/buttons.ts';
import { inModal } from '../ui/in-modal.ts';
import { readForm } from '../ui/read-submission.ts';
import { runCommand, runForm, runTap } from './dispatch.ts';
import { followAccount, receive } from './identify.ts';
import type { Say, Visit } from './interaction.ts';
import { type House, once, serve } from './serve.ts';

export const listen = (app: App, house: House): void => {
  const visit = (slackId: string) => receive(house, slackId, house.now());

  app.command(house.slashCommand, ({ command, ack }) => {
    const origin = { slackId: command.user_id, responseUrl: command.response_url, triggerId: command.trigger_id };
    const handle = async () => runCommand(await visit(command.user_id), command.text);
    return serve(house, origin, () => once(house, command.trigger_id, handle), simply(ack));
  });

  app.action(/./, ({ body, ack }) => {
    const { user, response_url, trigger_id, view, container, actions } = tapSchema.parse(body);
    const origin = {
      slackId: user.id,
      responseUrl: response_url,
      triggerId: trigger_id,
      viewId: view?.type === 'modal' ? view.id : undefined,
    };
    const tap = readTap(actions[0]?.action_id ?? '', actions[0]?.value);
    const handle = async () => (tap ? runTap(inMessage(await visit(user.id), container?.message_ts), tap) : unknownButton);
    return serve(house, origin, () => once(house, trigger_id, handle), simply(ack));
  });

  app.view<ViewSubmitAction>(/./, ({ view, body, ack }) => {
    const form = readForm(view);
    const origin = { slackId: body.user.id, viewId: view.id };
    const handle = async () => (form ? runForm(await visit(body.user.id), form) : unknownButton);
    return serve(house, origin, () => once(house, body.trigger_id, handle), inTheForm(ack));
  });

  app.event('app_home_opened', async ({ event }) => {
    if (event.tab === 'home') await drawHome(house, event.user);
  });

  app.event('team_join', async ({ event }) => {
    await visit(event.user.id);
  });

  app.event('user_change', async ({ event }) => {
    await followAccount(house, event.user);
  });

  const fallSilent = async (event: string) => {
    house.log.error({ event }, 'Slack does not let the app speak any more; what is due waits');
    await house.store.deliveries.pauseUntil(new Date(Date.now() + AN_HOUR), event);
  };
  app.event('app_uninstalled', () => fallSilent('app_uninstalled'));
  app.event('tokens_revoked', () => fallSilent('tokens_revoked'));

  app.error(async (error) => house.log.error(describeError(error), 'something Slack sent could not be handled'));
};

/** Should it be a mistake, or mended: until Slack is asked again. Where the event is lost, the next message finds out the same. */
const AN_HOUR = 3_600_000;

/** What we read of a tap; Bolt has checked that it is Slack who says so. */
const tapSchema = z.object({
  user: z.object({ id: z.string() }),
  response_url: z.string().optional(),
  trigger_id: z.string().optional(),
  view: z.object({ id: z.string(), type: z.string() }).optional(),
  container: z.object({ message_ts: z.string().optional() }).optional(),
  actions: z.array(z.object({ action_id: z.string(), value: z.string().optional() })),
});

const inMessage = (visit: Visit, tappedTs: string | undefined): Visit =>
  visit.member ? { ...visit, member: { ...visit.member, tappedTs } } : visit;

const unknownButton: Say = {
  reply: plain('This button is too old for me to understand, so nothing was changed. Type the command again for a new one.'),
};

/** Commands and taps are acknowledged without a word; everything is still to be said. */
const simply =
  (ack: () => Promise<void>) =>
  async (say: Say): Promise<Say> => {
    await ack();
    return say;
  };

/** A form is answered in its acknowledgement; posts and Home remain. */
const inTheForm =
  (ack: (response?: ViewResponseAction) => Promise<void>) =>
  async (say: Say): Promise<Say> => {
    await ack(responseAction(say));
    const { errors, modal, replace, reply, ...rest } = say;
    return rest;
  };

/** What becomes of a modal when it is submitted: it shows what was wrong, or what comes next, or closes. */
const responseAction = ({ errors, modal, replace, reply }: Say): ViewResponseAction | undefined => {
  if (errors) return { response_action: 'errors', errors };
  const message = reply ?? replace;
  const view = modal ?? (message ? inModal(message) : undefined);
  return view ? { response_action: 'update', view } : undefined;
};
