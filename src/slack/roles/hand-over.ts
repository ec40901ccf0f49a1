import { isRefusal } from '../../domain/refusal.ts';
import { titleOf } from '../../domain/roles/register.ts';
import type { Action } from '../bolt/legacy.ts';
import { choosePerson, contextBlock, escapeMrkdwn, section, textMessage } from '../ui/blocks.ts';
import { modal } from '../ui/modals.ts';
import { offerSeat } from './handing-over.ts';

/** Opens the form that asks for the colleague. */
export const handOver: Action<'hand_over'> = {
  tap: 'hand_over',
  permission: 'hand over',
  run: async ({ ccgStore, person }, { id }) => {
    const register = await ccgStore.register();
    const holding = register.holdings.find(
      (each) => each.id === id && each.person.id === person.id,
    );
    if (!holding)
      return { reply: textMessage('You do not hold this role any more, so nothing was changed.') };
    return {
      modal: modal('handover', {
        title: 'Hand over',
        submit: 'Ask them',
        carries: { id },
        blocks: [
          section(`*${escapeMrkdwn(titleOf(register, holding))}*`),
          choosePerson({ id: 'colleague', label: 'Who would take it on?' }),
          contextBlock('They agree with one tap, or not. Until then the seat is yours.'),
        ],
      }),
    };
  },
};

/** Offers it to a colleague who was named already. */
export const offerSeatTo: Action<'offer_seat'> = {
  tap: 'offer_seat',
  permission: 'hand over',
  run: async (interaction, { id, to }) => {
    const said = await offerSeat(interaction, id, await interaction.ccgStore.people.byId(to));
    return isRefusal(said)
      ? { reply: textMessage(said.refused) }
      : { reply: said, runJobsNow: true };
  },
};
