import { isRefusal } from '../../domain/refusal.ts';
import { plain } from '../blocks.ts';
import { takeSeat } from '../claiming.ts';
import type { Action } from '../visit.ts';

export const claimSeat: Action<'claim_seat'> = {
  tap: 'claim_seat',
  act: 'claim',
  run: async (visit, { role: key, practice, locality }) => {
    const { roles } = await visit.home.register();
    const role = roles.find((each) => each.key === key);
    if (!role) return { reply: plain('This role is no longer in the list. Type “claim” to see what there is.') };
    const taken = await takeSeat(visit, { role, place: { practiceCode: practice ?? null, locality: locality ?? null } });
    return isRefusal(taken) ? { reply: plain(taken.refused) } : { reply: taken, home: true };
  },
};
