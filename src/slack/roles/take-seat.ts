// Taking a seat, however it was asked for: from the command, a button or the modal.
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { decideClaim } from '../../domain/roles/claim.ts';
import { confirmers } from '../../domain/roles/confirmation.ts';
import type { Candidate } from '../../domain/roles/eligibility.ts';
import type { Register } from '../../domain/roles/register.ts';
import { lapseOf, planAtOnce } from '../../domain/roles/requests.ts';
import { titleAt } from '../../domain/roles/roles.ts';
import type { AskToConfirm } from '../../store/roles/holdings.ts';
import type { MemberInteraction } from '../bolt/interaction.ts';
import { actionsBlock, type Message, textMessage } from '../ui/blocks.ts';
import { openCommand } from '../ui/open-command.ts';
import { askToTakeOver, candidateFor, type Seat, seatOfValue, seatValue } from './seats.ts';

/** Enough for a seat that many ask for at the same moment. */
const MAX_TRIES = 10;

/**
 * Takes a seat for the person, or says why not; where all are taken, offers to ask their holders.
 *
 * @param known the register as just read
 */
export const takeSeat = async (
  interaction: MemberInteraction,
  seat: Seat,
  known?: Register,
  triesLeft = MAX_TRIES,
): Promise<Message | Refusal> => {
  const { ccgStore, now } = interaction;
  const [register, person] = await Promise.all([
    known ?? ccgStore.register(),
    ccgStore.people.byId(interaction.person.id),
  ]);
  const current = seatOfValue(register, seatValue(seat.role, seat.place));
  if (!person || person.deactivatedAt || !current)
    return refuse('seat_gone', 'This is no longer there to take, so nothing was changed.');
  const candidate = await candidateFor(interaction, current, person, register);
  const decision = decideClaim(candidate, now);
  if (isRefusal(decision))
    return decision.code === 'role_full' ? offerToAsk(decision, current) : decision;
  const toConfirm = await askToConfirm(interaction, register, { ...current, personId: person.id });
  const isTaken = await ccgStore.holdings.take(
    { ...current, personId: person.id, ...decision },
    toConfirm,
    now,
  );
  if (isTaken) return thanks(interaction, candidate, decision.confirmed);
  if (triesLeft === 0) throw new Error('A seat that is free could not be taken.');
  // somebody else was quicker: decide again by the register as it is now
  return takeSeat(interaction, current, undefined, triesLeft - 1);
};

/** The request that somebody confirm a seat that does not count at once. */
export const askToConfirm = async (
  { ccgStore, ccg, now }: MemberInteraction,
  register: Register,
  seat: Seat & { readonly personId: string },
): Promise<AskToConfirm> => {
  const recipients = confirmers(seat, register, await ccgStore.people.leads());
  const lapsesAt = lapseOf(now);
  return {
    kind: 'confirm',
    fromId: seat.personId,
    lapsesAt,
    recipients,
    plan: planAtOnce(ccg.settings, now, lapsesAt),
  };
};

const offerToAsk = ({ refused }: Refusal, { role, place }: Seat): Message =>
  textMessage(refused, actionsBlock(askToTakeOver('Ask to take over', seatValue(role, place))));

const thanks = (
  { ccg }: MemberInteraction,
  { role, place, practices }: Candidate,
  confirmed: boolean,
) => {
  const practice = practices.find(({ code }) => code === place.practiceCode);
  const title = titleAt(role, place, practice);
  const words = confirmed
    ? `Thank you. You are now ${title}.`
    : `Thank you. You are down as ${title}, to be confirmed by the ` +
      `${ccg.settings.organisation}. Nothing else is needed from you.`;
  const declare =
    'One thing more: people in this role say what interests they have, or that they have none.';
  return textMessage(
    role.declares ? `${words} ${declare}` : words,
    actionsBlock(
      ...(role.declares
        ? [openCommand('Declare interests', { command: 'interests', words: 'mine' })]
        : []),
      openCommand('My roles', { command: 'me' }),
    ),
  );
};
