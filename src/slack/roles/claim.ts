// Taking a role: by its name, from the list, or with a button about one seat.
import { isRefusal } from '../../domain/refusal.ts';
import { byLevel, findRoles } from '../../domain/roles/roles.ts';
import { type Command, type Feature, onSubmit, onTap } from '../bolt/feature.ts';
import type { MemberInteraction, Response } from '../bolt/interaction.ts';
import { textMessage } from '../ui/blocks.ts';
import { inModal } from '../ui/in-modal.ts';
import { chooseSeat, claimModal, noPractice, unknownRole, whichSeat } from './claim-message.ts';
import { answerAboutSeat, claimSeat, seatByKey, seatsFor } from './seats.ts';
import { takeSeat } from './take-seat.ts';

const command: Command = {
  name: 'claim',
  also: ['take', 'volunteer'],
  usage: 'claim diabetes',
  description: 'Take a role: your practice’s lead, a clinical area or a post',
  permission: 'claim',
  run: async (interaction, words) => {
    const register = await interaction.ccgStore.register();
    const roles = words ? findRoles(register.roles, words) : byLevel(register.roles);
    const seats = await seatsFor(interaction, roles);
    const [only] = seats;
    if (!only)
      return {
        reply: textMessage(
          roles.length > 0 ? noPractice(interaction.slashCommand) : unknownRole(register, words),
        ),
      };
    if (!words) return { modal: chooseSeat(register, seats) };
    if (seats.length > 1) return { reply: whichSeat(seats) };
    const taken = await takeSeat(interaction, only, register);
    return isRefusal(taken)
      ? { reply: textMessage(taken.refused) }
      : { reply: taken, runJobsNow: true };
  },
};

const takeChosen = async (interaction: MemberInteraction, key: string): Promise<Response> => {
  const { roles } = await interaction.ccgStore.register();
  const seat = await seatByKey(interaction, roles, key);
  if (!seat)
    return { errors: { seat: 'This seat is not open to you any more. Please choose another.' } };
  const taken = await takeSeat(interaction, seat);
  return isRefusal(taken)
    ? { errors: { seat: taken.refused } }
    : { modal: inModal(taken, 'Take a role'), home: true, runJobsNow: true };
};

export const claim: Feature = {
  commands: [command],
  buttons: [
    onTap(claimSeat, {
      permission: 'claim',
      run: (interaction, seat) => answerAboutSeat(interaction, seat, takeSeat),
    }),
  ],
  modals: [
    onSubmit(claimModal, {
      permission: 'claim',
      run: (interaction, { seat }) => takeChosen(interaction, seat),
    }),
  ],
};
