// Moving a seat to a colleague: offering it, asking for it, and agreeing.

import type { Member } from '../../domain/people/people.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { decideHandover, decideTakeover } from '../../domain/roles/handover.ts';
import { type Holding, type Register, titleOf } from '../../domain/roles/register.ts';
import type { RequestView } from '../../domain/roles/requests.ts';
import { lapseOf, planAtOnce } from '../../domain/roles/requests.ts';
import { titleAt } from '../../domain/roles/roles.ts';
import { formatDay } from '../../domain/time/calendar.ts';
import type { MemberInteraction } from '../bolt/interaction.ts';
import { type Message, textMessage } from '../ui/blocks.ts';
import { askToConfirm, type ClaimableSeat, candidateFor, practicesOf, takeSeat } from './seats.ts';

const GONE = 'You do not hold this role any more, so nothing was changed.';

/** Offers one of the visitor's seats to a colleague, who has two weeks to agree. */
export const offerSeat = async (
  interaction: MemberInteraction,
  holdingId: string,
  to: Member | undefined,
): Promise<Message | Refusal> => {
  const { ccgStore, person, ccg, now } = interaction;
  const register = await ccgStore.register();
  const holding = register.holdings.find(({ id }) => id === holdingId);
  if (holding?.person.id !== person.id) return refuse('seat_gone', GONE);
  const decision = await decide(interaction, register, holding, to);
  if (isRefusal(decision) || !to) return isRefusal(decision) ? decision : refuse('seat_gone', GONE);
  const lapsesAt = lapseOf(now);
  const plan = planAtOnce(ccg.settings, now, lapsesAt);
  const offer = {
    kind: 'handover',
    fromId: person.id,
    toId: to.id,
    holdingId,
    lapsesAt,
    recipients: [to.id],
    plan,
  } as const;
  const isNew = await ccgStore.requests.offer(offer, now);
  return textMessage(
    isNew
      ? `${to.name} is asked whether they would like to take on ${titleOf(register, holding)}, ` +
          `and has until ${formatDay(lapsesAt, now)} to say so. Until then the seat is yours.`
      : `${to.name} has been asked already. The seat is yours until they agree.`,
  );
};

/**
 * Asks the holders of a full seat whether one of them would hand it on. A seat that is free by now
 * is simply taken.
 */
export const askToTakeOver = async (
  interaction: MemberInteraction,
  seat: Pick<ClaimableSeat, 'role' | 'place'>,
  register: Register,
): Promise<Message | Refusal> => {
  const { ccgStore, person, ccg, now } = interaction;
  const candidate = await candidateFor(interaction, seat, person, register);
  const decision = decideTakeover(candidate, now);
  if (isRefusal(decision)) return decision;
  if (decision === 'free') return takeSeat(interaction, seat);
  const { practiceCode, locality } = seat.place;
  const lapsesAt = lapseOf(now);
  const isNew = await ccgStore.requests.open(
    {
      ...{
        kind: 'takeover',
        fromId: person.id,
        roleKey: seat.role.key,
        practiceCode,
        locality,
        lapsesAt,
      },
      recipients: candidate.holders.map((holder) => holder.person.id),
      plan: planAtOnce(ccg.settings, now, lapsesAt),
    },
    now,
  );
  const title = titleAt(
    seat.role,
    seat.place,
    candidate.practices.find(({ code }) => code === practiceCode),
  );
  return textMessage(
    isNew
      ? `You have asked to take over as ${title}. Whoever holds it has until ` +
          `${formatDay(lapsesAt, now)} to hand it on, and may prefer to keep it.`
      : `You have asked already to take over as ${title}.`,
  );
};

/**
 * The visitor agrees to an offer, or hands on their seat to somebody who asked: it moves in one
 * step.
 */
export const moveSeat = async (
  interaction: MemberInteraction,
  request: RequestView,
): Promise<Refusal | undefined> => {
  const { ccgStore, person, ccg, now } = interaction;
  const register = await ccgStore.register();
  const isOffer = request.kind === 'handover';
  const holding = register.holdings.find((each) =>
    isOffer
      ? each.id === request.holdingId
      : each.person.id === person.id && isSeatOf(each, request),
  );
  const to = isOffer
    ? person
    : request.from
      ? await ccgStore.people.byId(request.from.id)
      : undefined;
  if (!holding)
    return refuse(
      'seat_gone',
      'The seat is not there to hand on any more, so nothing was changed.',
    );
  const start = await decide(interaction, register, holding, to);
  if (isRefusal(start)) return start;
  const role = register.roles.find(({ key }) => key === holding.roleKey);
  if (!to || !role)
    return refuse('person_gone', 'Somebody has left in the meantime, so nothing was changed.');
  const toConfirm = await askToConfirm(interaction, register, {
    role,
    place: holding,
    personId: to.id,
  });
  const move = {
    requestId: request.id,
    holdingId: holding.id,
    toId: to.id,
    actorId: person.id,
    ...start,
  };
  const isMoved = await ccgStore.holdings.handOver(
    move,
    toConfirm,
    planAtOnce(ccg.settings, now),
    now,
  );
  return isMoved
    ? undefined
    : refuse('request_answered', 'This has been answered already, so nothing was changed.');
};

const decide = async (
  interaction: MemberInteraction,
  register: Register,
  holding: Holding,
  to: Member | undefined,
) =>
  decideHandover(
    {
      holding,
      to,
      register,
      words: interaction.ccg.settings,
      practices: to ? await practicesOf(interaction, to) : [],
    },
    interaction.now,
  );

const isSeatOf = (holding: Holding, { roleKey, practiceCode, locality }: RequestView) =>
  holding.roleKey === roleKey &&
  holding.practiceCode === practiceCode &&
  holding.locality === locality;
