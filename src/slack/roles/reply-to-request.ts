import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import type { RequestView } from '../../domain/roles/requests.ts';
import {
  isDeclinable,
  planAtOnce,
  type RequestKind,
  refuseStale,
} from '../../domain/roles/requests.ts';
import { nextTerm } from '../../domain/roles/terms.ts';
import { reschedule } from '../../domain/sending/reschedule.ts';
import type { Action, MemberInteraction, Response } from '../bolt/interaction.ts';
import { ownPrompt, redraw } from '../sending/own-prompt.ts';
import { textMessage } from '../ui/blocks.ts';
import { confirmHolding } from './confirming.ts';
import { moveSeat } from './handing-over.ts';

type Accept = (
  interaction: MemberInteraction,
  request: RequestView,
) => Promise<Refusal | undefined>;

const settle: Partial<Record<RequestKind, Accept>> = {
  handover: moveSeat,
  takeover: moveSeat,
  confirm: async (interaction, { holdingId }) => {
    const said = await confirmHolding(interaction, holdingId ?? '');
    return isRefusal(said) ? said : undefined;
  },
  cover: async ({ ccgStore, person, ccg, now }, request) => {
    const afterwards = {
      tell: planAtOnce(ccg.settings, now),
      place: reschedule(ccg.settings, now),
    };
    await ccgStore.requests.acceptCover(request, person.id, afterwards, now);
    return undefined;
  },
};

export const accept: Action<'accept'> = {
  tap: 'accept',
  permission: 'reply to a request',
  run: (interaction, { id }) =>
    answering(interaction, id, async (request) => {
      const stale = refuseStale(request, interaction.now);
      const refusal = stale ?? (await settle[request.kind]?.(interaction, request));
      if (refusal) return { replace: textMessage(refusal.refused), home: true };
      await interaction.ccgStore.prompts.reply(id, 'done', interaction.now, interaction.tappedTs);
      return { ...(await redraw(interaction, id)), runJobsNow: true };
    }),
};

export const decline: Action<'decline'> = {
  tap: 'decline',
  permission: 'reply to a request',
  run: (interaction, { id }) =>
    answering(interaction, id, async ({ id: requestId, kind }) => {
      const { ccgStore, person, ccg, now } = interaction;
      await ccgStore.requests.decline(
        requestId,
        person.id,
        isDeclinable(kind),
        planAtOnce(ccg.settings, now),
        now,
      );
      return { ...(await redraw(interaction, id)), runJobsNow: true };
    }),
};

export const stillMe: Action<'still_me'> = {
  tap: 'still_me',
  permission: 'reply to a request',
  run: (interaction, { id }) =>
    answering(interaction, id, async (request) => {
      // a second tap adds no second term
      if (request.state === 'accepted') return redraw(interaction, id);
      const { ccgStore, person, now } = interaction;
      const { roles, holdings } = await ccgStore.register();
      const holding = holdings.find((each) => each.id === request.holdingId);
      const role = roles.find(({ key }) => key === holding?.roleKey);
      const isKept =
        holding &&
        role &&
        (await ccgStore.holdings.renew(holding.id, person.id, nextTerm(role, holding, now), now));
      if (!isKept)
        return {
          replace: textMessage('You do not hold this role any more, so nothing was changed.'),
          home: true,
        };
      await ccgStore.prompts.reply(id, 'done', now, interaction.tappedTs);
      return redraw(interaction, id);
    }),
};

/** Only to what was put to the visitor themselves. */
const answering = async (
  interaction: MemberInteraction,
  promptId: string,
  answer: (request: RequestView) => Promise<Response>,
): Promise<Response> => {
  const prompt = await ownPrompt(interaction, promptId);
  return prompt?.kind === 'request'
    ? answer(prompt.request)
    : { reply: textMessage('This was not sent to you, so nothing was changed.') };
};
