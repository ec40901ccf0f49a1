import { isRefusal } from '../../domain/refusal.ts';
import { inModal } from '../ui/in-modal.ts';
import type { Form } from '../ui/modals.ts';
import { seatByKey, takeSeat } from './seats.ts';

export const claimForm: Form<'claim'> = {
  form: 'claim',
  permission: 'claim',
  run: async (interaction, { seat: key }) => {
    const { roles } = await interaction.ccgStore.register();
    const seat = await seatByKey(interaction, roles, key);
    if (!seat)
      return { errors: { seat: 'This seat is not open to you any more. Please choose another.' } };
    const taken = await takeSeat(interaction, seat);
    return isRefusal(taken)
      ? { errors: { seat: taken.refused } }
      : { modal: inModal(taken, 'Take a role'), home: true, runJobsNow: true };
  },
};
