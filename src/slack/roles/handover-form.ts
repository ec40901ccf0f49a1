import { isRefusal } from '../../domain/refusal.ts';
import { inModal } from '../ui/in-modal.ts';
import type { Form } from '../ui/modals.ts';
import { offerSeat } from './handing-over.ts';

export const handoverForm: Form<'handover'> = {
  form: 'handover',
  permission: 'hand over',
  run: async (interaction, { colleague }, { id }) => {
    const said = await offerSeat(
      interaction,
      id,
      await interaction.ccgStore.people.bySlackId(colleague),
    );
    return isRefusal(said)
      ? { errors: { colleague: said.refused } }
      : { modal: inModal(said, 'Hand over'), runJobsNow: true };
  },
};
