import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { isDeclinable, planAtOnce, type RequestKind, refuseStale } from '../../domain/roles/requests.ts';
import { nextTerm } from '../../domain/roles/terms.ts';
import { placeAgain } from '../../domain/sending/reschedule.ts';
import type { RequestView } from '../../store/roles/requests.ts';
import type { Action, MemberVisit, Say } from '../bolt/interaction.ts';
import { ownPrompt, redraw } from '../sending/own-prompt.ts';
import { plain } from '../ui/blocks.ts';
import { confirmHolding } from './confirming.ts';
import { moveSeat } from './handing-over.ts';

type Accept = (visit: MemberVisit, request: RequestView) => Promise<Refusal | undefined>;

const settle: Partial<Record<RequestKind, Accept>> = {
  handover: moveSeat,
  takeover: moveSeat,
  confirm: async (visit, { holdingId }) => {
    const said = await confirmHolding(visit, holdingId ?? '');
    return isRefusal(said) ? said : undefined;
  },
  cover: async ({ home, person, ccg, now }, request) => {
    const afterwards = { tell: planAtOnce(ccg.settings, now), place: placeAgain(ccg.settings, now) };
    await home.requests.acceptCover(request, person.id, afterwards, now);
    return undefined;
  },
};

export const accept: Action<'accept'> = {
  tap: 'accept',
  act: 'reply to a request',
  run: (visit, { id }) =>
    answering(visit, id, async (request) => {
      const stale = refuseStale(request, visit.now);
      const refusal = stale ?? (await settle[request.kind]?.(visit, request));
      if (refusal) return { replace: plain(refusal.refused), home: true };
      await visit.home.prompts.reply(id, 'done', visit.now, visit.tappedTs);
      return { ...(await redraw(visit, id)), wake: true };
    }),
};

export const decline: Action<'decline'> = {
  tap: 'decline',
  act: 'reply to a request',
  run: (visit, { id }) =>
    answering(visit, id, async ({ id: requestId, kind }) => {
      const { home, person, ccg, now } = visit;
      await home.requests.decline(requestId, person.id, isDeclinable(kind), planAtOnce(ccg.settings, now), now);
      return { ...(await redraw(visit, id)), wake: true };
    }),
};

export const stillMe: Action<'still_me'> = {
  tap: 'still_me',
  act: 'reply to a request',
  run: (visit, { id }) =>
    answering(visit, id, async (request) => {
      if (request.state === 'accepted') return redraw(visit, id); // a second tap adds no second term
      const { home, person, now } = visit;
      const { roles, holdings } = await home.register();
      const holding = holdings.find((each) => each.id === request.holdingId);
      const role = roles.find(({ key }) => key === holding?.roleKey);
      const isKept = holding && role && (await home.holdings.renew(holding.id, person.id, nextTerm(role, holding, now), now));
      if (!isKept) return { replace: plain('You do not hold this role any more, so nothing was changed.'), home: true };
      await home.prompts.reply(id, 'done', now, visit.tappedTs);
      return redraw(visit, id);
    }),
};

/** Only to what was put to the visitor themselves. */
const answering = async (visit: MemberVisit, promptId: string, answer: (request: RequestView) => Promise<Say>): Promise<Say> => {
  const request = (await ownPrompt(visit, promptId))?.request;
  return request ? answer(request) : { reply: plain('This was not sent to you, so nothing was changed.') };
};
