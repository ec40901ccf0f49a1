// Replying to a request of a colleague: to take a seat, to stand in, to confirm.
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
import { type Feature, onTap } from '../bolt/feature.ts';
import type { MemberInteraction, Response } from '../bolt/interaction.ts';
import { ownPrompt } from '../sending/own-prompt.ts';
import { redrawPrompt } from '../sending/redraw-prompt.ts';
import { textMessage } from '../ui/blocks.ts';
import { confirmHolding } from './confirm.ts';
import { moveSeat, NOT_HELD } from './move-seat.ts';
import { acceptRequest, declineRequest, stillMe } from './request-message.ts';

type Accept = (
  interaction: MemberInteraction,
  request: RequestView,
) => Promise<Refusal | undefined>;

/** What happens once somebody agrees, by the kind of request. */
const settle: Partial<Record<RequestKind, Accept>> = {
  handover: moveSeat,
  takeover: moveSeat,
  confirm: async (interaction, { holdingId }) => {
    const result = await confirmHolding(interaction, holdingId ?? '');
    return isRefusal(result) ? result : undefined;
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

const accept = (interaction: MemberInteraction, promptId: string): Promise<Response> =>
  answering(interaction, promptId, async (request) => {
    const stale = refuseStale(request, interaction.now);
    const refusal = stale ?? (await settle[request.kind]?.(interaction, request));
    if (refusal) return { replace: textMessage(refusal.refused), home: true };
    const { ccgStore, now, tappedTs } = interaction;
    await ccgStore.prompts.reply(promptId, 'done', now, tappedTs);
    return { ...(await redrawPrompt(interaction, promptId)), runJobsNow: true };
  });

const decline = (interaction: MemberInteraction, promptId: string): Promise<Response> =>
  answering(interaction, promptId, async ({ id, kind }) => {
    const { ccgStore, person, ccg, now } = interaction;
    const plan = planAtOnce(ccg.settings, now);
    await ccgStore.requests.decline(id, person.id, isDeclinable(kind), plan, now);
    return { ...(await redrawPrompt(interaction, promptId)), runJobsNow: true };
  });

/** The holder of a seat whose term ends goes on for another. */
const goOn = (interaction: MemberInteraction, promptId: string): Promise<Response> =>
  answering(interaction, promptId, async (request) => {
    // a second tap adds no second term
    if (request.state === 'accepted') return redrawPrompt(interaction, promptId);
    if (!(await renew(interaction, request))) return { replace: textMessage(NOT_HELD), home: true };
    const { ccgStore, now, tappedTs } = interaction;
    await ccgStore.prompts.reply(promptId, 'done', now, tappedTs);
    return redrawPrompt(interaction, promptId);
  });

/** False where they do not hold the seat any more. */
const renew = async (
  { ccgStore, person, now }: MemberInteraction,
  { holdingId }: RequestView,
): Promise<boolean> => {
  const { roles, holdings } = await ccgStore.register();
  const holding = holdings.find(({ id }) => id === holdingId);
  const role = roles.find(({ key }) => key === holding?.roleKey);
  if (!holding || !role) return false;
  return ccgStore.holdings.renew(holding.id, person.id, nextTerm(role, holding, now), now);
};

/** Only to what was put to the person themselves. */
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

const answeredBy = (run: typeof accept) => ({
  permission: 'reply to a request' as const,
  run: (interaction: MemberInteraction, { id }: { readonly id: string }) => run(interaction, id),
});

export const requests: Feature = {
  buttons: [
    onTap(acceptRequest, answeredBy(accept)),
    onTap(declineRequest, answeredBy(decline)),
    onTap(stillMe, answeredBy(goOn)),
  ],
};
