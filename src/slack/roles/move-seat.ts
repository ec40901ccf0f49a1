// Moving a seat to a colleague: offering it, and moving it once both agree.
import type { Member } from '../../domain/people/people.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { decideHandover } from '../../domain/roles/handover.ts';
import { type Holding, type Register, titleOf } from '../../domain/roles/register.ts';
import type { RequestView } from '../../domain/roles/requests.ts';
import { lapseOf, planAtOnce } from '../../domain/roles/requests.ts';
import { formatDay } from '../../domain/time/calendar.ts';
import type { MemberInteraction } from '../bolt/interaction.ts';
import { type Message, textMessage } from '../ui/blocks.ts';
import { practicesOf } from './seats.ts';
import { askToConfirm } from './take-seat.ts';

export const NOT_HELD = 'You do not hold this role any more, so nothing was changed.';

/** Offers one of the person's seats to a colleague. */
export const offerSeat = async (
  interaction: MemberInteraction,
  holdingId: string,
  to: Member | undefined,
): Promise<Message | Refusal> => {
  const { ccgStore, person, ccg, now } = interaction;
  const register = await ccgStore.register();
  const holding = register.holdings.find(({ id }) => id === holdingId);
  if (holding?.person.id !== person.id) return refuse('seat_gone', NOT_HELD);
  const decision = await decide(interaction, register, holding, to);
  if (isRefusal(decision) || !to)
    return isRefusal(decision) ? decision : refuse('seat_gone', NOT_HELD);
  const lapsesAt = lapseOf(now);
  const plan = planAtOnce(ccg.settings, now, lapsesAt);
  const offer = { fromId: person.id, toId: to.id, holdingId, lapsesAt, recipients: [to.id], plan };
  const isNew = await ccgStore.requests.offer({ kind: 'handover', ...offer }, now);
  return textMessage(
    isNew
      ? `${to.name} is asked whether they would like to take on ${titleOf(register, holding)}, ` +
          `and has until ${formatDay(lapsesAt, now)} to say so. Until then the seat is yours.`
      : `${to.name} has been asked already. The seat is yours until they agree.`,
  );
};

/**
 * The person agrees to an offer, or hands on their seat to somebody who asked: it moves in one
 * step.
 */
export const moveSeat = async (
  interaction: MemberInteraction,
  request: RequestView,
): Promise<Refusal | undefined> => {
  const { ccgStore, person, ccg, now } = interaction;
  const register = await ccgStore.register();
  const holding = register.holdings.find((each) => isAbout(request, each, person));
  const to = await receiverOf(interaction, request);
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
  const seat = { role, place: holding, personId: to.id };
  const toConfirm = await askToConfirm(interaction, register, seat);
  const move = { requestId: request.id, holdingId: holding.id, toId: to.id, actorId: person.id };
  const plan = planAtOnce(ccg.settings, now);
  const isMoved = await ccgStore.holdings.handOver({ ...move, ...start }, toConfirm, plan, now);
  return isMoved
    ? undefined
    : refuse('request_answered', 'This has been answered already, so nothing was changed.');
};

/** The seat that was offered, or the person's own seat that somebody asked for. */
const isAbout = (request: RequestView, holding: Holding, person: Member) =>
  request.kind === 'handover'
    ? holding.id === request.holdingId
    : holding.person.id === person.id && isSeatOf(holding, request);

/** Who gets the seat: the one who agrees to an offer, or the one who asked for it. */
const receiverOf = async ({ ccgStore, person }: MemberInteraction, request: RequestView) => {
  if (request.kind === 'handover') return person;
  return request.from ? ccgStore.people.byId(request.from.id) : undefined;
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
