import { isRefusal } from '../../domain/refusal.ts';
import { titleOf } from '../../domain/roles/register.ts';
import type { Action } from '../bolt/interaction.ts';
import { choosePerson, context, plain, safe, section } from '../ui/blocks.ts';
import { modal } from '../ui/modals.ts';
import { offerSeat } from './handing-over.ts';

/** Opens the form that asks for the colleague. */
export const handOver: Action<'hand_over'> = {
  tap: 'hand_over',
  act: 'hand over',
  run: async ({ home, person }, { id }) => {
    const register = await home.register();
    const holding = register.holdings.find((each) => each.id === id && each.person.id === person.id);
    if (!holding) return { reply: plain('You do not hold this role any more, so nothing was changed.') };
    return {
      modal: modal('handover', {
        title: 'Hand over',
        submit: 'Ask them',
        carries: { id },
        blocks: [
          section(`*${safe(titleOf(register, holding))}*`),
          choosePerson({ id: 'colleague', label: 'Who would take it on?' }),
          context('They agree with one tap, or not. Until then the seat is yours.'),
        ],
      }),
    };
  },
};

/** Offers it to a colleague who was named already. */
export const offerSeatTo: Action<'offer_seat'> = {
  tap: 'offer_seat',
  act: 'hand over',
  run: async (visit, { id, to }) => {
    const said = await offerSeat(visit, id, await visit.home.people.byId(to));
    return isRefusal(said) ? { reply: plain(said.refused) } : { reply: said, wake: true };
  },
};
