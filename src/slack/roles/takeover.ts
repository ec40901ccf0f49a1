// Asking the holders of a full seat whether one of them would hand it on.
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import type { Candidate } from '../../domain/roles/eligibility.ts';
import { decideTakeover } from '../../domain/roles/handover.ts';
import type { Register } from '../../domain/roles/register.ts';
import { lapseOf, planAtOnce } from '../../domain/roles/requests.ts';
import { titleAt } from '../../domain/roles/roles.ts';
import { formatDay } from '../../domain/time/calendar.ts';
import { type Feature, onTap } from '../bolt/feature.ts';
import type { MemberInteraction } from '../bolt/interaction.ts';
import { type Message, textMessage } from '../ui/blocks.ts';
import { answerAboutSeat, askToTakeOver, candidateFor, type Seat } from './seats.ts';
import { takeSeat } from './take-seat.ts';

/** A seat that is free by now is simply taken. */
const askHolders = async (
  interaction: MemberInteraction,
  seat: Seat,
  register: Register,
): Promise<Message | Refusal> => {
  const { person, now } = interaction;
  const candidate = await candidateFor(interaction, seat, person, register);
  const decision = decideTakeover(candidate, now);
  if (isRefusal(decision)) return decision;
  if (decision === 'free') return takeSeat(interaction, seat);
  const lapsesAt = lapseOf(now);
  const isNew = await openRequest(interaction, candidate, lapsesAt);
  return textMessage(describeAsked(candidate, isNew ? lapsesAt : undefined, now));
};

const openRequest = (
  { ccgStore, person, ccg, now }: MemberInteraction,
  { role, place: { practiceCode, locality }, holders }: Candidate,
  lapsesAt: Date,
) =>
  ccgStore.requests.open(
    {
      ...{ kind: 'takeover', fromId: person.id, roleKey: role.key, practiceCode, locality },
      lapsesAt,
      recipients: holders.map((holder) => holder.person.id),
      plan: planAtOnce(ccg.settings, now, lapsesAt),
    },
    now,
  );

const describeAsked = (
  { role, place, practices }: Candidate,
  lapsesAt: Date | undefined,
  now: Date,
) => {
  const practice = practices.find(({ code }) => code === place.practiceCode);
  const title = titleAt(role, place, practice);
  return lapsesAt
    ? `You have asked to take over as ${title}. Whoever holds it has until ` +
        `${formatDay(lapsesAt, now)} to hand it on, and may prefer to keep it.`
    : `You have asked already to take over as ${title}.`;
};

export const takeover: Feature = {
  buttons: [
    onTap(askToTakeOver, {
      permission: 'take over',
      run: (interaction, seat) => answerAboutSeat(interaction, seat, askHolders),
    }),
  ],
};
