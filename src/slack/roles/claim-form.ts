import { isRefusal } from '../../domain/refusal.ts';
import { inModal } from '../ui/in-modal.ts';
import type { Form } from '../ui/modals.ts';
import { seatByKey, takeSeat } from './seats.ts';

export const claimForm: Form<'claim'> = {
  form: 'claim',
  act: 'claim',
  run: async (visit, { seat: key }) => {
    const { roles } = await visit.home.register();
    const seat = await seatByKey(visit, roles, key);
    if (!seat) return { errors: { seat: 'This seat is not open to you any more. Please choose another.' } };
    const taken = await takeSeat(visit, seat);
    return isRefusal(taken)
      ? { errors: { seat: taken.refused } }
      : { modal: inModal(taken, 'Take a role'), home: true, wake: true };
  },
};
